// The numbers behind "who stands out this week": order by need, never by money. They are judgements
// of what a good shopkeeper would do first, not fits; a later model may learn them.

import type { EffectReason } from '#domain/week/insights.ts';
import type { Focus } from '#domain/shop/settings.ts';
import type { Segment } from '#domain/week/segment.ts';

/** What a week's list depends on beside the settings. Needs are points; only distances matter. */
export interface SuggestParams {
  /** Need by trigger, 0–100. Feedback has places of its own and comes before all of them. */
  readonly need: Readonly<Record<TriggerKind, number>>;
  /**
   * Points for each visit day of 52 weeks, and their maximum (0–15): of equals the more loyal
   * first.
   */
  readonly loyaltyPerVisitDay: number;
  readonly maxLoyaltyPoints: number;
  /** Points for another trigger of the same person, counted for at most two. */
  readonly extraTriggerPoints: number;
  /** Points for the segments of the owner's focus (5–15). */
  readonly focusPoints: number;
  readonly focusSegments: Readonly<Record<Focus, readonly Segment[]>>;
  /**
   * Bounds of the learned weight (around 1), so that no trigger loses or gains more than half,
   * however lucky its cards were.
   */
  readonly minUpliftWeight: number;
  readonly maxUpliftWeight: number;
  /** Owed whether or not it pays: learning may raise these, never lower them. */
  readonly owed: readonly TriggerKind[];
  /**
   * Points to either side for spend against the shop's mean, in full from four times (or a quarter
   * of) it on. Below half of the smallest distance between two needs (2), so that no basket ever
   * passes a stronger trigger.
   */
  readonly spendPoints: number;
  /** Points of a card below the offer asked for: given when the money does not reach. */
  readonly cardPenalty: number;
  /** Share of the chosen that is held out, when the owner asked for it (.1–.2). */
  readonly holdOutShare: number;
  /** Slipping: points lost for each own gap beyond `fadeFrom`, at most `maxFade`. */
  readonly fadeFrom: number;
  readonly fadePerGap: number;
  readonly maxFade: number;
  /**
   * Slipping: points lost by the share of own gaps as long as this silence, for never having been
   * regular, and for newcomers.
   */
  readonly usualSilencePenalty: number;
  readonly irregularPenalty: number;
  readonly newcomerPenalty: number;
  /** Points lost for each person before with the same trigger (0–10): eight alike are no week. */
  readonly repeatPenalty: number;
  /** Gone for long: silent for over a year, or for so many own gaps and the weeks of a one-off. */
  readonly goneDays: number;
  readonly goneGaps: number;
  /** Worth an offer: so many visit days, or a yearly spend of so many times its cost (5–20). */
  readonly offerVisitDays: number;
  readonly offerSpendTimes: number;
  /** Share (.2–1) of the expected gain that an offer may cost: the rest is margin and doubt. */
  readonly offerShare: number;
  /** Below so many points nothing speaks for a place: fewer names are a good answer (0–40). */
  readonly leastScore: number;
  /** A regular is thanked again after so many days. */
  readonly thankAgainDays: number;
  /** A return is news after an absence of so many days. */
  readonly backAgainDays: number;
  /** Milestones, returns and second visits are news for so many days: this week and the last. */
  readonly newsDays: number;
  /** A birthday counts for somebody seen within so many days. */
  readonly birthdaySeenDays: number;
}

/** What makes somebody stand out, feedback left aside. */
export type TriggerKind = Exclude<EffectReason, 'feedback' | 'own-idea'>;

export const defaultSuggestParams: SuggestParams = {
  need: {
    'sent-people': 95,
    slipping: 75,
    'spread-the-word': 68,
    birthday: 58,
    rising: 62,
    anniversary: 54,
    milestone: 52,
    'never-thanked': 50,
    'back-again': 46,
    'second-visit': 40,
  },
  loyaltyPerVisitDay: 0.2,
  maxLoyaltyPoints: 10,
  extraTriggerPoints: 3,
  focusPoints: 10,
  focusSegments: {
    valued: ['valued', 'regular', 'big-spender'],
    volume: ['new', 'rising', 'price-led', 'browser', 'been-away'],
    both: [],
  },
  minUpliftWeight: 0.5,
  maxUpliftWeight: 1.5,
  owed: ['sent-people', 'spread-the-word'],
  spendPoints: 0.9,
  cardPenalty: 5,
  holdOutShare: 0.15,
  fadeFrom: 5,
  fadePerGap: 4,
  maxFade: 40,
  usualSilencePenalty: 20,
  irregularPenalty: 8,
  newcomerPenalty: 15,
  repeatPenalty: 6,
  goneDays: 364,
  goneGaps: 15,
  offerVisitDays: 8,
  offerSpendTimes: 10,
  offerShare: 0.5,
  leastScore: 38,
  thankAgainDays: 364,
  backAgainDays: 28,
  newsDays: 14,
  birthdaySeenDays: 182,
};
