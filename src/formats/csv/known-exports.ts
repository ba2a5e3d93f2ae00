// The exports of tills and address books that we know by their headings. A heading means what its
// program means by it ("Name" of a Shopify order is the order's number), so within a known layout
// only the columns listed here count.

import type { KnownExportName } from '#domain/import/import-problem.ts';
import type { ColumnMeaning, DayOrder } from '#domain/import/column-meaning.ts';

/** One program's export. `requiredHeadings`: folded headings that must all be there. */
export interface KnownExport {
  readonly list: KnownExportName;
  readonly requiredHeadings: readonly string[];
  readonly columns: readonly (readonly [string, ColumnMeaning])[];
  /** The order of ambiguous dates, where the program always writes the same. */
  readonly order?: DayOrder;
}

const squareReceipt: KnownExport['columns'] = [
  ['date', 'visit-day'],
  ['time', 'visit-time'],
  ['transaction id', 'receipt'],
  ['event type', 'receipt-type'],
  ['transaction status', 'receipt-status'],
  ['customer id', 'customer-number'],
  ['customer name', 'name'],
];

const googleParts: KnownExport['columns'] = [
  ['name', 'name'],
  ['first name', 'first-name'],
  ['given name', 'first-name'],
  ['middle name', 'middle-name'],
  ['additional name', 'middle-name'],
  ['last name', 'last-name'],
  ['family name', 'last-name'],
  ['nickname', 'nickname'],
  ['organization name', 'company'],
  ['birthday', 'birthday'],
  ['notes', 'note'],
  ['labels', 'labels'],
  ['group membership', 'labels'],
  ...[1, 2, 3].flatMap((number): KnownExport['columns'] => [
    [`e mail ${number} value`, 'email'],
    [`phone ${number} value`, 'phone'],
  ]),
  ['address 1 formatted', 'address'],
];

/** The most telling layouts first: the first whose signs are all there is taken. */
export const knownExports: readonly KnownExport[] = [
  {
    list: 'shopify-orders',
    requiredHeadings: ['financial status', 'lineitem name'],
    columns: [
      ['name', 'receipt'],
      ['email', 'email'],
      ['financial status', 'receipt-status'],
      ['created at', 'visit-day'],
      ['total', 'amount'],
      ['refunded amount', 'amount-minus'],
      ['cancelled at', 'cancelled-at'],
      ['billing name', 'name'],
      ['shipping name', 'name'],
      ['billing phone', 'phone'],
      ['phone', 'phone'],
      ['billing street', 'street'],
      ['billing zip', 'postcode'],
      ['billing city', 'city'],
      ['billing country', 'country'],
    ],
  },
  {
    list: 'square-items',
    requiredHeadings: ['transaction id', 'item', 'net sales', 'event type'],
    columns: [...squareReceipt, ['net sales', 'amount'], ['tax', 'amount-plus']],
  },
  {
    list: 'square-transactions',
    requiredHeadings: ['transaction id', 'total collected', 'net sales'],
    columns: [...squareReceipt, ['total collected', 'amount'], ['tip', 'amount-minus']],
  },
  {
    list: 'square-customers',
    requiredHeadings: ['square customer id'],
    order: 'month-first',
    columns: [
      ['square customer id', 'customer-number'],
      ['first name', 'first-name'],
      ['last name', 'last-name'],
      ['surname', 'last-name'],
      ['nickname', 'nickname'],
      ['email address', 'email'],
      ['phone number', 'phone'],
      ['company name', 'company'],
      ['street address 1', 'street'],
      ['street address 2', 'street'],
      ['city', 'city'],
      ['state', 'region'],
      ['postal code', 'postcode'],
      ['birthday', 'birthday'],
      ['memo', 'note'],
    ],
  },
  {
    list: 'loyverse-receipts',
    requiredHeadings: ['receipt number', 'receipt type'],
    columns: [
      ['date', 'visit-day'],
      ['receipt number', 'receipt'],
      ['receipt type', 'receipt-type'],
      ['total collected', 'amount'],
      ['customer name', 'name'],
      ['customer contacts', 'phone'],
      ['status', 'receipt-status'],
    ],
  },
  {
    list: 'loyverse-customers',
    requiredHeadings: ['customer name', 'total visits'],
    columns: [
      ['customer id', 'customer-number'],
      ['customer name', 'name'],
      ['email', 'email'],
      ['phone', 'phone'],
      ['address', 'street'],
      ['city', 'city'],
      ['province', 'region'],
      ['postal code', 'postcode'],
      ['country', 'country'],
      ['note', 'note'],
    ],
  },
  {
    list: 'shopify-customers',
    requiredHeadings: ['first name', 'accepts email marketing'],
    columns: [
      ['customer id', 'customer-number'],
      ['first name', 'first-name'],
      ['last name', 'last-name'],
      ['email', 'email'],
      ['phone', 'phone'],
      ['default address phone', 'phone'],
      ['company', 'company'],
      ['default address company', 'company'],
      ['address1', 'street'],
      ['address2', 'street'],
      ['default address address1', 'street'],
      ['default address address2', 'street'],
      ['city', 'city'],
      ['default address city', 'city'],
      ['province code', 'region'],
      ['default address province code', 'region'],
      ['zip', 'postcode'],
      ['default address zip', 'postcode'],
      ['country code', 'country'],
      ['default address country code', 'country'],
      ['note', 'note'],
      ['tags', 'labels'],
    ],
  },
  {
    list: 'google-contacts',
    requiredHeadings: ['phonetic first name', 'first name'],
    columns: googleParts,
  },
  { list: 'google-contacts', requiredHeadings: ['yomi name', 'given name'], columns: googleParts },
  {
    list: 'opensourcepos-customers',
    requiredHeadings: ['first name', 'account number', 'taxable'],
    columns: [
      ['account number', 'customer-number'],
      ['first name', 'first-name'],
      ['last name', 'last-name'],
      ['email', 'email'],
      ['phone number', 'phone'],
      ['address 1', 'street'],
      ['address2', 'street'],
      ['address 2', 'street'],
      ['city', 'city'],
      ['state', 'region'],
      ['zip', 'postcode'],
      ['country', 'country'],
      ['comments', 'note'],
      ['company', 'company'],
    ],
  },
  // Sales without customers: named here so that they can be refused with a sentence.
  { list: 'sumup-totals', requiredHeadings: ['transaktions id', 'auszahlungs id'], columns: [] },
  {
    list: 'sumup-totals',
    requiredHeadings: ['transaction id', 'payout id', 'payout date'],
    columns: [],
  },
  { list: 'sumup-totals', requiredHeadings: ['transaktionsnummer', 'preis brutto'], columns: [] },
];
