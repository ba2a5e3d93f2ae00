// What the screens and the worker pass each other about exports: plain data.

import type { Day } from '#lib/day.ts';
import type { ExportTableName } from '#formats/export/export-table.ts';

/** A workbook of all lists, one list as delimited text, contact cards, or a calendar. */
export type ExportForm =
  | { readonly kind: 'workbook' }
  | { readonly kind: 'list'; readonly table: ExportTableName }
  | { readonly kind: 'contact-cards'; readonly version: '3.0' | '4.0' }
  | { readonly kind: 'calendar' };

export interface ExportRequest {
  readonly form: ExportForm;
  readonly today: Day;
  /** The region's decimal sign. */
  readonly decimal: '.' | ',';
  /** What stands in the calendar, with {name} where the name goes. */
  readonly birthdayWords: string;
}

export interface CreatedExport {
  readonly file: Blob;
  /** Without the ending. */
  readonly name: string;
  readonly ending: string;
  /** Rows, people or events in it. */
  readonly count: number;
}
