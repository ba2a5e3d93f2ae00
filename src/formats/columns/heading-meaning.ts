import type { ColumnMeaning } from '#domain/import/column-meaning.ts';

/** What a heading says: a meaning, or a day that is a visit only in a list of sales. */
export type HeadingMeaning = ColumnMeaning | 'record-day';
