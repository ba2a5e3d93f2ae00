// The people of the sample shop who are somebody in particular, so that each segment, each reason
// and each duty occurs. Four of them show why spending alone is no answer: the traveller, the
// weekly five, the bargain visit and the friend of many.

import type { PlannedKind } from '#domain/week/gesture.ts';
import type { MomentKind } from '#domain/visits/moment.ts';
import { commonHabit, type Habit } from './habit.ts';

/** Something that happened on a day, counted back from the last day of the shop. */
export interface PastMoment {
  readonly kind: MomentKind;
  readonly daysAgo: number;
  readonly text?: string;
  /** Whom they sent: the name of another member of the cast. */
  readonly about?: string;
  readonly answered?: 'yes';
}

/** Something the shop did for somebody before today. */
export interface PastGesture {
  readonly kind: PlannedKind;
  readonly plannedAgo: number;
  readonly life: 'waiting' | 'handed-over' | 'skipped';
  readonly words?: string;
}

/** An invented person: what is on the card, how they come, and what happened with them. */
export interface SamplePerson {
  readonly name: string;
  readonly cue?: string;
  readonly habit: Partial<Habit>;
  readonly alsoCalled?: readonly string[];
  readonly phone?: string;
  readonly likes?: string;
  readonly birthdayIn?: number;
  readonly sentBy?: string;
  readonly from?: 'nearby' | 'elsewhere';
  readonly passingThrough?: 'yes';
  readonly moments?: readonly PastMoment[];
  readonly gestures?: readonly PastGesture[];
}

const once = { since: 0, until: 0, gapDays: 900, evenness: 20, browses: 0 } as const;

/** One visit only, so many days ago. */
function onlyVisit(daysAgo: number, habit: Partial<Habit>): Partial<Habit> {
  return { ...once, ...habit, since: daysAgo, until: Math.max(0, daysAgo - 9) };
}

const weekly: Partial<Habit> = { gapDays: 7, evenness: 24, browses: 0 };

/** Those written by hand, in the order of their cards. */
export const cast: readonly SamplePerson[] = [
  {
    name: 'Mr Bergström',
    cue: 'grey suitcase',
    habit: onlyVisit(118, { spends: 100_000, spread: 0.01 }),
    from: 'elsewhere',
    passingThrough: 'yes',
  },
  {
    name: 'Edith Marsh',
    cue: 'paper under the arm',
    habit: {
      ...weekly,
      weekday: 4,
      minute: 9 * 60 + 20,
      strays: 15,
      spends: 500,
      spread: 0.05,
      friend: 0.04,
    },
    from: 'nearby',
    likes: 'Two thin slices of tongue',
    moments: [{ kind: 'shared', daysAgo: 40 }],
  },
  {
    name: 'Kevin Doyle',
    habit: onlyVisit(104, { spends: 13_300, spread: 0.01, reduced: 1 }),
  },
  {
    name: 'Rosa Amaral',
    cue: 'knows everybody',
    habit: { gapDays: 45, evenness: 3, spends: 0, since: 300, minute: 16 * 60 },
    from: 'nearby',
    moments: [
      { kind: 'sent', daysAgo: 44, about: 'Tom Reilly' },
      { kind: 'sent', daysAgo: 30, about: 'Hana Sato' },
      { kind: 'shared', daysAgo: 21 },
    ],
  },
  {
    name: 'Tom Reilly',
    cue: 'green rucksack',
    habit: { gapDays: 8, evenness: 6, since: 44, spends: 1100 },
    sentBy: 'Rosa Amaral',
  },
  {
    name: 'Hana Sato',
    habit: { gapDays: 7, evenness: 8, since: 30, spends: 1600, minute: 17 * 60 },
    sentBy: 'Rosa Amaral',
  },
  {
    name: 'Mrs Khan',
    cue: 'red bike',
    habit: {
      ...weekly,
      gapDays: 6,
      weekday: null,
      minute: 10 * 60 + 40,
      strays: 25,
      spends: 1800,
      spread: 0.2,
    },
    alsoCalled: ['Rukhsana Khan'],
    phone: '01632 960 417',
    likes: 'Likes lamb',
    birthdayIn: 4,
    gestures: [
      { kind: 'offer', plannedAgo: 290, life: 'handed-over', words: 'Sausages, no charge' },
      { kind: 'card', plannedAgo: 3, life: 'waiting' },
    ],
  },
  {
    name: 'Mr Okoro',
    habit: { ...weekly, weekday: 6, until: 31, minute: 9 * 60, spends: 2600 },
    from: 'nearby',
  },
  {
    name: 'Ingrid Vos',
    cue: 'violin case',
    habit: { gapDays: 11, evenness: 14, until: 52, spends: 1900, minute: 15 * 60 },
  },
  {
    name: 'Priya Nair',
    cue: 'oat flat loaf',
    habit: { gapDays: 26, evenness: 7, change: 0.16, spends: 900, minute: 13 * 60 },
    likes: 'No nuts',
  },
  {
    name: 'Callum Fraser',
    habit: { gapDays: 30, evenness: 8, change: 0.2, since: 250, spends: 700, minute: 17 * 60 },
  },
  {
    name: 'Big Dave',
    cue: 'van outside',
    habit: { gapDays: 13, evenness: 3, reduced: 0.85, spends: 2400, minute: 17 * 60 + 20 },
    alsoCalled: ['David Pike'],
  },
  {
    name: 'Sue & Al',
    habit: { gapDays: 17, evenness: 2, reduced: 0.75, spends: 1500 },
  },
  {
    name: 'Father Michael',
    cue: 'black bicycle',
    habit: { ...weekly, weekday: 5, easy: 0.85, spends: 1200, strays: 20, minute: 8 * 60 + 30 },
    moments: [
      { kind: 'paid-on-time', daysAgo: 12 },
      { kind: 'paid-on-time', daysAgo: 43 },
      { kind: 'paid-on-time', daysAgo: 74 },
    ],
  },
  {
    name: 'Żaneta Łoś',
    cue: 'yellow raincoat',
    habit: { gapDays: 5, evenness: 12, easy: 0.7, spends: 1000, minute: 12 * 60 },
    moments: [{ kind: 'shared', daysAgo: 65 }],
    gestures: [{ kind: 'card', plannedAgo: 150, life: 'handed-over' }],
  },
  {
    name: 'Joan Price',
    cue: 'two small boys',
    habit: { ...weekly, weekday: 2, friend: 0.2, spends: 2200, minute: 14 * 60 },
    from: 'nearby',
    birthdayIn: 100,
    moments: [
      { kind: 'sent', daysAgo: 50, about: 'Malik Brown' },
      { kind: 'praise', daysAgo: 90, text: 'Said the pies are the best in town', answered: 'yes' },
    ],
    gestures: [{ kind: 'card', plannedAgo: 120, life: 'handed-over' }],
  },
  {
    name: 'Malik Brown',
    habit: { gapDays: 9, evenness: 5, since: 50, spends: 1300 },
    sentBy: 'Joan Price',
  },
  {
    name: 'Aoife Byrne',
    cue: 'blue dog lead',
    habit: { ...weekly, gapDays: 6, spends: 1500, minute: 10 * 60, strays: 40 },
    moments: [{ kind: 'complaint', daysAgo: 9, text: 'The mince was off on Thursday' }],
  },
  {
    name: 'Jean-Luc Moreau',
    habit: { gapDays: 14, evenness: 6, spends: 4800, spread: 0.3, weekday: 6, minute: 11 * 60 },
    moments: [{ kind: 'idea', daysAgo: 16, text: 'Would buy duck on Fridays' }],
  },
  {
    name: 'Mrs Lind',
    habit: { ...weekly, weekday: 3, spends: 2000, minute: 11 * 60 + 30, strays: 30 },
    gestures: [{ kind: 'card', plannedAgo: 22, life: 'handed-over' }],
  },
  {
    name: 'Dr Papadakis',
    cue: 'always a hat',
    habit: { gapDays: 7, evenness: 9, spends: 6200, spread: 0.25, weekday: 6, minute: 10 * 60 },
    likes: 'Well hung beef',
    phone: '01632 960 288',
  },
  {
    name: 'Mei Huang',
    habit: { gapDays: 10, evenness: 8, spends: 5400, spread: 0.2, minute: 16 * 60 },
    moments: [{ kind: 'praise', daysAgo: 5, text: 'Thanked us for ordering in' }],
  },
  {
    name: 'Harriet Cole',
    habit: { gapDays: 2, evenness: 6, spends: 420, minute: 8 * 60 + 20, strays: 12, browses: 0 },
    cue: 'from the library',
  },
  {
    name: 'Samuel Adeyemi',
    habit: { gapDays: 1, evenness: 5, spends: 380, minute: 8 * 60 + 45, strays: 15, browses: 0 },
    gestures: [{ kind: 'card', plannedAgo: 10, life: 'skipped' }],
  },
  {
    name: 'Nadia Rahman',
    habit: { gapDays: 9, evenness: 4, since: 27, spends: 1200, minute: 15 * 60 },
  },
  {
    name: 'Gwen Davies',
    cue: 'striped scarf',
    habit: { gapDays: 8, evenness: 12, spends: 1700, minute: 14 * 60, away: [170, 6] },
  },
  { name: 'Oliver Thwaite', habit: onlyVisit(12, { spends: 900 }) },
  { name: 'Leila Haddad', habit: { gapDays: 12, evenness: 10, since: 14, spends: 1700 } },
  { name: 'Pavel Novák', habit: onlyVisit(3, { spends: 2100 }) },
  { name: 'Greta Olsen', habit: onlyVisit(150, { spends: 1300 }), from: 'elsewhere' },
  { name: 'Winston Clarke', habit: onlyVisit(97, { spends: 800 }) },
  {
    name: 'Beatriz Sousa',
    cue: 'walks the beagle',
    habit: { gapDays: 20, evenness: 2, spends: 0, since: 200, minute: 12 * 60 },
  },
  {
    name: 'The student with headphones',
    habit: { gapDays: 16, evenness: 2, spends: 0, since: 90 },
  },
];

/** A habit with the gaps of a common customer filled in. */
export function habitOf(partial: Partial<Habit>): Habit {
  return { ...commonHabit, ...partial };
}
