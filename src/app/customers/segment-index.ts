// What kinds of customer people are, for the owner's screens. The kinds of one depend on everybody else, so the shop is looked at once and
// people are asked for one by one.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import type { Reason } from '#domain/week/reason.ts';
import type { KindInParts } from '#domain/week/segment-criteria.ts';
import type { Membership } from '#domain/week/segment.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { unpricedHistory } from '#domain/visits/without-amounts.ts';
import type { ShopBeliefs } from '#engine/forecast/fitted-model.ts';
import { kindsInParts } from '#engine/segments/segment-criteria.ts';
import { kindsOf, wordEverSpread } from '#engine/segments/segments.ts';
import { personOf, type Person } from '#engine/profile/profile.ts';
import { shopOf } from '#engine/profile/cohort.ts';
import type { Day } from '#lib/day.ts';
import type { Roster } from './roster.ts';

/** Answers for one state of the shop on one day. */
export interface KindBook {
  /** The kinds of a present person; empty means now and then, or nobody we know. */
  readonly kindsOf: (id: CustomerId) => readonly Membership[];
  /** The kinds that are made of parts, part by part, whether the person is of that kind or not. */
  readonly partsOf: (id: CustomerId) => readonly KindInParts[];
  /** How a present person spread the word so far: people sent and what they became, shares, friends brought, words said. */
  readonly wordOf: (id: CustomerId) => readonly Reason[];
}

/** What the kinds depend on beside the people. */
export interface KindsToday {
  readonly settings: Settings;
  /** What the shop has learned; undefined before it has. */
  readonly beliefs: ShopBeliefs | undefined;
  readonly today: Day;
}

/** The kinds of everybody in the roster as it stands. */
export function kindBookOf(roster: Roster, { settings, beliefs, today }: KindsToday): KindBook {
  const counted = (history: History): History =>
    settings.amounts ? history : unpricedHistory(history);
  const histories = [...roster.people().values()].map(({ history }) => counted(history));
  const rules = settings.kindRules;
  const shop = shopOf({ histories, calendar: settings, rules, today, beliefs });
  const known = new Map<CustomerId, readonly Membership[]>();
  return {
    kindsOf(id) {
      const answer = known.get(id) ?? kindsNow(id);
      known.set(id, answer);
      return answer;
    },
    partsOf(id) {
      const person = personNow(id);
      return person === undefined ? [] : kindsInParts(person);
    },
    wordOf(id) {
      const person = personNow(id);
      return person === undefined ? [] : wordEverSpread(person);
    },
  };

  function kindsNow(id: CustomerId): readonly Membership[] {
    const person = personNow(id);
    return person === undefined ? [] : kindsOf(person);
  }

  function personNow(id: CustomerId): Person | undefined {
    const known = roster.person(id);
    return known === undefined ? undefined : personOf(counted(known.history), shop, rules);
  }
}
