// What staff may say to the customer in front of them, who may read it over the counter: no money,
// no rank, no segment, and no word about coming less.

import type { Day, Weekday } from '#lib/day.ts';
import type { GestureKind } from './gesture.ts';

/** One line for the visit strip: a code with its facts. Words are made in i18n. */
export type Hint =
  | { readonly code: 'to-hand-over'; readonly gesture: GestureKind; readonly words: string }
  | { readonly code: 'birthday'; readonly day: Day }
  | { readonly code: 'milestone'; readonly visitDays: number }
  | { readonly code: 'anniversary'; readonly years: number; readonly day: Day }
  | { readonly code: 'first-visit' }
  | { readonly code: 'second-visit' }
  | { readonly code: 'back-since'; readonly day: Day }
  | { readonly code: 'preference'; readonly text: string; readonly day: Day }
  /** Praise or an idea, in the words that were noted. */
  | { readonly code: 'last-talk'; readonly text: string; readonly day: Day }
  | { readonly code: 'likes-it-quick'; readonly times: number; readonly of: number }
  | {
      readonly code: 'usual-weekday';
      readonly weekday: Weekday;
      readonly times: number;
      readonly of: number;
    };

export type HintCode = Hint['code'];
