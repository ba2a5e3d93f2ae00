import { describe, expect, test } from 'vitest';
import { amountOf } from '#formats/cells/cell-amount.ts';
import { currencyIn } from '#formats/cells/cell-currency.ts';
import { dateTimeOf } from '#formats/cells/cell-day.ts';
import { minuteOf } from '#formats/cells/cell-minute.ts';
import { inSpokenOrder, isSurnameFirst } from '#formats/cells/name-order.ts';
import { parseBirthday } from '#formats/cells/parse-birthday.ts';
import { isReportLine, isTotalWord, rejectedAs } from '#formats/cells/row-words.ts';
import { isStandIn } from '#formats/cells/stand-ins.ts';
import { day } from '../../support/shops/shop-with.ts';

const rules = { order: 'day-first', today: day('2026-11-21') } as const;

test.each([
  ['den 15 sep 2026', '2026-09-15', null],
  ['2 сентября 2026 г.', '2026-09-02', null],
  ['1° ottobre 2026', '2026-10-01', null],
  ['lunedì 14 settembre 2026, ore 9:05', '2026-09-14', 545],
  ['13/09/2026 à 08:05', '2026-09-13', 485],
  ['le 1er août 2026 à 18h', '2026-08-01', 1080],
  ['15.09.2026 um 8 Uhr 15', '2026-09-15', 495],
  ['14-ago-2026 20:15hs', '2026-08-14', 1215],
  ['2026-Sep-14 08:05', '2026-09-14', 485],
  ['13 09 2026', '2026-09-13', null],
  ['2026-09-16T08:35:00[Europe/London]', '2026-09-16', 515],
])('a day as written: %s', (text, expected, minute) => {
  expect(dateTimeOf(text, rules)).toEqual({ kind: 'wall', day: expected, minute });
});

test.each([
  ['9.05 uur', 545],
  ['10.30u', 630],
  ['10:00 - 10:30', 600],
  ['11:00–11:45', 660],
  ['0805', 485],
  ['141530', 855],
])('a time as written: %s', (text, minute) => {
  expect(minuteOf(text)).toBe(minute);
});

test.each([
  ['12:50', 1250],
  ['8:-', 800],
  ['₹ 18/-', 1800],
])('an amount as written: %s', (text, units) => {
  expect(amountOf(text, null, 2)).toBe(units);
});

test('1,840円 is in yen', () => {
  expect(currencyIn('1,840円')).toBe('JPY');
});

test.each([
  ['14 May', '05-14'],
  ['May 14', '05-14'],
  ['22. Juli', '07-22'],
  ['29 February', '02-29'],
])('a birthday without a year: %s', (text, birthday) => {
  expect(parseBirthday(text, rules)).toBe(birthday);
});

describe('who is nobody in particular', () => {
  test.each([
    'Klient indywidualny',
    'Client au comptoir',
    'Cliente al banco',
    'Ohne Kunde',
    'Sans client',
    'Kontantförsäljning',
    'Vendita al banco',
    'Table 4',
    'Takeaway',
    '*** CASH SALE ***',
    'Walk-in 3',
    'Laufkunde 2',
    'Client au comptoir 12',
  ])('%s', (name) => {
    expect(isStandIn(name)).toBe(true);
  });

  test.each(['Johnny Cash', 'Anna Gast', 'Guest, Mary', 'Table Mountain Ltd', 'Bar Levi'])(
    'but %s is somebody',
    (name) => {
      expect(isStandIn(name)).toBe(false);
    },
  );
});

describe('what becomes of a row', () => {
  test.each([
    ['Did not show', 'no-show'],
    ['No asistió', 'no-show'],
    ['Nie przyszedł', 'no-show'],
    ['Uteblev', 'no-show'],
    ['Faltou', 'no-show'],
    ['Disdetto', 'cancelled'],
    ['Odwołana', 'cancelled'],
    ['Avbokad', 'cancelled'],
    ['Afgezegd', 'cancelled'],
    ['Desmarcada', 'cancelled'],
    ['Verschoben', 'cancelled'],
    ['Reversed', 'cancelled'],
    ['Parked', 'pending'],
    ['Quote', 'not-a-sale'],
    ['Anfangsbestand', 'not-a-sale'],
  ])('%s: %s', (text, code) => {
    expect(rejectedAs(text)).toBe(code);
  });

  test.each(['Daily total', 'Tagessumme', '2 customers', 'Anzahl Kunden: 2'])(
    '%s is a sum',
    (text) => {
      expect(isTotalWord(text)).toBe(true);
    },
  );

  test.each(['Page 1 of 2', 'End of report', 'Erstellt am 21.11.2026'])(
    '%s is of the report',
    (text) => {
      expect(isReportLine(text)).toBe(true);
    },
  );
});

test('names are turned where all of a list are written family name first', () => {
  expect(isSurnameFirst(['Krol, Edda', '', 'Osei, Bram'], 'Customer')).toBe(true);
  expect(isSurnameFirst(['Krol, Edda', 'Bram Osei'], 'Customer')).toBe(false);
  expect(isSurnameFirst(['Krol, Edda', 'Corner Books, Ltd.'], 'Customer')).toBe(false);
  expect(isSurnameFirst(['Krol, Edda'], 'Nachname, Vorname')).toBe(true);
  expect(inSpokenOrder('van der Meulen, Sanne')).toBe('Sanne van der Meulen');
});
