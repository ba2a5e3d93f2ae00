// Everything a shopkeeper can do to the shop, by name: what a fault campaign disturbs. Each action
// makes what it needs first (`prepare`, never disturbed), does one business action, and tells which
// rows the browser has promised to keep.
import { addCustomer, draftCustomer, addCustomerWithVisit } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import type { Deps } from '#app/deps.ts';
import { cancelErasure, scheduleErasure } from '#app/customers/erasure.ts';
import {
  acceptSuggestion,
  handOver,
  markPrinted,
  planGesture,
  skipSuggestion,
  takeBackDecision,
  takeBackHandOver,
} from '#app/week/gestures.ts';
import { mergeCustomers, unmergeCustomer } from '#app/customers/merge-customers.ts';
import { draftMoment } from '#app/customers/moment-draft.ts';
import { answerMoment, noteMoment } from '#app/customers/moments.ts';
import { changeSettings } from '#app/shop/change-settings.ts';
import { changeVisit, draftVisit, recordVisit, voidVisit } from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { Customer } from '#domain/customers/customer.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { Moment } from '#domain/visits/moment.ts';
import type { VersionedRow } from '#domain/shop/versioned-row.ts';
import type { Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { addDays, mondayOf, type Day } from '#lib/day.ts';
import { ok, type Result } from '#lib/result.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { valueOf, zone } from './expected.ts';

/** A row whose writing was acknowledged, with the stamps by which it is known again. */
export interface Written {
  readonly table: 'customers' | 'visits' | 'moments' | 'gestures' | 'settings';
  readonly key: string;
  readonly made: string;
  readonly edits: Readonly<Record<string, string>>;
}

type Outcome = Result<readonly Written[], { readonly kind: string }>;

/** One business action, ready to be done. */
export type Ready = () => Promise<Outcome>;

/** What actions are done to: the open shop, and a number that makes each time different. */
export interface Scene {
  readonly deps: Deps;
  readonly turn: number;
}

/** Makes what the action needs and gives the action itself. */
type Preparation = (scene: Scene) => Promise<Ready>;

/** A row and the table in which it is kept. */
type TableRow = readonly [
  table: Written['table'],
  row: VersionedRow<string> & { readonly id: string },
];

const preparations = {
  tap: async ({ deps, turn }) => {
    const customer = await somebody(deps, turn);
    const draft = draftVisit(deps, { customerId: customer.id, kind: 'bought', zone });
    return async () => acknowledged(await recordVisit(deps, draft), visitRow);
  },
  'someone-else': async ({ deps }) => {
    const draft = draftVisit(deps, { customerId: null, kind: 'browsed', zone });
    return async () => acknowledged(await recordVisit(deps, draft), visitRow);
  },
  welcome: async ({ deps, turn }) => {
    const customer = draftCustomer(deps, { name: `Person ${turn}`, zone });
    const draft = draftVisit(deps, { customerId: null, kind: 'bought', zone });
    return async () =>
      acknowledged(await addCustomerWithVisit(deps, customer, draft), ({ customer, visit }) => [
        ...customerRow(customer),
        ...visitRow(visit),
      ]);
  },
  'add-card': async ({ deps, turn }) => {
    const customer = draftCustomer(deps, { name: `Card ${turn}`, phones: [`0207 ${turn}`], zone });
    return async () => acknowledged(await addCustomer(deps, customer), customerRow);
  },
  'forgotten-visit': async ({ deps, turn }) => {
    const customer = await somebody(deps, turn);
    const day = addDays(today(deps), -1 - (turn % 300));
    const told = { customerId: customer.id, kind: 'bought', zone, day, minute: 600 } as const;
    return async () =>
      acknowledged(await addMissedVisit(deps, { ...told, amount: turn }), visitRow);
  },
  amount: async ({ deps, turn }) => {
    const visit = await someVisit(deps, turn);
    return async () =>
      acknowledged(await changeVisit(deps, visit.id, { amount: 100 + turn }), visitRow);
  },
  'void-visit': async ({ deps, turn }) => {
    const visit = await someVisit(deps, turn);
    return async () => acknowledged(await voidVisit(deps, visit.id), visitRow);
  },
  'give-to-another': async ({ deps, turn }) => {
    const visit = await someVisit(deps, turn);
    const other = await somebody(deps, turn + 1);
    return async () =>
      acknowledged(await changeVisit(deps, visit.id, { customerId: other.id }), visitRow);
  },
  card: async ({ deps, turn }) => {
    const customer = await somebody(deps, turn);
    return async () =>
      acknowledged(
        await changeCustomer(deps, customer.id, { note: `told us ${turn}` }),
        customerRow,
      );
  },
  settings:
    async ({ deps, turn }) =>
    () =>
      changeSettings(deps, { budgetMoney: 1000 + turn }).then((saved) =>
        acknowledged(saved, (settings) => [['settings', settings]]),
      ),
  moment: async ({ deps, turn }) => {
    const customer = await somebody(deps, turn);
    const draft = draftMoment(deps, {
      customerId: customer.id,
      kind: 'complaint',
      day: today(deps),
      text: `words ${turn}`,
    });
    return async () => acknowledged(await noteMoment(deps, draft), momentRow);
  },
  answer: async ({ deps, turn }) => {
    const customer = await somebody(deps, turn);
    const draft = draftMoment(deps, { customerId: customer.id, kind: 'idea', day: today(deps) });
    const noted = valueOf(await noteMoment(deps, draft));
    return async () => acknowledged(await answerMoment(deps, noted.id, today(deps)), momentRow);
  },
  join: async ({ deps, turn }) => {
    const { one, other } = await twoCards(deps, turn);
    return async () =>
      acknowledged(await mergeCustomers(deps, one.id, other.id), ({ joined }) =>
        customerRow(joined),
      );
  },
  separate: async ({ deps, turn }) => {
    const { one, other } = await twoCards(deps, turn);
    const { joined } = valueOf(await mergeCustomers(deps, one.id, other.id));
    return async () => acknowledged(await unmergeCustomer(deps, joined.id), customerRow);
  },
  forget: async ({ deps, turn }) => {
    const { one } = await twoCards(deps, turn);
    return async () => acknowledged(await scheduleErasure(deps, one.id, today(deps)), customerRow);
  },
  'bring-back': async ({ deps, turn }) => {
    const { one } = await twoCards(deps, turn);
    valueOf(await scheduleErasure(deps, one.id, today(deps)));
    return async () => acknowledged(await cancelErasure(deps, one.id), customerRow);
  },
  accept: async ({ deps, turn }) => {
    const decision = { ...(await suggested(deps, turn)), today: today(deps) };
    const choice = { kind: 'card', words: '', cost: 120 } as const;
    return async () => acknowledged(await acceptSuggestion(deps, decision, choice), gestureRow);
  },
  skip: async ({ deps, turn }) => {
    const decision = { ...(await suggested(deps, turn)), today: today(deps) };
    return async () => acknowledged(await skipSuggestion(deps, decision), gestureRow);
  },
  'undo-decision': async ({ deps, turn }) => {
    const gesture = await planned(deps, turn);
    return async () => acknowledged(await takeBackDecision(deps, gesture.id), gestureRow);
  },
  print: async ({ deps, turn }) => {
    const gesture = await planned(deps, turn);
    return async () =>
      acknowledged(await markPrinted(deps, [gesture.id], today(deps)), (rows) =>
        rows.flatMap(gestureRow),
      );
  },
  'hand-over': async ({ deps, turn }) => {
    const gesture = await planned(deps, turn);
    return async () => acknowledged(await handOver(deps, gesture.id, today(deps)), gestureRow);
  },
  'undo-hand-over': async ({ deps, turn }) => {
    const gesture = await planned(deps, turn);
    valueOf(await handOver(deps, gesture.id, today(deps)));
    return async () => acknowledged(await takeBackHandOver(deps, gesture.id), gestureRow);
  },
} as const satisfies Record<string, Preparation>;

/** The name of a business action. */
export type ActionName = keyof typeof preparations;

/** All of them, in a fixed order. */
export const actionNames: readonly ActionName[] = Object.keys(preparations).filter(isActionName);

/** Makes what the action called `name` needs, and gives it ready to be done. */
export function prepareAction(name: ActionName, scene: Scene): Promise<Ready> {
  return preparations[name](scene);
}

function isActionName(name: string): name is ActionName {
  return name in preparations;
}

function acknowledged<T>(
  result: Result<T, { readonly kind: string }>,
  rows: (value: T) => readonly TableRow[],
): Outcome {
  return result.ok ? ok(rows(result.value).map(writtenRow)) : result;
}

function writtenRow([table, { id, made, edits }]: TableRow): Written {
  const stamps = Object.entries(edits).flatMap(([field, timestamp]) =>
    timestamp === undefined ? [] : [[field, timestamp] as const],
  );
  return { table, key: id, made, edits: Object.fromEntries(stamps) };
}

function visitRow(row: Visit): readonly TableRow[] {
  return [['visits', row]];
}

function customerRow(row: Customer): readonly TableRow[] {
  return [['customers', row]];
}

function momentRow(row: Moment): readonly TableRow[] {
  return [['moments', row]];
}

function gestureRow(row: Gesture): readonly TableRow[] {
  return [['gestures', row]];
}

function today({ clock }: Deps): Day {
  return toLocalTime(clock.now(), zone).day;
}

/** One of the few people who are always there. */
async function somebody(deps: Deps, turn: number): Promise<Customer> {
  const people = await deps.db.customers.limit(6).toArray();
  const customer = people[turn % people.length];
  if (customer === undefined) throw new Error('The shop has nobody in it.');
  return customer;
}

async function someVisit(deps: Deps, turn: number): Promise<Visit> {
  const customer = await somebody(deps, turn);
  const draft = draftVisit(deps, { customerId: customer.id, kind: 'bought', zone });
  return valueOf(await recordVisit(deps, draft));
}

async function twoCards(
  deps: Deps,
  turn: number,
): Promise<{ readonly one: Customer; readonly other: Customer }> {
  const welcomed = async (name: string): Promise<Customer> => {
    const visit = draftVisit(deps, { customerId: null, kind: 'bought', zone });
    return valueOf(await addCustomerWithVisit(deps, draftCustomer(deps, { name, zone }), visit))
      .customer;
  };
  return { one: await welcomed(`One ${turn}`), other: await welcomed(`Other ${turn}`) };
}

async function planned(deps: Deps, turn: number): Promise<Gesture> {
  const { id } = await somebody(deps, turn);
  const choice = { kind: 'card', words: '', cost: 120 } as const;
  return valueOf(await planGesture(deps, { customerId: id, today: today(deps) }, choice));
}

async function suggested(
  deps: Deps,
  turn: number,
): Promise<{ readonly suggestion: Suggestion; readonly from: WeekSuggestions }> {
  const { id, name } = await somebody(deps, turn);
  const suggestion: Suggestion = {
    customerId: id,
    name,
    gesture: 'card',
    cost: 120,
    words: '',
    reasons: [{ code: 'visits-this-year', visitDays: 12, weeks: 40 }],
    segments: [],
    place: 'open',
    score: 1,
    advice: null,
    worth: null,
    fit: null,
    learned: null,
    isInFocus: false,
  };
  const from: WeekSuggestions = {
    week: mondayOf(today(deps)),
    considered: 6,
    suggestions: [suggestion],
    heldOut: [],
    exclusions: [],
    committedMoney: 0,
    committedPieces: 0,
  };
  return { suggestion, from };
}
