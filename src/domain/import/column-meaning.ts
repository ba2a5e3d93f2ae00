// What a column of an imported list may mean to the shop. Its words are in i18n, the guessing in
// formats.

/** What a column may hold, in the order of the choices. `skip`: nothing the shop needs. */
export const columnMeanings = [
  'skip',
  'name',
  'first-name',
  'middle-name',
  'name-particle',
  'last-name',
  'salutation',
  'nickname',
  'customer-number',
  'company',
  'phone',
  'email',
  'birthday',
  'address',
  'street',
  'house-number',
  'postcode',
  'city',
  'region',
  'country',
  'cue',
  'note',
  'labels',
  'may-email',
  'may-phone',
  'may-post',
  'no-messages',
  'visit-day',
  'visit-time',
  'amount',
  'amount-plus',
  'amount-minus',
  'currency',
  'receipt',
  'receipt-type',
  'receipt-status',
  'cancelled',
] as const;

export type ColumnMeaning = (typeof columnMeanings)[number];

/** Whether 03/04 is the 3rd of April (`day-first`) or the 4th of March. */
export type DayOrder = 'day-first' | 'month-first';
