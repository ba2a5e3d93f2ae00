// The segments of customers, for the owner's screens. Those of one depend on everybody else, so the
// shop's cohort is computed once and customers one by one.

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

/** For one state of the shop on one day. */
export interface SegmentIndex {
  /** Empty for somebody who comes now and then, or is not known. */
  readonly segmentsOf: (id: CustomerId) => readonly Membership[];
  /** The criteria of the segments that have some, whether the customer is in them or not. */
  readonly criteriaOf: (id: CustomerId) => readonly SegmentCriteria[];
  /** Whom a customer has sent and what they became, shares, friends brought, words said. */
  readonly referralReasonsOf: (id: CustomerId) => readonly Reason[];
}

export interface SegmentContext {
  readonly settings: Settings;
  /** Undefined before the first fit. */
  readonly fittedModel: FittedModel | undefined;
  readonly today: Day;
}

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
