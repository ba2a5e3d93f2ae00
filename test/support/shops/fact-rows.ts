import fc from 'fast-check';
import {
  blankCustomer,
  customerIdFrom,
  type Customer,
  type CustomerFields,
  type Erasure,
} from '#domain/customers/customer.ts';
import { householdIdFrom } from '#domain/customers/household-id.ts';
import type { Household } from '#domain/customers/household.ts';
import {
  permissionPurposes,
  permissionWays,
  type Permission,
} from '#domain/customers/permission.ts';
import { gestureIdFrom, gestureWays, type Gesture } from '#domain/week/gesture.ts';
import type { ImportLayout } from '#domain/import/import-layout.ts';
import { importIdFrom, type ShopImport } from '#domain/import/shop-import.ts';
import { momentIdFrom, momentKinds, type Moment } from '#domain/visits/moment.ts';
import { maxAmount } from '#domain/shop/money.ts';
import { perkIdFrom, perkMeasures, perkRepeats, type Perk } from '#domain/week/perk.ts';
import type { Reason, ReasonCode } from '#domain/week/reason.ts';
import { roundIdFrom, type Round } from '#domain/week/round.ts';
import type { Offer } from '#domain/shop/offer.ts';
import { defaultSettings, type Settings } from '#domain/shop/settings.ts';
import { visitIdFrom, visitMarks, type Visit } from '#domain/visits/visit.ts';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import { dayAt, type Weekday } from '#lib/day.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { keysOf } from '#lib/typed-keys.ts';
import type { FactBatch, FactRows, FactTable } from '#schema/tables.ts';

const day = fc.integer({ min: 0, max: 30_000 }).map(dayAt);
const timestamp = fc
  .record({ now: fc.integer({ min: 0, max: 4e12 }), device: fc.stringMatching(/^[0-9a-z]{1,16}$/) })
  .map(({ now, device }) => nextTimestamp({ last: null, now, device }));
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('__proto__', 'constructor', 'Zoë "Łoś"\n<b>', ' \\', ''),
);
const texts = fc.array(text, { maxLength: 3 });
const uuid = fc.uuid();
const customerId = uuid.map(customerIdFrom);
const whole = fc.integer({ min: -1000, max: 1_000_000_000 });
const count = fc.nat(100_000);
const instant = fc.integer({ min: 0, max: 4e12 });
const flag = fc.boolean();
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(value, { nil: null });

const editedFields: readonly (keyof CustomerFields)[] = [
  'name',
  'phones',
  'mergedInto',
  'permissions',
];
const editsOfCustomer = fc
  .tuple(fc.subarray([...editedFields]), timestamp)
  .map(([fields, edited]) => Object.fromEntries(fields.map((field) => [field, edited])));

const permission: fc.Arbitrary<Permission> = fc.record({
  purpose: fc.constantFrom(...permissionPurposes),
  way: fc.constantFrom(...permissionWays),
  answer: fc.constantFrom('yes', 'no'),
  day,
  how: text,
  words: text,
  notedAt: instant,
});

const textFields = keysOf(blankCustomer).filter((field) => blankCustomer[field] === '');
const anyTexts = fc.record(Object.fromEntries(textFields.map((field) => [field, text])));

const customers: fc.Arbitrary<Customer> = fc
  .record({
    id: customerId,
    alsoCalled: texts,
    phones: texts,
    emails: texts,
    addresses: texts,
    birthday: maybe(fc.constantFrom('02-29', '1980-05-17')),
    preferences: fc.array(fc.record({ text, day }), { maxLength: 3 }),
    sentBy: maybe(customerId),
    householdId: maybe(uuid.map(householdIdFrom)),
    permissions: fc.uniqueArray(permission, { maxLength: 3 }),
    language: maybe(fc.constantFrom('de', 'fr')),
    young: flag,
    diedOn: maybe(day),
    notSameAs: fc.array(customerId, { maxLength: 2 }),
    local: maybe(flag),
    passingThrough: flag,
    suggestNothing: flag,
    mergedInto: maybe(customerId),
    forgottenOn: maybe(day),
    importKey: maybe(text),
    importId: maybe(uuid.map(importIdFrom)),
    addedOn: day,
    createdAt: instant,
    voided: flag,
    made: timestamp,
    edits: editsOfCustomer,
  })
  .chain((row) => anyTexts.map((others) => ({ ...blankCustomer, ...others, ...row })));

const noEdits = fc.constant({});

const visits: fc.Arbitrary<Visit> = fc.record({
  id: uuid.map(visitIdFrom),
  customerId: maybe(customerId),
  at: instant,
  day,
  minute: maybe(fc.nat(1439)),
  kind: fc.constantFrom('bought', 'browsed'),
  amount: maybe(fc.nat(maxAmount)),
  reduced: flag,
  marks: fc.subarray([...visitMarks]),
  note: text,
  receipt: maybe(text),
  importId: maybe(uuid.map(importIdFrom)),
  createdAt: instant,
  voided: flag,
  made: timestamp,
  edits: fc.oneof(
    noEdits,
    timestamp.map((edited) => ({ amount: edited, voided: edited })),
  ),
});

const moments: fc.Arbitrary<Moment> = fc.record({
  id: uuid.map(momentIdFrom),
  customerId,
  day,
  kind: fc.constantFrom(...momentKinds),
  about: maybe(customerId),
  text,
  visitId: maybe(uuid.map(visitIdFrom)),
  answeredOn: maybe(day),
  createdAt: instant,
  voided: flag,
  made: timestamp,
  edits: noEdits,
});

const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);

// One entry for each code: a reason that is added must be added here, and then it must be readable.
const reasonsByCode: {
  readonly [Code in ReasonCode]: fc.Arbitrary<Extract<Reason, { readonly code: Code }>>;
} = {
  'complaint-open': fc.record({
    code: fc.constant('complaint-open'),
    day,
    text,
    visitsSince: count,
  }),
  'feedback-open': fc.record({
    code: fc.constant('feedback-open'),
    kind: fc.constantFrom('praise', 'idea'),
    day,
    text,
  }),
  'sent-people': fc.record({
    code: fc.constant('sent-people'),
    people: fc.array(customerId, { maxLength: 3 }),
    since: day,
    theirVisits: count,
  }),
  'sent-someone': fc.record({ code: fc.constant('sent-someone'), times: count, last: day }),
  shared: fc.record({ code: fc.constant('shared'), times: count, last: day }),
  'brought-friends': fc.record({ code: fc.constant('brought-friends'), times: count, last: day }),
  'own-rhythm': fc.record({
    code: fc.constant('own-rhythm'),
    typicalDays: fc.double({ min: 0, max: 400, noNaN: true }).map((days) => days + 0),
    within: count,
    of: count,
    low: count,
    high: count,
  }),
  'usual-weekday': fc.record({
    code: fc.constant('usual-weekday'),
    weekday,
    times: count,
    of: count,
  }),
  overdue: fc.record({
    code: fc.constant('overdue'),
    typicalDays: count,
    silentDays: count,
    last: day,
  }),
  'coming-more': fc.record({
    code: fc.constant('coming-more'),
    recentVisits: count,
    recentWeeks: count,
    earlierVisits: count,
    earlierWeeks: count,
  }),
  'spending-more': fc.record({
    code: fc.constant('spending-more'),
    recentSum: count,
    recentWeeks: count,
    earlierSum: count,
    earlierWeeks: count,
  }),
  'new-here': fc.record({ code: fc.constant('new-here'), first: day, visitDays: count }),
  'came-once': fc.record({ code: fc.constant('came-once'), day, silentDays: count }),
  'big-baskets': fc.record({
    code: fc.constant('big-baskets'),
    yearlySum: count,
    visitDays: count,
    rank: count,
    of: count,
  }),
  together: fc.record({ code: fc.constant('together'), first: day, visitDays: count }),
  'visits-this-year': fc.record({
    code: fc.constant('visits-this-year'),
    visitDays: count,
    weeks: count,
  }),
  milestone: fc.record({ code: fc.constant('milestone'), visitDays: count, day }),
  anniversary: fc.record({ code: fc.constant('anniversary'), years: count, first: day }),
  birthday: fc.record({ code: fc.constant('birthday'), day }),
  'quick-and-easy': fc.record({ code: fc.constant('quick-and-easy'), marked: count, of: count }),
  'pays-on-time': fc.record({ code: fc.constant('pays-on-time'), times: count }),
  'mostly-reduced': fc.record({ code: fc.constant('mostly-reduced'), reduced: count, of: count }),
  'just-looking': fc.record({ code: fc.constant('just-looking'), visits: count, last: day }),
  'back-again': fc.record({ code: fc.constant('back-again'), day, awayDays: count }),
  'told-us': fc.record({
    code: fc.constant('told-us'),
    kind: fc.constantFrom('praise', 'idea', 'complaint', 'something'),
    day,
  }),
  'last-thanked': fc.record({ code: fc.constant('last-thanked'), day: maybe(day) }),
  'reserved-place': fc.record({ code: fc.constant('reserved-place'), week: day }),
};

const reason: fc.Arbitrary<Reason> = fc.oneof(...Object.values(reasonsByCode));

const gestures: fc.Arbitrary<Gesture> = fc.record({
  id: uuid.map(gestureIdFrom),
  customerId,
  kind: fc.constantFrom('card', 'offer', 'word', 'perk', 'message'),
  reasons: fc.array(reason, { maxLength: 6 }),
  words: text,
  cost: whole,
  week: day,
  plannedOn: day,
  printedOn: maybe(day),
  handedOverOn: maybe(day),
  skippedOn: maybe(day),
  expiresOn: maybe(day),
  windowDays: maybe(count),
  roundId: maybe(uuid.map(roundIdFrom)),
  perkId: maybe(uuid.map(perkIdFrom)),
  perkRound: maybe(count),
  householdId: maybe(uuid.map(householdIdFrom)),
  way: maybe(fc.constantFrom(...gestureWays)),
  purpose: fc.constantFrom('thanks', 'news', null),
  declinedOn: maybe(day),
  createdAt: instant,
  voided: flag,
  made: timestamp,
  edits: noEdits,
});

const people = fc.array(customerId, { maxLength: 5 });

const weeks: fc.Arbitrary<WeekDecisions> = fc.record({
  week: day,
  eligible: people,
  chosen: people,
  heldOut: people,
  skipped: people,
  budgetMoney: whole,
  budgetPieces: whole,
  made: timestamp,
  edits: noEdits,
});

const perks: fc.Arbitrary<Perk> = fc.record({
  id: uuid.map(perkIdFrom),
  title: text,
  measure: fc.constantFrom(...perkMeasures),
  threshold: whole,
  repeats: fc.constantFrom(...perkRepeats),
  gives: text,
  givesToNew: text,
  afterVisits: count,
  countsFrom: maybe(day),
  publishedOn: maybe(day),
  endedOn: maybe(day),
  voided: flag,
  made: timestamp,
  edits: noEdits,
});

const households: fc.Arbitrary<Household> = fc.record({
  id: uuid.map(householdIdFrom),
  name: text,
  letterName: text,
  addressOf: maybe(customerId),
  voided: flag,
  made: timestamp,
  edits: noEdits,
});

const rounds: fc.Arbitrary<Round> = fc.record({
  id: uuid.map(roundIdFrom),
  name: text,
  year: fc.integer({ min: 1990, max: 2100 }),
  opensOn: day,
  closesOn: maybe(day),
  budgetMoney: maybe(whole),
  voided: flag,
  made: timestamp,
  edits: noEdits,
});

const layout: fc.Arbitrary<ImportLayout> = fc.record({
  name: text,
  headings: texts,
  firstIsHeadings: flag,
  meanings: texts,
  order: fc.constantFrom('day-first', 'month-first', null),
  encoding: maybe(text),
  delimiter: maybe(text),
  answers: fc.dictionary(fc.constantFrom('day-order', 'walk-ins', 'numbers'), text),
});

const imports: fc.Arbitrary<ShopImport> = fc.record({
  id: uuid.map(importIdFrom),
  fileName: text,
  fileHash: text,
  at: instant,
  rows: count,
  people: count,
  visits: count,
  problems: fc.array(
    fc.record({
      row: count,
      column: text,
      code: fc.constantFrom('no-name', 'refund', 'too-long'),
      text,
      left: fc.constantFrom('row', 'part'),
    }),
    { maxLength: 3 },
  ),
  problemCount: count,
  finishedAt: maybe(instant),
  undoneAt: maybe(instant),
  layout: maybe(layout),
  made: timestamp,
  edits: noEdits,
});

const erasures: fc.Arbitrary<Erasure> = fc.record({
  customerId,
  day,
  marks: fc.array(fc.stringMatching(/^[a-z][0-9a-f]{20}$/), { maxLength: 3 }),
});

const offer: fc.Arbitrary<Offer> = fc.record({ words: text, cost: whole });
const offers = fc.array(offer, { maxLength: 11 });

const settings: fc.Arbitrary<Settings> = fc
  .record({ made: timestamp, shopName: text, day, budgetMoney: count, flag, offer, offers })
  .map((drawn) => ({
    ...defaultSettings(drawn.made),
    shopName: drawn.shopName,
    budgetMoney: drawn.budgetMoney,
    offers: [drawn.offer, ...drawn.offers],
    amounts: drawn.flag,
    closures: [{ from: drawn.day, to: drawn.day }],
  }));

/** Any row that a table may hold, by table. */
export const anyRow: { readonly [Table in FactTable]: fc.Arbitrary<FactRows[Table]> } = {
  settings,
  erasures,
  customers,
  imports,
  visits,
  moments,
  gestures,
  weeks,
  perks,
  households,
  rounds,
};

const some = { maxLength: 4 };

/**
 * All facts of a small shop, drawn at random: one settings row and some rows of each other table.
 */
export const anyFacts: fc.Arbitrary<FactBatch> = fc.record({
  settings: settings.map((row) => [row]),
  erasures: fc.array(erasures, some),
  customers: fc.array(customers, some),
  imports: fc.array(imports, some),
  visits: fc.array(visits, some),
  moments: fc.array(moments, some),
  gestures: fc.array(gestures, some),
  weeks: fc.array(weeks, some),
  perks: fc.array(perks, some),
  households: fc.array(households, some),
  rounds: fc.array(rounds, some),
});
