// What a column of a list means, and whose list it is, in words.

import type { KnownExportName } from '#domain/import/import-problem.ts';
import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import { m } from './catalogue.ts';

export function meaningWord(meaning: ColumnMeaning): string {
  return words[meaning]();
}

export function programName(list: KnownExportName): string {
  return programs[list]();
}

const words: Readonly<Record<ColumnMeaning, () => string>> = {
  skip: m.import_means_skip,
  name: m.import_means_name,
  'first-name': m.import_means_first_name,
  'middle-name': m.import_means_middle_name,
  'last-name': m.import_means_last_name,
  nickname: m.import_means_nickname,
  company: m.import_means_company,
  'customer-number': m.import_means_customer_number,
  phone: m.import_means_phone,
  email: m.import_means_email,
  address: m.import_means_address,
  street: m.import_means_street,
  postcode: m.import_means_postcode,
  city: m.import_means_city,
  region: m.import_means_region,
  country: m.import_means_country,
  birthday: m.import_means_birthday,
  cue: m.import_means_cue,
  note: m.import_means_note,
  labels: m.import_means_labels,
  'visit-day': m.import_means_visit_day,
  'visit-time': m.import_means_visit_time,
  amount: m.import_means_amount,
  'amount-plus': m.import_means_amount_plus,
  'amount-minus': m.import_means_amount_minus,
  receipt: m.import_means_receipt,
  'receipt-type': m.import_means_receipt_type,
  'receipt-status': m.import_means_receipt_status,
  cancelled: m.import_means_cancelled,
  'name-particle': m.import_means_name_particle,
  salutation: m.import_means_salutation,
  'house-number': m.import_means_house_number,
  'may-email': m.import_means_may_email,
  'may-phone': m.import_means_may_phone,
  'may-post': m.import_means_may_post,
  'no-messages': m.import_means_no_messages,
  currency: m.import_means_currency,
};

const programs: Readonly<Record<KnownExportName, () => string>> = {
  'regulars-people': m.import_program_regulars,
  'regulars-visits': m.import_program_regulars,
  'square-customers': m.import_program_square,
  'square-transactions': m.import_program_square,
  'square-items': m.import_program_square,
  'loyverse-receipts': m.import_program_loyverse,
  'loyverse-items': m.import_program_loyverse,
  'loyverse-customers': m.import_program_loyverse,
  'shopify-orders': m.import_program_shopify,
  'shopify-customers': m.import_program_shopify,
  'google-contacts': m.import_program_google,
  'opensourcepos-customers': m.import_program_opensourcepos,
};
