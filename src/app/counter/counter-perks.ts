// What the poster owes to whom is at the counter. Loaded with the strip; no tap waits for it.

import type { Perk } from '#domain/week/perk.ts';
import type { PerkDue } from '#domain/week/perk-board.ts';
import { allPerks } from '#app/perks/perks.ts';
import { perksOfCustomer } from '#app/perks/perks-of-customer.ts';
import { watchQuery } from '#app/watch-query.ts';
import type { RosterEntry } from '#app/customers/roster.ts';
import type { CounterContext } from './counter-view.ts';
import type { CounterStore } from './counter-store.ts';

const perksByStore = new WeakMap<CounterStore, readonly Perk[]>();

/** Reads the perks, and again when they change, until the result is called. */
export function followPerks(counterStore: CounterStore): () => void {
  return watchQuery(
    () => allPerks(counterStore.deps),
    (live) => {
      if (live.state !== 'ready') return;
      perksByStore.set(counterStore, live.value);
      counterStore.emit();
    },
  );
}

/** What is due to the person in front of the counter, the longest waiting first. */
export function perksDueTo(
  counterStore: CounterStore,
  person: RosterEntry,
  { settings, today }: CounterContext,
): readonly PerkDue[] {
  return dueOf(counterStore, person, {
    settings,
    today,
    perks: perksByStore.get(counterStore) ?? [],
  });
}

/** Whether a tile says so before they are tapped. Whom they sent is counted only after the tap. */
export function hasPerkDue(
  counterStore: CounterStore,
  person: RosterEntry,
  { settings, today }: CounterContext,
): boolean {
  const perks = (perksByStore.get(counterStore) ?? []).filter(
    ({ measure }) => measure === 'visit-days' || measure === 'spend',
  );
  return perks.length > 0 && dueOf(counterStore, person, { settings, today, perks }).length > 0;
}

interface DueQuestion extends CounterContext {
  readonly perks: readonly Perk[];
}

interface CachedDues extends DueQuestion {
  readonly dues: readonly PerkDue[];
}

const dueCache = new WeakMap<RosterEntry, CachedDues[]>();

function dueOf(
  counterStore: CounterStore,
  person: RosterEntry,
  question: DueQuestion,
): readonly PerkDue[] {
  if (question.perks.length === 0) return [];
  const known = dueCache
    .get(person)
    ?.find(
      ({ perks, today, settings }) =>
        today === question.today &&
        settings.amounts === question.settings.amounts &&
        isSame(perks, question.perks),
    );
  if (known !== undefined) return known.dues;
  const dues = perksOfCustomer({ ...question, roster: counterStore.roster }, person.id)
    .flatMap(({ due }) => due)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  dueCache.set(person, [...(dueCache.get(person) ?? []).slice(-1), { ...question, dues }]);
  return dues;
}

function isSame(a: readonly Perk[], b: readonly Perk[]): boolean {
  return a.length === b.length && a.every((perk, place) => perk === b[place]);
}
