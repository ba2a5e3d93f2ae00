import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '#domain/customers/customer.ts';
import { heldRows } from '#formats/held/held-rows.ts';
import { namesHider } from '#formats/held/names-hider.ts';
import { factBatch, factTables, type FactBatch, type FactTable } from '#schema/tables.ts';
import { anyRow } from '../../support/shops/fact-rows.ts';
import { customerId, day, personWith } from '../../support/shops/shop-with.ts';

const khan = personWith({ name: 'Amina Khan', note: 'Two loaves' }).customer;
const joan = personWith({ name: 'Joan Price', alsoCalled: ['Joanie P.'] }).customer;
const request = { ids: new Set([khan.id, customerId('second')]), another: 'another customer' };

describe('what is held about somebody', () => {
  it.each(factTables.filter((table) => table !== 'settings'))(
    'has every row of %s that is theirs, field by field',
    (table) => {
      fc.assert(
        fc.property(anyRow[table], (drawn) => {
          const row = owned(table, { ...drawn });
          const held = heldRows(factsWith(table, row), request)[table];
          expect(held).toHaveLength(table === 'customers' ? 2 : 1);
          const named = Object.keys(row).filter((field) => saysWhom(table, field, row));
          expect(Object.keys(held.at(-1) ?? {})).toEqual(expect.arrayContaining(named));
        }),
        { numRuns: 40 },
      );
    },
  );

  it('has no row and no word of anybody else', () => {
    fc.assert(
      fc.property(anyRow.visits, anyRow.moments, anyRow.gestures, (visit, moment, gesture) => {
        const facts = factBatch(() => []);
        const rows = heldRows(
          {
            ...facts,
            customers: [khan, joan],
            visits: [{ ...visit, customerId: joan.id }],
            moments: [{ ...moment, customerId: joan.id, about: null }],
            gestures: [{ ...gesture, customerId: joan.id }],
          },
          request,
        );
        expect([rows.visits, rows.moments, rows.gestures].flat()).toEqual([]);
        expect(JSON.stringify(rows)).not.toContain('Joan');
      }),
    );
  });

  it('calls everybody else another customer, in lists, sentences and their own names', () => {
    const row: Customer = {
      ...khan,
      sentBy: joan.id,
      notSameAs: [joan.id],
      note: 'Joan Price is a friend, so is Joanie P. (not Joanna)',
    };
    const rows = heldRows({ ...factBatch(() => []), customers: [row, joan] }, request);
    expect(rows.customers).toEqual([
      expect.objectContaining({
        sentBy: 'another customer',
        notSameAs: ['another customer'],
        note: 'another customer is a friend, so is another customer. (not Joanna)',
      }),
    ]);
  });

  it('has what others’ rows say of them, without whose rows those are', () => {
    const sent = { ...joan, sentBy: khan.id };
    const { moments, weeks, customers } = heldRows(
      {
        ...factBatch(() => []),
        customers: [khan, sent],
        moments: personWith({
          name: 'Joan Price',
          moments: [{ kind: 'sent', day: day('2026-03-01'), about: khan.id, text: 'secret' }],
        }).moments,
        weeks: fc.sample(anyRow.weeks, 1).map((week) => ({
          ...week,
          chosen: [joan.id, khan.id],
          eligible: [joan.id],
          heldOut: [],
          skipped: [],
        })),
      },
      request,
    );
    expect(customers[1]).toEqual({ addedOn: joan.addedOn, sentBy: khan.id });
    expect(moments).toEqual([{ day: '2026-03-01', about: khan.id }]);
    expect(weeks).toEqual([{ week: expect.anything(), chosen: [khan.id] }]);
  });

  it('has only their own words on a visit that was somebody else’s', () => {
    const visits = personWith({
      name: 'Amina Khan',
      visits: [{ day: day('2026-03-01'), note: 'for the wedding' }],
    }).visits.map((visit) => ({ ...visit, whose: { note: joan.id } }));
    const facts = { ...factBatch(() => []), customers: [khan, joan], visits };
    expect(heldRows(facts, request).visits).toMatchObject([{ note: '' }]);
    const ofJoan = heldRows(facts, { ...request, ids: new Set([joan.id]) }).visits;
    expect(ofJoan).toEqual([{ day: '2026-03-01', note: 'for the wedding' }]);
  });
});

describe('names of others', () => {
  it.each([
    ['Came with Joan Price.', 'Came with X.'],
    ['Joan Price’s birthday', 'X’s birthday'],
    ['Rose told us', 'X told us'],
    ['a rose by the till', 'a rose by the till'],
    ['Roses', 'Roses'],
    ['Khan pays', 'Khan pays'],
    ['milk for Al', 'milk for Al'],
    ['a penny for boss', 'a penny for boss'],
  ])('are taken out of “%s”', (text, left) => {
    const hide = namesHider(['Joan Price', 'Rose', 'Khan', 'Al', 'boss'], ['Amina Khan'], 'X');
    expect(hide(text)).toBe(left);
  });
});

function owned(table: FactTable, row: Record<string, unknown>): Record<string, unknown> {
  switch (table) {
    case 'customers':
      return { ...row, id: customerId('second') };
    case 'weeks':
      return { ...row, chosen: [khan.id] };
    case 'imports':
    case 'perks':
    case 'rounds':
    case 'households':
    case 'settings':
      return { ...row, id: `${table}-1` };
    case 'visits':
    case 'moments':
    case 'gestures':
    case 'erasures':
      return { ...row, customerId: khan.id };
  }
}

// Of a week only what names them is told, and of a list none of what others' rows said.
function saysWhom(table: FactTable, field: string, row: Record<string, unknown>): boolean {
  if (table === 'weeks') return field === 'chosen' || field === 'week';
  if (table === 'imports') return ['id', 'fileName', 'at', 'rows'].includes(field);
  return row[field] !== undefined;
}

function factsWith(table: FactTable, row: Record<string, unknown>): FactBatch {
  const pointing = { ...khan, householdId: 'households-1', importId: 'imports-1' };
  const perk = { kind: 'perk', plannedOn: day('2026-03-01') } as const;
  const { gestures } = personWith({ name: 'Amina Khan', gestures: [perk] });
  const isPointedTo = table === 'perks' || table === 'rounds';
  const pointers = gestures.map((each) => ({ ...each, perkId: 'perks-1', roundId: 'rounds-1' }));
  const facts: Record<string, unknown> = {
    ...factBatch(() => []),
    customers: [pointing],
    gestures: isPointedTo ? pointers : [],
    [table]: table === 'customers' ? [pointing, row] : [row],
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rows as drawn, with ids put in
  return facts as unknown as FactBatch;
}
