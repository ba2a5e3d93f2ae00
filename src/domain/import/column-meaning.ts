// What a column of an imported list may mean to the shop. Its words are in i18n, the guessing in
// formats.

/** What a column may hold, in the order of the choices. `skip`: nothing the shop needs. */
export const columnMeanings = [
  'skip',
  'name',
  'first-name',
  'middle-name',
  'last-name',
  'nickname',
  'customer-number',
  'company',
  'phone',
  'email',
  'birthday',
  'address',
  'street',
  'postcode',
  'city',
  'region',
  'country',
  'cue',
  'note',
  'labels',
  'visit-day',
  'visit-time',
  'amount',
  'amount-plus',
  'amount-minus',
  'receipt',
  'receipt-type',
  'receipt-status',
  'cancelled-at',
] as const;

export type ColumnMeaning = (typeof columnMeanings)[number];

/** Whether 03/04 is the 3rd of April (`day-first`) or the 4th of March. */
export type DayOrder = 'day-first' | 'month-first';
