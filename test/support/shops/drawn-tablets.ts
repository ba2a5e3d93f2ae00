// Tablets of one shop, each with a clock of its own, on which people do what people do: drawn from
// a seed. They meet now and then, as when a backup of one is merged into another. Whatever is
// written about somebody carries their id, so that it is found again wherever it got to.
import { customerIdFrom, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import { householdIdFrom } from '#domain/customers/household-id.ts';
import { changedPreferences, isLive } from '#domain/customers/preference.ts';
import { importIdFrom } from '#domain/import/shop-import.ts';
import { withChanges } from '#domain/shop/versioned-row.ts';
import { changedVisit } from '#domain/visits/changed-visit.ts';
import { momentIdFrom } from '#domain/visits/moment.ts';
import { visitIdFrom, visitMarks, type VisitFields } from '#domain/visits/visit.ts';
import { roundIdFrom } from '#domain/week/round.ts';
import { gestureIdFrom } from '#domain/week/gesture.ts';
import { nextTimestamp, type HlcTimestamp } from '#lib/hlc.ts';
import { seededRandom, type Random } from '#lib/seeded-random.ts';
import { byFactTable, type FactBatch } from '#schema/tables.ts';
import { mergeFacts } from '#formats/backup/merge-facts.ts';
import {
  customerRow,
  gestureRow,
  importRow,
  momentRow,
  settingsRow,
  visitRow,
  weekRow,
} from './plain-rows.ts';
import { day } from './shop-with.ts';

interface Tablet {
  facts: FactBatch;
  last: HlcTimestamp | null;
  readonly device: string;
  /** How far its clock is off, in hours. */
  readonly skew: number;
}

const nothing: FactBatch = byFactTable(() => []);

/** What `count` tablets know after a history that `seed` draws. They began as one shop. */
export function drawnTablets(seed: string, count: number): readonly FactBatch[] {
  const random = seededRandom(seed);
  const shop = { ...nothing, settings: [settingsRow({})] };
  const tablets = Array.from({ length: count }, (_, number): Tablet => {
    const skew = Math.floor(random() * 48) - 24;
    return { facts: shop, last: null, device: `tablet${number}`, skew };
  });
  for (let step = 1; step <= 40; step += 1) {
    const tablet = tablets[Math.floor(random() * count)];
    const other = tablets[Math.floor(random() * count)];
    if (tablet === undefined || other === undefined) throw new Error('There are tablets');
    if (random() < 0.12) meet(tablet, other);
    else act(tablet, random, step);
  }
  return tablets.map(({ facts }) => facts);
}

// Whoever has seen a timestamp gives later ones from then on.
function meet(tablet: Tablet, other: Tablet): void {
  tablet.facts = mergeFacts(tablet.facts, other.facts);
  const [ours, theirs] = [tablet.last, other.last];
  if (theirs !== null && (ours === null || theirs > ours)) tablet.last = theirs;
}

function act(tablet: Tablet, random: Random, step: number): void {
  const now = (step * 10 + tablet.skew * 6 + 500) * 600_000;
  tablet.last = nextTimestamp({ last: tablet.last, now, device: tablet.device });
  const action = actions[Math.floor(random() * actions.length)] ?? addPerson;
  tablet.facts = action({ facts: tablet.facts, at: tablet.last, random });
}

interface Moment {
  readonly facts: FactBatch;
  readonly at: HlcTimestamp;
  readonly random: Random;
}

type Action = (moment: Moment) => FactBatch;

function one<T>(random: Random, all: readonly T[]): T | undefined {
  return all[Math.floor(random() * all.length)];
}

function somebody({ facts, random }: Moment): Customer | undefined {
  return one(random, facts.customers);
}

/** Text about `owner`, different from all other texts. */
function about(owner: CustomerId | null, at: HlcTimestamp): string {
  return `of <${owner ?? 'nobody'}> ${at}`;
}

function addPerson({ facts, at }: Moment): FactBatch {
  const id = customerIdFrom(`person-${at}`);
  const made = customerRow({
    id,
    name: about(id, at),
    made: at,
    createdAt: Number(at.slice(0, 15)),
  });
  return { ...facts, customers: [...facts.customers, made] };
}

function editPerson(moment: Moment): FactBatch {
  const { at, random } = moment;
  return changeOne(moment, 'customers', ({ id }) => {
    const texts = [about(id, at)];
    const changes = [
      { name: about(id, at) },
      { phones: texts },
      { note: about(id, at) },
      { sentBy: somebody(moment)?.id ?? null },
      { notSameAs: [somebody(moment)?.id ?? id] },
      { mergedInto: moment.facts.customers.find((each) => each.id < id)?.id ?? null },
      { mergedInto: null },
      { forgottenOn: day('2026-06-18') },
      { forgottenOn: null },
    ];
    return one(random, changes) ?? {};
  });
}

function answerPerson(moment: Moment): FactBatch {
  const { at, random } = moment;
  const given = { day: day('2026-06-18'), words: '', notedAt: Number(at.slice(0, 15)) };
  return changeOne(moment, 'customers', ({ id, permissions }) => {
    const answer = random() < 0.5 ? 'yes' : 'no';
    const added = { purpose: 'news', way: 'email', answer, how: about(id, at), ...given };
    return { permissions: [...permissions, added] };
  });
}

function keepHome(moment: Moment): FactBatch {
  const { facts, at } = moment;
  const addressOf = somebody(moment)?.id ?? null;
  if (facts.households.length > 0) return changeOne(moment, 'households', () => ({ addressOf }));
  const home = { id: householdIdFrom(`home-${at}`), name: 'Home', letterName: '', voided: false };
  return { ...facts, households: [{ ...home, addressOf, made: at, edits: {} }] };
}

function editPreferences(moment: Moment): FactBatch {
  const { at, random } = moment;
  return changeOne(moment, 'customers', ({ id, preferences }) => {
    const live = preferences.filter(isLive);
    const kept = live.filter(() => random() < 0.7);
    const added = random() < 0.6 ? [{ text: about(id, at), day: day('2026-06-18') }] : [];
    return { preferences: changedPreferences(preferences, [...kept, ...added]) };
  });
}

function addVisit(moment: Moment): FactBatch {
  const { facts, at, random } = moment;
  const customerId = random() < 0.3 ? null : (somebody(moment)?.id ?? null);
  const note = random() < 0.4 ? about(customerId, at) : '';
  const receipt = random() < 0.3 ? about(customerId, at) : null;
  const visit = visitRow({ id: visitIdFrom(`visit-${at}`), customerId, note, receipt, made: at });
  return { ...facts, visits: [...facts.visits, visit] };
}

function editVisit(moment: Moment): FactBatch {
  const { facts, at, random } = moment;
  const visit = one(random, facts.visits);
  if (visit === undefined) return facts;
  const changes: readonly Partial<VisitFields>[] = [
    { note: about(visit.customerId, at) },
    { note: '' },
    { marks: visitMarks.filter(() => random() < 0.5) },
    { amount: Number(at.slice(0, 15)) % 1000 },
    { voided: random() < 0.5 },
    { customerId: somebody(moment)?.id ?? null },
    { customerId: somebody(moment)?.id ?? null },
    { customerId: null },
  ];
  const after = changedVisit(visit, one(random, changes) ?? {}, at);
  return { ...facts, visits: facts.visits.map((each) => (each === visit ? after : each)) };
}

function addMoment(moment: Moment): FactBatch {
  const { facts, at } = moment;
  const who = somebody(moment);
  if (who === undefined) return facts;
  const row = momentRow({
    id: momentIdFrom(`moment-${at}`),
    customerId: who.id,
    text: about(who.id, at),
    about: somebody(moment)?.id ?? null,
    made: at,
  });
  return { ...facts, moments: [...facts.moments, row] };
}

function editMoment(moment: Moment): FactBatch {
  const { at, random } = moment;
  return changeOne(moment, 'moments', ({ customerId }) =>
    random() < 0.5
      ? { text: about(customerId, at) }
      : { about: somebody(moment)?.id ?? null, answeredOn: day('2026-06-18') },
  );
}

function addGesture(moment: Moment): FactBatch {
  const { facts, at, random } = moment;
  const who = somebody(moment);
  if (who === undefined) return facts;
  const home = one(random, facts.households);
  const round = { roundId: roundIdFrom('christmas'), householdId: home?.id ?? null };
  const [first, second] = [somebody(moment)?.id ?? who.id, who.id];
  const row = gestureRow({
    id: gestureIdFrom(`gesture-${at}`),
    customerId: who.id,
    words: about(who.id, at),
    ...(random() < 0.5 ? round : {}),
    reasons: [
      { code: 'sent-people', people: [first], since: day('2026-06-18'), theirVisits: 1 },
      { code: 'sent-people', people: [first, second], since: day('2026-06-18'), theirVisits: 2 },
    ],
    made: at,
  });
  return { ...facts, gestures: [...facts.gestures, row] };
}

function editGesture(moment: Moment): FactBatch {
  const { at } = moment;
  return changeOne(moment, 'gestures', ({ customerId }) => ({ words: about(customerId, at) }));
}

function decideWeek(moment: Moment): FactBatch {
  const { facts, at, random } = moment;
  const week = day(one(random, ['2026-06-15', '2026-06-22']) ?? '2026-06-15');
  const some = (): readonly CustomerId[] =>
    facts.customers.filter(() => random() < 0.5).map(({ id }) => id);
  const decided = { eligible: some(), chosen: some(), skipped: some() };
  const known = facts.weeks.find((each) => each.week === week);
  const others = facts.weeks.filter((each) => each !== known);
  const row =
    known === undefined ? weekRow({ ...decided, week, made: at }) : withChanges(known, decided, at);
  return { ...facts, weeks: [...others, row] };
}

function editSettings(moment: Moment): FactBatch {
  const { at, random } = moment;
  const time = Number(at.slice(0, 15));
  return changeOne(moment, 'settings', ({ currencyFixed }) => {
    const changes = [
      { shopName: `Shop ${at}` },
      { budgetMoney: time % 1000 },
      { currencyFixed: true },
      ...(currencyFixed ? [] : [{ currency: { code: `EU${'RSTUV'[time % 5] ?? ''}`, digits: 2 } }]),
    ];
    return one(random, changes) ?? {};
  });
}

function addImport(moment: Moment): FactBatch {
  const { facts, at } = moment;
  const who = somebody(moment)?.id ?? null;
  const bad = { row: 2, column: 'Phone', code: 'not-a-phone', left: 'part' } as const;
  const row = importRow({
    id: importIdFrom(`import-${at}`),
    problems: [{ ...bad, text: about(who, at) }],
    problemCount: 1,
    made: at,
  });
  return { ...facts, imports: [...facts.imports, row] };
}

function undoImport(moment: Moment): FactBatch {
  return changeOne(moment, 'imports', () => ({ undoneAt: Number(moment.at.slice(0, 15)) }));
}

function erase(moment: Moment): FactBatch {
  const who = somebody(moment);
  if (who === undefined || moment.random() < 0.3) return moment.facts;
  const erasure = { customerId: who.id, day: day('2026-06-18'), marks: [`n${moment.at}`] };
  return mergeFacts(moment.facts, { ...nothing, erasures: [erasure] });
}

type Editable = 'customers' | 'households' | 'moments' | 'gestures' | 'settings' | 'imports';

function changeOne<Name extends Editable>(
  { facts, at, random }: Moment,
  table: Name,
  changesOf: (row: FactBatch[Name][number]) => object,
): FactBatch {
  const rows: readonly FactBatch[Name][number][] = facts[table];
  const row = one(random, rows);
  if (row === undefined) return facts;
  const after = withChanges(row, changesOf(row), at);
  return { ...facts, [table]: rows.map((each) => (each === row ? after : each)) };
}

const actions: readonly Action[] = [
  addPerson,
  addPerson,
  editPerson,
  editPerson,
  editPreferences,
  editPreferences,
  answerPerson,
  keepHome,
  addVisit,
  addVisit,
  editVisit,
  editVisit,
  editVisit,
  editVisit,
  addMoment,
  editMoment,
  addGesture,
  editGesture,
  decideWeek,
  editSettings,
  addImport,
  undoImport,
  erase,
];
