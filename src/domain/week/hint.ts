// What staff may say to the customer in front of them, who may read it over the counter: no money,
// no rank, no segment, and no word about coming less.

import type { Day, Weekday } from '#lib/day.ts';
import type { Coded } from '#lib/coded.ts';
import type { PlannedKind } from './gesture.ts';

interface HintFacts {
  'to-hand-over': { gesture: PlannedKind; words: string };
  /** A perk of the poster, in its words. */
  'perk-due': { gives: string };
  birthday: { day: Day };
  /** `visits` stands there where somebody came more than once a day. */
  milestone: { visitDays: number; visits?: number };
  anniversary: { years: number; day: Day };
  'first-visit': object;
  'second-visit': object;
  'back-since': { day: Day };
  preference: { text: string; day: Day };
  /** Praise or an idea, in the words that were noted. */
  'last-talk': { text: string; day: Day };
  'likes-it-quick': { times: number; of: number };
  'usual-weekday': { weekday: Weekday; times: number; of: number };
}

/** One line for the visit strip: a code with its facts. Its words are in i18n. */
export type Hint = Coded<HintFacts>;

export type HintCode = Hint['code'];
