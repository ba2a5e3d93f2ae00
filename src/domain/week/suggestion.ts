// Who gets what this week, and why. A suggestion never travels without its reasons; an exclusion
// never without its rule.

import type { Day, Weekday } from '#lib/day.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { PlannedKind } from './gesture.ts';
import type { Reason } from './reason.ts';
import type { Membership } from './segment.ts';

/** What is known of how somebody buys, for whoever thinks of an offer; null where nothing is. */
export interface OfferAdvice {
  /** Minor units: about as much as they usually take. */
  readonly usualAmount: number | null;
  /** The weekday, and the beginning of the two hours (0–22), of most of their visits. */
  readonly weekday: Weekday | null;
  readonly fromHour: number | null;
  /** Comes mainly for reduced prices: a price off speaks to them, to others an extra does. */
  readonly isPriceLed: boolean;
}

/** What an offer may bring and cost, by the person's own spending. Money in minor units. */
export interface OfferWorth {
  readonly visitsAYear: number;
  readonly meanAmount: number;
  /** The chance (0–1) that they come in for it at all. */
  readonly handedOver: number;
  /** What it may bring in a year, on average, and the most that it may cost. */
  readonly gain: number;
  readonly limit: number;
}

/** How one offer was chosen among those of the shop. */
export interface OfferFit {
  /** How many the shop has, and how many are in proportion to the person. */
  readonly of: number;
  readonly fitting: number;
  /** Whether it is the best of those; a lesser one, or a card, leaves money for others. */
  readonly isBest: boolean;
}

/** What came of earlier gestures for the same reason, and of similar people who got none. */
export interface LearnedCounts {
  readonly given: number;
  readonly cameBack: number;
  readonly compared: number;
  readonly comparedBack: number;
}

/** One gesture proposed for one customer, with its reasons. */
export interface Suggestion {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly gesture: PlannedKind;
  /** Minor units; 0 for a word. */
  readonly cost: number;
  /** What an offer gives, in the shop's words; empty for cards and words. */
  readonly words: string;
  /** At least two facts, the leading one first. */
  readonly reasons: readonly Reason[];
  readonly segments: readonly Membership[];
  /** `reserved`: the place for somebody who is no big spender. `answer`: open feedback. */
  readonly place: 'answer' | 'open' | 'reserved';
  /** What decides the order within a place; higher first. Never shown. */
  readonly score: number;
  /** For an offer: what it should lean on. */
  readonly advice: OfferAdvice | null;
  /** Where an offer was weighed: what it may cost; null where no amounts are noted. */
  readonly worth: OfferWorth | null;
  /** Where an offer was weighed: which of them fit. */
  readonly fit: OfferFit | null;
  /** From thirty gestures for this reason on. */
  readonly learned: LearnedCounts | null;
  /** Whether the owner's focus leans to this person. */
  readonly isInFocus: boolean;
}

/** Why somebody is not on the list: the first rule that left them out, with its facts. */
export type Exclusion = { readonly customerId: CustomerId; readonly name: string } & (
  | { readonly rule: 'owner-said-no' }
  | { readonly rule: 'young' }
  | { readonly rule: 'passing-through' }
  | { readonly rule: 'waiting'; readonly since: Day }
  | { readonly rule: 'resting'; readonly thanked: Day; readonly restWeeks: number }
  | { readonly rule: 'skipped'; readonly skipped: Day; readonly skipWeeks: number }
  | { readonly rule: 'decided-this-week'; readonly week: Day }
  | { readonly rule: 'no-post' }
  | { readonly rule: 'nothing-stands-out' }
  | { readonly rule: 'too-few-facts' }
  | { readonly rule: 'only-for-offers'; readonly reduced: number; readonly of: number }
  | { readonly rule: 'lives-elsewhere' }
  | { readonly rule: 'came-once'; readonly day: Day; readonly silentDays: number }
  | { readonly rule: 'long-gone'; readonly last: Day; readonly silentDays: number }
  | { readonly rule: 'over-budget'; readonly cost: number; readonly left: number }
  | { readonly rule: 'places-full'; readonly pieces: number }
);

export type ExclusionRule = Exclusion['rule'];

/** The outcome of one week. Deterministic for the histories, the settings and the day. */
export interface WeekSuggestions {
  readonly week: Day;
  /** Customers known to the shop who were considered. */
  readonly considered: number;
  readonly suggestions: readonly Suggestion[];
  /** Chosen, and then randomly left out to learn whether cards help; usually empty. */
  readonly heldOut: readonly Suggestion[];
  /** Those left out, nearest to the list first. */
  readonly exclusions: readonly Exclusion[];
  /** Minor units and pieces already promised this week (accepted and not undone). */
  readonly committedMoney: number;
  readonly committedPieces: number;
}
