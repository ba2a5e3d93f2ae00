import { describe, expect, test } from 'vitest';
import { dayOrderIn, meaningOfHeading } from '#formats/columns/headings.ts';

describe('a heading put together of known words', () => {
  test.each([
    ['Final price (GBP)', 'amount'],
    ['order_total_gbp', 'amount'],
    ['GROSS_AMT', 'amount'],
    ['Bonsumme', 'amount'],
    ['Totale documento', 'amount'],
    ['VAT amount', 'amount-plus'],
    ['Rechnung vom Datum', undefined],
    ['Bon-Datum', 'visit-day'],
    ['Termin am', 'visit-day'],
    ['Fecha ticket', 'visit-day'],
    ['Verkooptijd', 'visit-time'],
    ['Appointment time', 'visit-day'],
    ['Bon-Zeit', 'visit-time'],
    ['TRANS_NO', 'receipt'],
    ['Numero documento', 'receipt'],
    ['Transaktionstyp', 'receipt-type'],
    ['Terminstatus', 'receipt-status'],
    ['Order type', 'skip'],
    ['Number of orders', 'skip'],
    ['Total points', 'skip'],
    ['Appointment start', 'visit-day'],
    ['Date du RDV', 'visit-day'],
    ['N° carte', 'customer-number'],
    ['Nachname, Vorname', 'name'],
    ['Invitee Name', 'name'],
    ['cust_name', 'name'],
    ['customerPhone', 'phone'],
    ['Postal / Zip Code', 'postcode'],
    ['PLZ/Ort', 'city'],
    ['Straße/Hausnr.', 'street'],
    ['physical_address1', 'street'],
    ['Street1', 'street'],
    ['Ship City', 'city'],
    ['Emergency phone', 'skip'],
    ['Empfänger E-Mail-Adresse', 'skip'],
    ['Telefax', 'skip'],
    ['Customer since', 'skip'],
    ['Registriert am', 'skip'],
  ])('%s: %s', (heading, meaning) => {
    expect(meaningOfHeading(heading)).toBe(meaning);
  });
});

describe('a heading of consent or of what became of a visit', () => {
  test.each([
    ['SMS erlaubt', 'may-phone'],
    ['Marketing Allowed', 'may-email'],
    ['Opt-in newsletter', 'may-email'],
    ['Accepte les emails', 'may-email'],
    ['Acepta comunicaciones', 'may-email'],
    ['Zgoda na e-mail', 'may-email'],
    ['Согласие на рассылку', 'may-email'],
    ['Wil nieuwsbrief ontvangen', 'may-email'],
    ['Vill ha SMS', 'may-phone'],
    ['Werbung per Post', 'may-post'],
    ['Do Not Call', 'may-phone'],
    ['Baja newsletter', 'no-messages'],
    ['UNSUB_TIME', 'no-messages'],
    ['Uitgeschreven op', 'no-messages'],
    ['UNSUB_REASON', undefined],
    ['Customer phone no.', 'phone'],
    ['Non presentato', 'cancelled'],
    ['Late cancellation?', 'cancelled'],
    ['is_refund', 'cancelled'],
    ['Attended', 'cancelled'],
  ])('%s: %s', (heading, meaning) => {
    expect(meaningOfHeading(heading)).toBe(meaning);
  });
});

test.each([
  ['SALE DATE (DD/MM/YYYY)', 'day-first'],
  ['Datum (TT.MM.JJJJ)', 'day-first'],
  ['Date MM/DD/YY', 'month-first'],
  ['Date', null],
])('the order of days that %s names: %s', (heading, order) => {
  expect(dayOrderIn(heading)).toBe(order);
});
