import type { SettingsValues } from './settings.ts';

/** The most that may be typed; the least is 1. Pieces, weeks, days. */
export const maxOfSetting = {
  budgetPieces: 12,
  restWeeks: 52,
  skipWeeks: 52,
  messageRestDays: 99,
} as const satisfies Partial<Record<keyof SettingsValues, number>>;
