// Everything that is held about one person, as rows with a key to what they mean: what they are
// given when they ask. Other people appear without a name.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { isLive } from '#domain/customers/preference.ts';
import type { Moment } from '#domain/visits/moment.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { Day } from '#lib/day.ts';

/** The rows about one person: their own, and those that were merged into it. */
export interface PersonFacts {
  readonly records: readonly Customer[];
  readonly visits: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
}

export interface PersonRecordTask {
  readonly shopName: string;
  readonly currency: string;
  readonly digits: number;
  readonly today: Day;
  /** What the app concludes about them, in words. */
  readonly conclusions: readonly string[];
}

const key = {
  records: 'What is written about you. More than one where two records were merged into one.',
  visits: 'Each visit that was noted. "voided" ones were undone.',
  moments: 'What you told the shop, or did for it.',
  gestures: 'Cards, offers and words for you, with the reasons.',
  conclusions: 'What the app concludes from the above. Nobody else is told.',
  made: 'When it was written, and on which tablet. "edits" says the same of later changes.',
  amount: 'In the smallest unit of the currency.',
};

/** The text of the file. */
export function personRecordText(facts: PersonFacts, task: PersonRecordTask): string {
  const own = new Set(facts.records.map(({ id }) => id));
  const { shopName, currency, digits, today, conclusions } = task;
  const held = {
    asked: { shop: shopName, day: today, currency: { code: currency, digits } },
    key,
    records: facts.records.map(({ preferences, ...record }) => ({
      ...record,
      preferences: preferences.filter(isLive),
    })),
    visits: facts.visits,
    moments: facts.moments,
    gestures: facts.gestures,
    conclusions,
  };
  return `${JSON.stringify(held, (name, value: unknown) => nameless(name, value, own), 2)}\n`;
}

/** Fields that may hold the id of somebody else. */
const idFields = new Set(['sentBy', 'mergedInto', 'about', 'people']);

// Ids of others say nothing to the person who asked, and something to whoever compares two files.
function nameless(name: string, value: unknown, own: ReadonlySet<CustomerId>): unknown {
  if (!idFields.has(name)) return value;
  if (typeof value === 'string' && !isOwn(value, own)) return 'another customer';
  if (Array.isArray(value))
    return value.map((each: unknown) =>
      typeof each === 'string' && !isOwn(each, own) ? 'another customer' : each,
    );
  return value;
}

function isOwn(id: string, own: ReadonlySet<CustomerId>): boolean {
  return [...own].some((each) => each === id);
}
