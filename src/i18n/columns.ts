// What a column of a list means, and whose list it is, in words.

import type { KnownList } from '#domain/import-problem.ts';
import type { ColumnMeaning } from '#domain/list-column.ts';
import * as m from './compiled/messages.js';

/** The word for what a column holds. */
export function meaningWord(meaning: ColumnMeaning): string {
  return words[meaning]();
}

/** The name of the program that a list comes from. */
export function programName(list: KnownList): string {
  return programs[list]();
}

const words: Readonly<Record<ColumnMeaning, () => string>> = {
  skip: m.bring_in_means_skip,
  name: m.bring_in_means_name,
  'first-name': m.bring_in_means_first_name,
  'middle-name': m.bring_in_means_middle_name,
  'last-name': m.bring_in_means_last_name,
  nickname: m.bring_in_means_nickname,
  company: m.bring_in_means_company,
  'customer-number': m.bring_in_means_customer_number,
  phone: m.bring_in_means_phone,
  email: m.bring_in_means_email,
  address: m.bring_in_means_address,
  street: m.bring_in_means_street,
  postcode: m.bring_in_means_postcode,
  city: m.bring_in_means_city,
  region: m.bring_in_means_region,
  country: m.bring_in_means_country,
  birthday: m.bring_in_means_birthday,
  cue: m.bring_in_means_cue,
  note: m.bring_in_means_note,
  labels: m.bring_in_means_labels,
  'visit-day': m.bring_in_means_visit_day,
  'visit-time': m.bring_in_means_visit_time,
  amount: m.bring_in_means_amount,
  'amount-plus': m.bring_in_means_amount_plus,
  'amount-minus': m.bring_in_means_amount_minus,
  receipt: m.bring_in_means_receipt,
  'receipt-type': m.bring_in_means_receipt_type,
  'receipt-status': m.bring_in_means_receipt_status,
  'cancelled-at': m.bring_in_means_cancelled_at,
};

const programs: Readonly<Record<KnownList, () => string>> = {
  'square-customers': m.bring_in_program_square,
  'square-transactions': m.bring_in_program_square,
  'square-items': m.bring_in_program_square,
  'loyverse-receipts': m.bring_in_program_loyverse,
  'loyverse-customers': m.bring_in_program_loyverse,
  'shopify-orders': m.bring_in_program_shopify,
  'shopify-customers': m.bring_in_program_shopify,
  'google-contacts': m.bring_in_program_google,
  'opensourcepos-customers': m.bring_in_program_opensourcepos,
  'sumup-totals': m.bring_in_program_sumup,
};
