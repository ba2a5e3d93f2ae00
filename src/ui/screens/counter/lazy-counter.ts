import { markOn, stripOf } from '#app/counter/active-visit-view.ts';
import { DaySheet } from './day-sheet.tsx';
import { MoneyKeys } from './amount-keypad.tsx';
import { CounterPanel } from './panel.tsx';
import { Said } from './announcer.tsx';

/** What the Counter fetches once it stands: a tap logs and a letter searches without any of it. */
export const beside = { CounterPanel, DaySheet, MoneyKeys, Said, markOn, stripOf } as const;

export type Beside = typeof beside;
