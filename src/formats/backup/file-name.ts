// The file name of a backup: the shop and the minute, in characters that every file system takes.
// The content decides whether it is packed or encrypted, never the name.

import { normalizedWords } from '#lib/normalize-text.ts';
import type { WallTime } from '#lib/time-zone.ts';

export const backupEnding = '.regulars';

/** `regulars-pell-daughter-2026-11-21T1830.regulars`. */
export function backupFileName(shopName: string, wall: WallTime): string {
  const words = normalizedWords(shopName)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '');
  const shop = words.join('-').slice(0, 40) || 'shop';
  const hour = String(Math.floor(wall.minute / 60)).padStart(2, '0');
  const minute = String(wall.minute % 60).padStart(2, '0');
  return `regulars-${shop}-${wall.day}T${hour}${minute}${backupEnding}`;
}
