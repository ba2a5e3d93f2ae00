import { describe, expect, it } from 'vitest';
import { guessColumns } from '#formats/columns/guess-columns.ts';
import { isData, meaningByContent } from '#formats/columns/content-meaning.ts';
import { day } from '../../support/shops/shop-with.ts';

const today = day('2026-11-21');

describe('a column without a heading', () => {
  it.each([
    ['visit-day', ['14.09.2026', '15.09.2026', '', '16.09.2026']],
    ['birthday', ['14.09.1961', '15.09.1975', '16.09.2026']],
    ['visit-day', ['14.09.1961', '15.09.2026', '16.09.2026']],
    ['visit-day', ['2026-09-14T08:30:00Z', '2026-09-15T09:30:00Z']],
    ['email', ['a@example.org', 'b@example.org']],
    ['visit-time', ['08:30', '17h45']],
    ['phone', ['07700 900461', '+44 20 7946 0018']],
    ['amount', ['18.40', '7,50', '£3.00']],
    ['amount', ['1.234,5', '2.5']],
    ['customer-number', ['C-1002', '17', 'AB#3-4']],
    ['name', ['Mrs Khan', 'Tom R.']],
    ['skip', ['', '-', '0000-00-00']],
    ['skip', ['***', '+++']],
  ])('is a %s by its cells', (meaning, cells) => {
    expect(meaningByContent(cells, today)).toBe(meaning);
  });

  it('is what four in five of its cells are', () => {
    const days = ['1.9.2026', '2.9.2026', '3.9.2026', '4.9.2026'];
    expect(meaningByContent([...days, 'Mrs Khan'], today)).toBe('visit-day');
    expect(meaningByContent([...days.slice(1), 'Mrs Khan'], today)).toBe('skip');
  });

  it('has birthdays from twelve years ago on', () => {
    expect(meaningByContent(['20.11.2014'], today)).toBe('birthday');
    expect(meaningByContent(['21.11.2014'], today)).toBe('visit-day');
  });
});

it.each([
  ['a@example.org', true],
  ['07700 900461', true],
  ['18,40 €', true],
  ['14 Sep 2026', true],
  ['-', false],
  ['', false],
  ['Name', false],
  ['Q1 sales', false],
])('"%s" is data and no heading: %s', (cell, isOne) => {
  expect(isData(cell, today)).toBe(isOne);
});

describe('columns of a list whose headings are known in part', () => {
  it('get a name, an address and a dialled number by their cells', () => {
    expect(
      meaningsOf({
        Vardas: ['Ona Petraitė', 'Jonas Kazlauskas'],
        Email: ['ona@example.org', 'jonas@example.org'],
        Skambinti: ['+370 612 34567', '+370 698 76543'],
        Kodas: ['61234567', '69876543'],
      }),
    ).toEqual(['name', 'email', 'phone', 'skip']);
  });

  it('get no second name, and none where much else is known', () => {
    expect(
      meaningsOf({ Name: ['Ona', 'Jonas'], Pardavėjas: ['Ieva', 'Rasa'], Email: ['', ''] }),
    ).toEqual(['name', 'skip', 'email']);
    const known = { Email: ['o@example.org'], Phone: ['0612 34567'] };
    expect(meaningsOf({ ...known, Pardavėjas: ['Ieva Rasa'] })).toEqual(['email', 'phone', 'skip']);
  });

  it('get a time only where there is a day without one', () => {
    const cells = ['08:30', '09:45'];
    const days = ['14.09.2026', '15.09.2026'];
    const names = ['Ona Petraitė', 'Jonas Kazlauskas'];
    expect(meaningsOf({ Name: names, Date: days, Laikas: cells })).toEqual([
      'name',
      'visit-day',
      'visit-time',
    ]);
    expect(meaningsOf({ Name: names, Laikas: cells })).toEqual(['name', 'skip']);
  });

  it('take the fuller of two days, and the day of the visit before that of its booking', () => {
    const names = ['Mrs Khan', 'Tom R.'];
    const days = ['14.09.2026', '15.09.2026'];
    expect(meaningsOf({ Customer: names, Date: ['', ''], 'Visit date': days })).toEqual([
      'name',
      'skip',
      'visit-day',
    ]);
    expect(meaningsOf({ Customer: names, 'Booking date': days, 'Appointment date': days })).toEqual(
      ['name', 'skip', 'visit-day'],
    );
  });

  it('keep both surnames of Spain, and only the first of two birthdays', () => {
    expect(
      meaningsOf({
        Nombre: ['Ana', 'Luis'],
        'Primer apellido': ['García', 'Pérez'],
        'Segundo apellido': ['López', 'Ruiz'],
        'Fecha de nacimiento': ['14/09/1961', '15/09/1975'],
        Cumpleaños: ['14/09/1961', '15/09/1975'],
      }),
    ).toEqual(['first-name', 'last-name', 'last-name', 'birthday', 'skip']);
  });

  it('read codes under "Customer" as numbers', () => {
    expect(meaningsOf({ Customer: ['C-1', 'C-2'], Date: ['14.09.2026', '15.09.2026'] })).toEqual([
      'customer-number',
      'visit-day',
    ]);
  });
});

describe('a heading that may mean the card of a customer or what was paid by it', () => {
  it('means what was paid only where each cell is money', () => {
    const Name = ['Edda Krol', 'Bram Osei'];
    const Date = ['14.09.2026', '15.09.2026'];
    expect(meaningsOf({ Name, Date, 'Card no': ['12.50', '3.20'] })[2]).toBe('skip');
    expect(meaningsOf({ Name, Date, 'Card no': ['12.50', 'C-17'] })[2]).toBe('customer-number');
  });
});

describe('a customer number in a list of sales', () => {
  const Date = ['14.09.2026', '14.09.2026', '15.09.2026', '15.09.2026'];
  const Receipt = ['1', '2', '3', '4'];
  const Customer = ['Edda Krol', 'Bram Osei', 'Edda Krol', 'Bram Osei'];

  it('stays the same each time they come', () => {
    const list = { Date, Receipt, Customer, 'Customer number': ['7', '8', '7', '8'] };
    expect(meaningsOf(list)[3]).toBe('customer-number');
  });

  it('is the number of the sale where it changes each time', () => {
    const list = { Date, Receipt, Customer, 'Customer number': ['7', '8', '9', '10'] };
    expect(meaningsOf(list)[3]).toBe('skip');
  });

  it('may change beside those without a name', () => {
    const list = {
      Date,
      Receipt,
      Customer: [' ', ' ', ' ', 'Bram Osei'],
      'Customer number': ['7', '8', '9', '10'],
    };
    expect(meaningsOf(list)[3]).toBe('customer-number');
  });
});

describe('a column called "Name" in a list of sales', () => {
  const sale = { Date: ['14.09.2026', '14.09.2026', '15.09.2026'], Receipt: ['1', '1', '2'] };

  it('holds goods beside a quantity', () => {
    const goods = { ...sale, Name: ['rye loaf', 'bun', 'rye loaf'], Qty: ['1', '2', '1'] };
    expect(meaningsOf(goods)[2]).not.toBe('name');
  });

  it('holds goods where one receipt has several', () => {
    expect(meaningsOf({ ...sale, Name: ['rye loaf', 'bun', 'rye loaf'] })[2]).not.toBe('name');
  });

  it('holds people where one receipt has one', () => {
    expect(meaningsOf({ ...sale, Name: ['red bike', 'red bike', 'bun'] })[2]).toBe('name');
  });

  it('holds people where half of them are written as people are', () => {
    const Name = ['Amina Khan', 'Tom Reid', 'Hana Sato', 'bun'];
    const [Date, Receipt] = [sale.Date.concat('16.09.2026'), ['1', '1', '2', '2']];
    expect(meaningsOf({ Date, Receipt, Name, Qty: ['1', '1', '1', '1'] })[2]).toBe('name');
  });

  it('holds customers where the heading says so', () => {
    expect(
      meaningsOf({ ...sale, 'Customer name': ['bun', 'rye', 'bun'], Qty: ['1', '2', '1'] })[2],
    ).toBe('name');
  });
});

function meaningsOf(columns: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const sampled = Object.entries(columns).map(([heading, cells]) => ({ heading, cells }));
  return guessColumns(sampled, today).meanings;
}
