import type { JSX } from 'preact';
import type { Paper } from '#domain/shop/settings.ts';
import { m } from '#ui/messages.ts';
import './list-sheet.css';
import { PaperSheet } from './paper-sheet.tsx';

export type ListRow =
  | { readonly kind: 'group'; readonly key: string; readonly words: string }
  | {
      readonly kind: 'person';
      readonly key: string;
      readonly name: string;
      readonly what: string;
      readonly why: string;
      /** A line to write by hand, or null when the owner's own is better. */
      readonly line: string | null;
    }
  | { readonly kind: 'own'; readonly key: string };

/** What stands above the first row and at the foot of each page. */
export interface ListWords {
  readonly shop: string;
  readonly title: string;
  readonly lead: string;
  readonly printed: string;
  /** After which day the paper is of no more use, and only somebody else's find. */
  readonly shred: string;
}

export interface ListSheetProps {
  readonly paper: Paper;
  readonly words: ListWords;
  readonly rows: readonly ListRow[];
  /** From 1. Only the first page carries the heading. */
  readonly page: number;
  readonly pages: number;
}

/** One page of the thank-you list: black on white, a box to tick, room to write. */
export function ListSheet({ paper, words, rows, page, pages }: ListSheetProps): JSX.Element {
  return (
    <PaperSheet paper={paper}>
      <div class="list-sheet">
        {page === 1 ? (
          <header class="list-sheet_head">
            <p class="paper-sheet_shop">
              <bdi>{words.shop}</bdi>
            </p>
            <p class="list-sheet_title">{words.title}</p>
            <p class="list-sheet_lead">{words.lead}</p>
          </header>
        ) : null}
        <table class="list-sheet_table">
          <ListColumns />
          <tbody>
            {rows.map((row) => (
              <ListLine key={row.key} row={row} />
            ))}
          </tbody>
        </table>
        <footer class="list-sheet_foot">
          <span>{words.printed}</span>
          <b>{words.shred}</b>
          <span>{m.print_page_of({ page, pages })}</span>
        </footer>
      </div>
    </PaperSheet>
  );
}

function ListColumns(): JSX.Element {
  return (
    <thead>
      <tr>
        <th class="list-sheet_done" scope="col">
          <span class="visually-hidden">{m.print_col_done()}</span>
        </th>
        <th class="list-sheet_who" scope="col">
          {m.print_col_who()}
        </th>
        <th class="list-sheet_why" scope="col">
          {m.print_col_why()}
        </th>
        <th scope="col">{m.print_col_line()}</th>
      </tr>
    </thead>
  );
}

function ListLine({ row }: { readonly row: ListRow }): JSX.Element {
  switch (row.kind) {
    case 'group':
      return (
        <tr class="list-sheet_row">
          <th class="list-sheet_group" colSpan={4} scope="colgroup">
            {row.words}
          </th>
        </tr>
      );
    case 'person':
      return (
        <tr class="list-sheet_row">
          <td aria-label={m.print_to_tick()}>
            <div class="list-sheet_box" />
          </td>
          <td>
            <b class="list-sheet_name">
              <bdi>{row.name}</bdi>
            </b>
            <span class="list-sheet_what">{row.what}</span>
          </td>
          <td>{row.why}</td>
          <td class="list-sheet_line">{row.line}</td>
        </tr>
      );
    case 'own':
      return (
        <tr class="list-sheet_row">
          <td class="list-sheet_own" aria-label={m.print_to_tick()}>
            <div class="list-sheet_box" />
          </td>
          <td class="list-sheet_own" colSpan={3}>
            {m.print_own()}
          </td>
        </tr>
      );
  }
}
