// The lists of the shop: thank-yous of a week, birthdays of a month, who gets a card at Christmas.

import { flowPages } from '#paper/flow-pages.ts';
import type { Measure, PageSize, PaperSheet } from '#paper/marks.ts';
import {
  pageFoot,
  pageHead,
  pageMargin,
  type FootWords,
  type HeadWords,
} from '#paper/page-parts.ts';
import { tableHead, tableRows, words, type TableRow } from '#paper/table-blocks.ts';
import { textStyle } from '#paper/text-blocks.ts';

export interface TableSheets {
  readonly size: PageSize;
  readonly head: HeadWords;
  readonly foot: FootWords;
  /** Of each column: its heading, and its width; the last one takes what is left. */
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly TableRow[];
}

export function tableSheets(table: TableSheets, measure: Measure): readonly PaperSheet[] {
  const width = table.size.w - 2 * pageMargin;
  const fixed = table.columns.slice(0, -1);
  const left = width - fixed.reduce((sum, column) => sum + column.width, 0);
  const columns = [...fixed, { heading: table.columns.at(-1)?.heading ?? '', width: left }];
  return flowPages(tableRows(table.rows, columns, measure), {
    size: table.size,
    margin: pageMargin,
    head: pageHead(table.head, width, measure),
    again: tableHead(columns, measure),
    foot: pageFoot(table.foot, table.size),
  });
}

export type ThankYouRow =
  | { readonly kind: 'group'; readonly words: string }
  | {
      readonly kind: 'person';
      readonly name: string;
      readonly what: string;
      readonly why: string;
      /** A line to write by hand; empty where the owner's own is better. */
      readonly line: string;
    }
  /** A last row for somebody the owner thought of. */
  | { readonly kind: 'own'; readonly words: string };

export interface ThankYouWords {
  readonly who: string;
  readonly why: string;
  readonly line: string;
}

/** The thank-yous of a week: a box to tick, who and what, why, and room to write. */
export function thankYouSheets(
  list: Pick<TableSheets, 'size' | 'head' | 'foot'> & {
    readonly headings: ThankYouWords;
    readonly rows: readonly ThankYouRow[];
  },
  measure: Measure,
): readonly PaperSheet[] {
  const { size, head, foot, headings } = list;
  const columns = [
    { heading: '', width: 10 },
    { heading: headings.who, width: 46 },
    { heading: headings.why, width: 62 },
    { heading: headings.line, width: 0 },
  ];
  return tableSheets({ size, head, foot, columns, rows: list.rows.map(thankYouRow) }, measure);
}

const tick = { kind: 'box', word: '' } as const;

function thankYouRow(row: ThankYouRow): TableRow {
  switch (row.kind) {
    case 'group':
      return { kind: 'group', text: row.words };
    case 'person': {
      const name = { text: row.name, style: textStyle(13.5, { weight: 600 }) };
      const what = { text: row.what, style: textStyle(11.5) };
      const cells = [
        tick,
        { kind: 'words', parts: [name, what] },
        words(row.why),
        words(row.line, { face: 'serif', pt: 12 }),
      ] as const;
      return { kind: 'row', cells };
    }
    case 'own':
      return { kind: 'row', cells: [tick, words(row.words, { tone: 'ink-2' })], minHeight: 20 };
  }
}

export interface DateRow {
  readonly day: string;
  readonly name: string;
  /** Birthday, years with us: never a year of birth. */
  readonly what: string;
}

/** Birthdays, years with the shop and milestones near. */
export function dateSheets(
  list: Pick<TableSheets, 'size' | 'head' | 'foot'> & {
    readonly headings: { readonly day: string; readonly name: string; readonly what: string };
    readonly rows: readonly DateRow[];
  },
  measure: Measure,
): readonly PaperSheet[] {
  const { size, head, foot, headings } = list;
  const columns = [
    { heading: headings.day, width: 42 },
    { heading: headings.name, width: 70 },
    { heading: headings.what, width: 0 },
  ];
  const rows = list.rows.map(({ day, name, what }): TableRow => ({
    kind: 'row',
    cells: [words(day), words(name, { weight: 600, pt: 13.5 }), words(what)],
  }));
  return tableSheets({ size, head, foot, columns, rows }, measure);
}

export interface PersonRow {
  readonly name: string;
  /** How they are known; empty for nothing. */
  readonly cue: string;
  readonly seen: string;
}

/** People of any list: a box to tick, who, when they were here last, and room to write. */
export function peopleSheets(
  list: Pick<TableSheets, 'size' | 'head' | 'foot'> & {
    readonly headings: { readonly name: string; readonly seen: string; readonly note: string };
    readonly rows: readonly PersonRow[];
  },
  measure: Measure,
): readonly PaperSheet[] {
  const { size, head, foot, headings } = list;
  const columns = [
    { heading: '', width: 10 },
    { heading: headings.name, width: 70 },
    { heading: headings.seen, width: 40 },
    { heading: headings.note, width: 0 },
  ];
  const rows = list.rows.map(({ name, cue, seen }): TableRow => {
    const known = { text: name, style: textStyle(13, { weight: 600 }) };
    const parts = cue === '' ? [known] : [known, { text: cue, style: textStyle(11) }];
    return { kind: 'row', cells: [tick, { kind: 'words', parts }, words(seen), words('')] };
  });
  return tableSheets({ size, head, foot, columns, rows }, measure);
}

export interface RoundRow {
  readonly name: string;
  readonly lastYear: string;
  readonly thisYear: string;
  readonly why: string;
  /** Whether an address is there. */
  readonly address: string;
}

/** Everybody on the list of a round such as Christmas, on paper turned on its side. */
export function roundSheets(
  list: Pick<TableSheets, 'size' | 'head' | 'foot'> & {
    readonly headings: RoundRow;
    readonly rows: readonly RoundRow[];
  },
  measure: Measure,
): readonly PaperSheet[] {
  const { size, head, foot, headings } = list;
  const columns = [
    { heading: '', width: 10 },
    { heading: headings.name, width: 62 },
    { heading: headings.lastYear, width: 52 },
    { heading: headings.thisYear, width: 40 },
    { heading: headings.why, width: 70 },
    { heading: headings.address, width: 0 },
  ];
  const rows = list.rows.map((row): TableRow => {
    const name = words(row.name, { weight: 600, pt: 13 });
    const others = [row.lastYear, row.thisYear, row.why, row.address].map((text) => words(text));
    return { kind: 'row', cells: [tick, name, ...others] };
  });
  return tableSheets({ size, head, foot, columns, rows }, measure);
}
