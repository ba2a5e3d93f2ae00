import type { Settings, SettingsValues } from '#domain/shop/settings.ts';

export const insightsSettings = [
  'amounts',
  'openings',
  'closures',
  'kindRules',
] as const satisfies readonly (keyof SettingsValues)[];

export const suggestionSettings = [
  ...insightsSettings,
  'budgetMoney',
  'budgetPieces',
  'restWeeks',
  'skipWeeks',
  'reservedPlace',
  'holdOut',
  'focus',
  'cardCost',
  'offers',
] as const satisfies readonly (keyof SettingsValues)[];

/** A text that differs when one of these settings does. */
export function settingsKey(settings: Settings, names: readonly (keyof SettingsValues)[]): string {
  return JSON.stringify(names.map((name) => settings[name]));
}
