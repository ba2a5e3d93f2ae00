// What kinds of customer people are, for the owner's screens. The kinds of one depend on everybody
// else, so the shop is looked at once and people are asked for one by one.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import type { Reason } from '#domain/week/reason.ts';
import type { SegmentCriteria } from '#domain/week/segment-criteria.ts';
import type { Membership } from '#domain/week/segment.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { withoutAmounts } from '#domain/visits/without-amounts.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import { segmentCriteriaOf } from '#engine/segments/segment-criteria.ts';
import { segmentsOf, referralReasons } from '#engine/segments/segments.ts';
import { profileOf, type Profile } from '#engine/profile/profile.ts';
import { cohortOf } from '#engine/profile/cohort.ts';
import type { Day } from '#lib/day.ts';
import type { Roster } from './roster.ts';

/** Answers for one state of the shop on one day. */
export interface SegmentIndex {
  /** The kinds of a present person; empty means now and then, or nobody we know. */
  readonly segmentsOf: (id: CustomerId) => readonly Membership[];
  /** The kinds that are made of parts, part by part, whether the person is of that kind or not. */
  readonly criteriaOf: (id: CustomerId) => readonly SegmentCriteria[];
  /**
   * How a present person spread the word so far: people sent and what they became, shares, friends
   * brought, words said.
   */
  readonly referralReasonsOf: (id: CustomerId) => readonly Reason[];
}

/** What the kinds depend on beside the people. */
export interface SegmentContext {
  readonly settings: Settings;
  /** What the shop has learned; undefined before it has. */
  readonly fittedModel: FittedModel | undefined;
  readonly today: Day;
}

/** The kinds of everybody in the roster as it stands. */
export function createSegmentIndex(
  roster: Roster,
  { settings, fittedModel, today }: SegmentContext,
): SegmentIndex {
  const counted = (history: History): History =>
    settings.amounts ? history : withoutAmounts(history);
  const histories = [...roster.people().values()].map(({ history }) => counted(history));
  const rules = settings.kindRules;
  const shop = cohortOf({ histories, calendar: settings, rules, today, fittedModel });
  const known = new Map<CustomerId, readonly Membership[]>();
  return {
    segmentsOf(id) {
      const answer = known.get(id) ?? computeSegments(id);
      known.set(id, answer);
      return answer;
    },
    criteriaOf(id) {
      const person = profileNow(id);
      return person === undefined ? [] : segmentCriteriaOf(person);
    },
    referralReasonsOf(id) {
      const person = profileNow(id);
      return person === undefined ? [] : referralReasons(person);
    },
  };

  function computeSegments(id: CustomerId): readonly Membership[] {
    const person = profileNow(id);
    return person === undefined ? [] : segmentsOf(person);
  }

  function profileNow(id: CustomerId): Profile | undefined {
    const known = roster.person(id);
    return known === undefined ? undefined : profileOf(counted(known.history), shop, rules);
  }
}
