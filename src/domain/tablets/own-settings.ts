// Settings that are about one tablet and its screen, and stay there when the shop has several.

import type { Settings, SettingsValues } from '#domain/shop/settings.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';

const ownFields = [
  'theme',
  'typingSearches',
  'askAmount',
  'paper',
  'printers',
  'bigKeys',
  'sounds',
] as const satisfies readonly (keyof SettingsValues)[];

/** `merged` with what `ours` says of this tablet, and since when. */
export function withOwnSettings(merged: Settings, ours: Settings): Settings {
  const edits: Partial<Record<keyof SettingsValues, HlcTimestamp>> = { ...merged.edits };
  for (const field of ownFields) {
    const since = ours.edits[field];
    if (since === undefined) delete edits[field];
    else edits[field] = since;
  }
  const { theme, typingSearches, askAmount, paper, printers, bigKeys, sounds } = ours;
  const own = { theme, typingSearches, askAmount, paper, printers, bigKeys, sounds };
  return { ...merged, ...own, edits };
}
