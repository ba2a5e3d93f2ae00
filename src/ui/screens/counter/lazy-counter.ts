import { tileBadge, activeVisitView } from '#app/counter/active-visit-view.ts';
import { DaySheet } from './day-sheet.tsx';
import { AmountKeypad } from './amount-keypad.tsx';
import { CounterPanel } from './panel.tsx';
import { Announcer } from './announcer.tsx';

/** What the Counter fetches once it stands: a tap logs and a letter searches without any of it. */
export const lazyCounter = {
  CounterPanel,
  DaySheet,
  AmountKeypad,
  Said: Announcer,
  markOn: tileBadge,
  stripOf: activeVisitView,
} as const;

export type LazyCounter = typeof lazyCounter;
