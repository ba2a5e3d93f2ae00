import { markOn, stripOf } from '#app/strip-view.ts';
import { DaySheet } from './day-sheet.tsx';
import { MoneyKeys } from './money-keys.tsx';
import { CounterPanel } from './panel.tsx';
import { Said } from './said.tsx';

/** What the Counter fetches once it stands: a tap logs and a letter searches without any of it. */
export const beside = { CounterPanel, DaySheet, MoneyKeys, Said, markOn, stripOf } as const;

export type Beside = typeof beside;
