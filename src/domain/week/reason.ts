// Why somebody is suggested: a code with its facts, every figure recountable from the visits. Its
// words are in i18n.

import type { Day, Weekday } from '#lib/day.ts';
import type { CustomerId } from '#domain/customers/customer.ts';

/** A fact that speaks for (or explains) a gesture. Amounts are minor units. */
export type Reason =
  /** Feedback not answered yet. `cameBack`: visits after that day. */
  | {
      readonly code: 'complaint-open';
      readonly day: Day;
      readonly text: string;
      readonly visitsSince: number;
    }
  | {
      readonly code: 'feedback-open';
      readonly kind: 'praise' | 'idea';
      readonly day: Day;
      readonly text: string;
    }
  /** People they sent who are known to the shop, first to last, and how often those came. */
  | {
      readonly code: 'sent-people';
      readonly people: readonly CustomerId[];
      readonly since: Day;
      readonly theirVisits: number;
    }
  /** Sent somebody whose name the shop does not know. */
  | { readonly code: 'sent-someone'; readonly times: number; readonly last: Day }
  /** Shared the shop, or brought a friend, in the last twelve months. */
  | { readonly code: 'shared'; readonly times: number; readonly last: Day }
  | { readonly code: 'brought-friends'; readonly times: number; readonly last: Day }
  /** Own rhythm: `within` of the last `of` gaps were `low`–`high` days; typical gap in days. */
  | {
      readonly code: 'own-rhythm';
      readonly typicalDays: number;
      readonly within: number;
      readonly of: number;
      readonly low: number;
      readonly high: number;
    }
  /** Usually on this weekday: `times` of the last `of` visit days. */
  | {
      readonly code: 'usual-weekday';
      readonly weekday: Weekday;
      readonly times: number;
      readonly of: number;
    }
  /** Silent for longer than their own rhythm. */
  | {
      readonly code: 'overdue';
      readonly typicalDays: number;
      readonly silentDays: number;
      readonly last: Day;
    }
  | {
      readonly code: 'coming-more';
      readonly recentVisits: number;
      readonly recentWeeks: number;
      readonly earlierVisits: number;
      readonly earlierWeeks: number;
    }
  | {
      readonly code: 'spending-more';
      readonly recentSum: number;
      readonly recentWeeks: number;
      readonly earlierSum: number;
      readonly earlierWeeks: number;
    }
  | { readonly code: 'new-here'; readonly first: Day; readonly visitDays: number }
  | { readonly code: 'came-once'; readonly day: Day; readonly silentDays: number }
  | {
      readonly code: 'big-baskets';
      readonly yearlySum: number;
      readonly visitDays: number;
      readonly rank: number;
      readonly of: number;
    }
  | { readonly code: 'together'; readonly first: Day; readonly visitDays: number }
  | { readonly code: 'visits-this-year'; readonly visitDays: number; readonly weeks: number }
  | { readonly code: 'milestone'; readonly visitDays: number; readonly day: Day }
  | { readonly code: 'anniversary'; readonly years: number; readonly first: Day }
  | { readonly code: 'birthday'; readonly day: Day }
  | { readonly code: 'quick-and-easy'; readonly marked: number; readonly of: number }
  | { readonly code: 'pays-on-time'; readonly times: number }
  | { readonly code: 'mostly-reduced'; readonly reduced: number; readonly of: number }
  | { readonly code: 'just-looking'; readonly visits: number; readonly last: Day }
  | { readonly code: 'back-again'; readonly day: Day; readonly awayDays: number }
  /** `something`: marked on a visit, without what it was. */
  | {
      readonly code: 'told-us';
      readonly kind: 'praise' | 'idea' | 'complaint' | 'something';
      readonly day: Day;
    }
  /** The last card or offer handed over, or never. */
  | { readonly code: 'last-thanked'; readonly day: Day | null }
  /** This week's place for somebody who is not a big spender. */
  | { readonly code: 'reserved-place'; readonly week: Day };

/** The code of a reason, without its facts. */
export type ReasonCode = Reason['code'];

/** Whether a gesture with this reason answers feedback. */
export function answersFeedback(
  reason: Reason,
): reason is Extract<Reason, { readonly code: 'complaint-open' | 'feedback-open' }> {
  return reason.code === 'complaint-open' || reason.code === 'feedback-open';
}

/** Whether the reason names an amount of money: such a one is for the owner's eyes alone. */
export function mentionsMoney({ code }: Reason): boolean {
  return code === 'big-baskets' || code === 'spending-more';
}
