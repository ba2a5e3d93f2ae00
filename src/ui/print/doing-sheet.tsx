import type { ComponentChildren, JSX } from 'preact';
import type { Paper } from '#domain/settings.ts';
import './doing-sheet.css';
import { PaperSheet } from './paper-sheet.tsx';

/** One matter of the page: a sentence for a heading, lines below it, and a table where there is one. */
export interface SheetPart {
  readonly title: string;
  readonly lines: readonly string[];
  readonly picture?: ComponentChildren;
}

export interface DoingSheetProps {
  readonly paper: Paper;
  readonly words: { readonly shop: string; readonly title: string; readonly lead: string };
  readonly parts: readonly SheetPart[];
}

/** How the shop is doing on one page: black on white, sentences and one table. */
export function DoingSheet({ paper, words, parts }: DoingSheetProps): JSX.Element {
  return (
    <PaperSheet paper={paper}>
      <div class="doing-sheet">
        <p class="doing-sheet_shop">{words.shop}</p>
        <p class="doing-sheet_title">{words.title}</p>
        <p class="doing-sheet_lead">{words.lead}</p>
        {parts.map(({ title, lines, picture }) => (
          <section class="doing-sheet_part" key={title}>
            <p class="doing-sheet_heading">{title}</p>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {picture === undefined ? null : <div class="doing-sheet_picture">{picture}</div>}
          </section>
        ))}
      </div>
    </PaperSheet>
  );
}
