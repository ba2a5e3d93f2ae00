// The closing note of days of invented shops, against a count of the raw rows of that day.
import { describe, expect, it } from 'vitest';
import { isPresent, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import type { ClosingNote } from '#domain/visits/closing-note.ts';
import { closingNoteOf } from '#engine/insights/closing-note.ts';
import { addDays, daysBetween, type Day } from '#lib/day.ts';
import { historiesIn, randomShop, type RawShop } from '../../support/shops/random-shop.ts';
import { daysAgo, historiesOf, on, personWith, today } from '../../support/shops/shop-with.ts';

const wantedDays = 400;

describe('the closing note', () => {
  it(`says on ${wantedDays} days what a count of the rows of that day says`, () => {
    const met = { days: 0, firstTime: 0, brought: 0, given: 0, silent: 0 };
    for (let number = 0; met.days < wantedDays; number += 1) {
      const shop = livelier(randomShop(number));
      const histories = historiesIn(shop);
      for (let back = 0; back < 40; back += 1) {
        const day = addDays(shop.today, -back);
        const visits = shop.visits.filter((visit) => visit.day === day && !visit.voided);
        if (visits.length === 0) continue;
        const note = closingNoteOf({ visits, histories, today: day });
        expect(sorted(note), `shop ${number}, ${day}`).toEqual(sorted(recount(shop, day)));
        if (note === undefined) {
          met.silent += 1;
          continue;
        }
        met.days += 1;
        met.firstTime += note.firstTime;
        met.brought += note.brought.length;
        met.given += note.givenTo.length;
      }
    }
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(0);
  });

  it('has nothing to tell of a day with two visits', () => {
    const ann = personWith({ name: 'Ann', visits: on([today]) });
    const visits = [{ customerId: ann.id }, { customerId: null }];
    const histories = historiesOf([ann]);
    expect(closingNoteOf({ visits, histories, today })).toBeUndefined();
    expect(closingNoteOf({ visits: [...visits, { customerId: null }], histories, today })).toEqual({
      cameIn: 3,
      unnamed: 2,
      firstTime: 0,
      brought: [],
      givenTo: [],
    });
  });

  it('names who brought somebody today, by either way of noting it, once', () => {
    const joan = personWith({ name: 'Joan', visits: on([daysAgo(500), today]) });
    const hana = personWith({
      name: 'Hana',
      sentBy: joan.id,
      addedOn: today,
      visits: on([today]),
    });
    const others = ['A', 'B', 'C'].map((name) => personWith({ name, visits: on([daysAgo(900)]) }));
    const withMoment = personWith({
      name: 'Joan',
      visits: on([daysAgo(500), today]),
      moments: [{ kind: 'sent', day: today, about: hana.id }],
      gestures: [{ kind: 'card', plannedOn: daysAgo(3), handedOverOn: today }],
    });
    const histories = historiesOf([...others, withMoment, hana]);
    const visits = [{ customerId: joan.id }, { customerId: hana.id }, { customerId: null }];
    expect(closingNoteOf({ visits, histories, today })).toEqual({
      cameIn: 3,
      unnamed: 1,
      firstTime: 1,
      brought: [{ sender: 'Joan', person: 'Hana' }],
      givenTo: ['Joan'],
    });
  });
});

/** With visits without a name, people added when they first came, and friends brought. */
function livelier(shop: RawShop): RawShop {
  const dayOf = (id: CustomerId): Day | undefined =>
    shop.visits.find((visit) => visit.customerId === id && visit.day <= shop.today)?.day;
  return {
    ...shop,
    customers: shop.customers.map((customer, place) => ({
      ...customer,
      addedOn: (place % 2 === 0 ? dayOf(customer.id) : undefined) ?? customer.addedOn,
    })),
    moments: shop.moments.map((moment, place) => ({
      ...moment,
      ...(place % 3 === 0 ? { kind: 'sent' as const, day: shop.today } : {}),
      about: place % 3 === 0 ? (shop.customers[place % shop.customers.length]?.id ?? null) : null,
    })),
    visits: shop.visits.map((visit, place) =>
      place % 11 === 4 ? { ...visit, customerId: null } : visit,
    ),
  };
}

function sorted(note: ClosingNote | undefined): object | undefined {
  return (
    note && {
      ...note,
      brought: note.brought.map(({ sender, person }) => `${sender} ${person}`).toSorted(),
      givenTo: note.givenTo.toSorted(),
    }
  );
}

function recount(shop: RawShop, day: Day): ClosingNote | undefined {
  const visits = shop.visits.filter((visit) => visit.day === day && !visit.voided);
  if (visits.length < 3) return undefined;
  const ofToday = (id: CustomerId | null): Customer | undefined => survivor(shop, id);
  const people = new Set(visits.flatMap((visit) => ofToday(visit.customerId) ?? []));
  const unnamed = visits.filter((visit) => ofToday(visit.customerId) === undefined).length;
  const firsts = shop.customers.filter(isPresent).flatMap((customer) => firstDayOf(shop, customer));
  const logSince = firsts.toSorted()[2];
  const isSure = logSince !== undefined && daysBetween(logSince, day) >= 182;
  const pairs = new Map<string, { readonly sender: string; readonly person: string }>();
  const note = (sender?: Customer, person?: Customer): void => {
    if (sender !== undefined && person !== undefined && sender !== person)
      pairs.set(`${sender.id} ${person.id}`, { sender: sender.name, person: person.name });
  };
  for (const customer of shop.customers.filter(isPresent)) {
    const rows = rowsOf(shop, customer);
    const sentBy = rows.find((row) => row.sentBy !== null)?.sentBy ?? null;
    if (customer.addedOn === day) note(ofToday(sentBy), customer);
  }
  for (const moment of shop.moments)
    if (moment.kind === 'sent' && moment.day === day && !moment.voided)
      note(ofToday(moment.customerId), ofToday(moment.about));
  return {
    cameIn: people.size + unnamed,
    unnamed,
    firstTime: isSure
      ? [...people].filter((customer) => firstDayOf(shop, customer)[0] === day).length
      : 0,
    brought: [...pairs.values()],
    givenTo: shop.customers.filter(isPresent).flatMap((customer) => {
      const ids = new Set(rowsOf(shop, customer).map(({ id }) => id));
      const isGiven = shop.gestures.some(
        (gesture) => ids.has(gesture.customerId) && gesture.handedOverOn === day && !gesture.voided,
      );
      return isGiven ? [customer.name] : [];
    }),
  };
}

function survivor(shop: RawShop, id: CustomerId | null): Customer | undefined {
  const row = shop.customers.find((each) => each.id === id);
  const found = row?.mergedInto == null ? row : shop.customers.find((e) => e.id === row.mergedInto);
  return found !== undefined && isPresent(found) ? found : undefined;
}

function rowsOf({ customers }: RawShop, customer: Customer): readonly Customer[] {
  return [customer, ...customers.filter((each) => each.mergedInto === customer.id)];
}

/** The first day on which somebody was seen, or nothing. */
function firstDayOf(shop: RawShop, customer: Customer): readonly Day[] {
  const ids = new Set(rowsOf(shop, customer).map(({ id }) => id));
  const days = shop.visits
    .filter((visit) => !visit.voided && visit.customerId !== null && ids.has(visit.customerId))
    .map((visit) => visit.day)
    .toSorted();
  return days.slice(0, 1);
}
