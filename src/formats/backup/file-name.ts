// What the file of a backup is called: the shop and the minute, in letters that every file system
// and every mail takes. Whether it is packed or locked is found by what is in it, never by its
// name: files of before this ending are opened as well.

import { normalizedWords } from '#lib/normalize-text.ts';
import type { WallTime } from '#lib/time-zone.ts';

/** How the name of every backup ends. */
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
