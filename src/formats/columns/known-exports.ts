// Exports of tills and address books, known by their headings. Only the columns listed here count,
// because a program may use a word in its own way ("Name" of a Shopify order is its number).

import type { KnownExportName } from '#domain/import/import-problem.ts';
import type { ColumnMeaning, DayOrder } from '#domain/import/column-meaning.ts';

/** One program's export. `requiredHeadings`: folded headings that must all be there. */
export interface KnownExport {
  readonly list: KnownExportName;
  readonly requiredHeadings: readonly string[];
  /** For each meaning the folded headings that have it, the best one first. */
  readonly columns: { readonly [Each in ColumnMeaning]?: string };
  /** The order of ambiguous dates, where the program always writes the same. */
  readonly order?: DayOrder;
}

const squareReceipt: KnownExport['columns'] = {
  'visit-day': 'date',
  'visit-time': 'time',
  receipt: 'transaction id',
  'receipt-type': 'event type',
  'receipt-status': 'transaction status',
  'customer-number': 'customer id',
  name: 'customer name',
};

const googleParts: KnownExport['columns'] = {
  name: 'name',
  'first-name': 'first name, given name',
  'middle-name': 'middle name, additional name',
  'last-name': 'last name, family name',
  nickname: 'nickname',
  company: 'organization name',
  birthday: 'birthday',
  note: 'notes',
  labels: 'labels, group membership',
  email: 'e mail 1 value, e mail 2 value, e mail 3 value, e mail 4 value',
  phone: 'phone 1 value, phone 2 value, phone 3 value, phone 4 value, phone 5 value',
  address: 'address 1 formatted, address 2 formatted, address 3 formatted',
};

// Our own lists have as many columns of one kind as somebody has numbers.
function several(heading: string): string {
  const more = Array.from({ length: 19 }, (_each, place) => `${heading} ${place + 2}`);
  return [heading, ...more].join(', ');
}

/** The first whose required headings are all there is taken. */
export const knownExports: readonly KnownExport[] = [
  {
    list: 'regulars-people',
    requiredHeadings: ['regulars id', 'how you know them', 'may email'],
    columns: {
      'customer-number': 'regulars id',
      name: 'name',
      nickname: several('also called'),
      phone: several('phone'),
      email: several('email'),
      address: several('address'),
      cue: 'how you know them',
      birthday: 'birthday',
      note: 'note',
      'may-email': 'may email',
      'may-phone': 'may phone',
      'may-post': 'may post',
    },
  },
  {
    list: 'regulars-visits',
    requiredHeadings: ['regulars id', 'just looking', 'visit note'],
    columns: {
      'customer-number': 'regulars id',
      name: 'name',
      'visit-day': 'date',
      'visit-time': 'time',
      amount: 'amount',
      receipt: 'receipt',
      cancelled: 'just looking',
    },
  },
  {
    list: 'shopify-orders',
    requiredHeadings: ['financial status', 'lineitem name'],
    columns: {
      receipt: 'name',
      email: 'email',
      'receipt-status': 'financial status',
      'visit-day': 'created at',
      amount: 'total',
      'amount-minus': 'refunded amount',
      cancelled: 'cancelled at',
      currency: 'currency',
      'may-email': 'accepts marketing',
      name: 'billing name, shipping name',
      phone: 'billing phone, phone',
      street: 'billing street',
      postcode: 'billing zip',
      city: 'billing city',
      country: 'billing country',
    },
  },
  {
    list: 'square-items',
    requiredHeadings: ['transaction id', 'item', 'net sales', 'event type'],
    columns: { ...squareReceipt, amount: 'net sales', 'amount-plus': 'tax' },
  },
  {
    list: 'square-transactions',
    requiredHeadings: ['transaction id', 'total collected', 'net sales'],
    columns: { ...squareReceipt, amount: 'total collected', 'amount-minus': 'tip' },
  },
  {
    list: 'square-customers',
    requiredHeadings: ['square customer id'],
    order: 'month-first',
    columns: {
      'customer-number': 'square customer id',
      'first-name': 'first name',
      'last-name': 'last name, surname',
      nickname: 'nickname',
      email: 'email address',
      phone: 'phone number',
      company: 'company name',
      street: 'street address 1, street address 2',
      city: 'city',
      region: 'state',
      postcode: 'postal code',
      birthday: 'birthday',
      note: 'memo',
      'may-email': 'email subscription status',
      'no-messages': 'email unsubscribed',
    },
  },
  {
    list: 'loyverse-items',
    requiredHeadings: ['receipt number', 'receipt type', 'item', 'net sales'],
    columns: {
      'visit-day': 'date',
      receipt: 'receipt number',
      'receipt-type': 'receipt type',
      amount: 'net sales',
      'amount-plus': 'taxes',
      name: 'customer name',
      phone: 'customer contacts',
      'receipt-status': 'status',
    },
  },
  {
    list: 'loyverse-receipts',
    requiredHeadings: ['receipt number', 'receipt type'],
    columns: {
      'visit-day': 'date',
      receipt: 'receipt number',
      'receipt-type': 'receipt type',
      amount: 'total collected',
      name: 'customer name',
      phone: 'customer contacts',
      'receipt-status': 'status',
    },
  },
  {
    list: 'loyverse-customers',
    requiredHeadings: ['customer name', 'total visits'],
    columns: {
      'customer-number': 'customer id',
      name: 'customer name',
      email: 'email',
      phone: 'phone',
      street: 'address',
      city: 'city',
      region: 'province',
      postcode: 'postal code',
      country: 'country',
      note: 'note',
    },
  },
  {
    list: 'shopify-customers',
    requiredHeadings: ['first name', 'accepts email marketing'],
    columns: {
      'customer-number': 'customer id',
      'first-name': 'first name',
      'last-name': 'last name',
      email: 'email',
      phone: 'phone, default address phone',
      company: 'company, default address company',
      street: 'address1, address2, default address address1, default address address2',
      city: 'city, default address city',
      region: 'province code, default address province code',
      postcode: 'zip, default address zip',
      country: 'country code, default address country code',
      'may-email': 'accepts email marketing',
      'may-phone': 'accepts sms marketing',
      note: 'note',
      labels: 'tags',
    },
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
    columns: {
      'customer-number': 'account number',
      'first-name': 'first name',
      'last-name': 'last name',
      email: 'email',
      phone: 'phone number',
      street: 'address 1, address2, address 2',
      city: 'city',
      region: 'state',
      postcode: 'zip',
      country: 'country',
      note: 'comments',
      company: 'company',
      'may-email': 'consent',
    },
  },
];
