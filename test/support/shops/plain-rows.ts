// One row of each kind with nothing special about it, for tests that care for a few fields.
import { blankCustomer, customerIdFrom, type Customer } from '#domain/customers/customer.ts';
import { blankGesture, gestureIdFrom, type Gesture } from '#domain/week/gesture.ts';
import { importIdFrom, type ShopImport } from '#domain/import/shop-import.ts';
import { perkIdFrom, type Perk } from '#domain/week/perk.ts';
import { momentIdFrom, type Moment } from '#domain/visits/moment.ts';
import { defaultSettings, type Settings } from '#domain/shop/settings.ts';
import { blankVisit, visitIdFrom, type Visit } from '#domain/visits/visit.ts';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { day } from './shop-with.ts';

const made = nextTimestamp({ last: null, now: 0, device: 'testtill' });
const today = day('2026-06-18');

/** A customer with a name. */
export function customerRow(changes: Partial<Customer>): Customer {
  return {
    ...blankCustomer,
    id: customerIdFrom('customer'),
    name: 'Mrs Khan',
    addedOn: today,
    createdAt: 0,
    made,
    edits: {},
    ...changes,
  };
}

/** A visit of nobody in particular. */
export function visitRow(changes: Partial<Visit>): Visit {
  return {
    ...blankVisit,
    id: visitIdFrom('visit'),
    customerId: null,
    at: 0,
    day: today,
    minute: 600,
    kind: 'bought',
    createdAt: 0,
    made,
    edits: {},
    ...changes,
  };
}

/** A list that brought in nothing. */
export function importRow(changes: Partial<ShopImport>): ShopImport {
  return {
    id: importIdFrom('import'),
    fileName: 'list.csv',
    fileHash: '',
    at: 0,
    rows: 0,
    people: 0,
    visits: 0,
    problems: [],
    problemCount: 0,
    finishedAt: 0,
    undoneAt: null,
    layout: null,
    made,
    edits: {},
    ...changes,
  };
}

/** A word of praise. */
export function momentRow(changes: Partial<Moment>): Moment {
  return {
    id: momentIdFrom('moment'),
    customerId: customerIdFrom('customer'),
    day: today,
    kind: 'praise',
    about: null,
    text: '',
    visitId: null,
    answeredOn: null,
    createdAt: 0,
    voided: false,
    made,
    edits: {},
    ...changes,
  };
}

/** A card that was planned. */
export function gestureRow(changes: Partial<Gesture>): Gesture {
  return {
    ...blankGesture,
    id: gestureIdFrom('gesture'),
    customerId: customerIdFrom('customer'),
    kind: 'card',
    reasons: [],
    cost: 120,
    week: today,
    plannedOn: today,
    createdAt: 0,
    made,
    edits: {},
    ...changes,
  };
}

/** Every tenth visit: a coffee on us, published long ago. */
export function perkRow(changes: Partial<Perk>): Perk {
  return {
    id: perkIdFrom('perk'),
    title: '',
    measure: 'visit-days',
    threshold: 10,
    repeats: 'every',
    gives: 'a coffee on us',
    givesToNew: '',
    afterVisits: 1,
    countsFrom: null,
    publishedOn: day('2020-01-01'),
    endedOn: null,
    voided: false,
    made,
    edits: {},
    ...changes,
  };
}

/** A week in which nothing was decided. */
export function weekRow(changes: Partial<WeekDecisions>): WeekDecisions {
  return {
    week: today,
    eligible: [],
    chosen: [],
    heldOut: [],
    skipped: [],
    budgetMoney: 3000,
    budgetPieces: 8,
    made,
    edits: {},
    ...changes,
  };
}

/** The settings a shop begins with. */
export function settingsRow(changes: Partial<Settings>): Settings {
  return { ...defaultSettings(made), ...changes };
}
