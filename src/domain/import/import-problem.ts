// Why a whole file cannot be imported. Each case has its sentence in i18n; nothing is stored.

/** The program whose list this looks like. */
export type KnownExportName =
  | 'regulars-people'
  | 'regulars-visits'
  | 'square-customers'
  | 'square-transactions'
  | 'square-items'
  | 'loyverse-receipts'
  | 'loyverse-items'
  | 'loyverse-customers'
  | 'shopify-orders'
  | 'shopify-customers'
  | 'google-contacts'
  | 'opensourcepos-customers';

export type ImportProblem =
  /** The file could not be read from the disk. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'empty' }
  /** Bytes; refused before a byte is read. */
  | { readonly kind: 'too-big'; readonly bytes: number; readonly greatest: number }
  | { readonly kind: 'too-many-rows'; readonly greatest: number }
  /** Bytes of no form that is known: a program, a database. */
  | { readonly kind: 'binary' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'pdf' }
  /** A zip or another packed file that is no workbook. */
  | { readonly kind: 'packed' }
  /** Excel before 2007, `.xls`. */
  | { readonly kind: 'old-workbook' }
  /** Excel's binary form, `.xlsb`. */
  | { readonly kind: 'binary-workbook' }
  /** A workbook with a password. */
  | { readonly kind: 'locked-workbook' }
  | { readonly kind: 'damaged-workbook' }
  /** It would unpack to more than a shop's list can be. */
  | { readonly kind: 'too-much-in-workbook' }
  | { readonly kind: 'too-many-columns'; readonly greatest: number }
  /** A table of LibreOffice, `.ods`. */
  | { readonly kind: 'open-document' }
  /** A table of Apple Numbers. */
  | { readonly kind: 'numbers-document' }
  /** A letter of Word, Pages or the like. */
  | { readonly kind: 'text-document' }
  | { readonly kind: 'json' }
  | { readonly kind: 'not-a-table' }
  | { readonly kind: 'no-rows' }
  /** One line a day with its takings: no purchases of anybody. */
  | { readonly kind: 'day-totals' }
  /** Nothing says who. */
  | { readonly kind: 'no-name-column' }
  /** A column with amounts or times, but none with days. */
  | { readonly kind: 'no-day-column' }
  /** 03/04 may be April or March, and the shopkeeper has not said which. */
  | { readonly kind: 'day-order-unknown' }
  /** The same file was imported before (epoch ms) and not undone. */
  | { readonly kind: 'already-imported'; readonly at: number };

/** Bytes of a list, whose text is in memory. A year of a busy shop is about one megabyte. */
export const maxImportBytes = 100_000_000;

/** Rows of a list; a spreadsheet has no more. */
export const maxImportRows = 1_048_576;

/** Characters of one row. */
export const maxRowLength = 65_536;
