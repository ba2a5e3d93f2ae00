// What the file of a copy is called: the shop and the minute, in letters that every file system and
// every mail takes.

import { normalizedWords } from '#lib/normalize-text.ts';
import type { WallTime } from '#lib/time-zone.ts';

/** `regulars-pell-daughter-2026-11-21T1830.ndjson.gz`, or `.ndjson` when it is not packed. */
export function backupFileName(shopName: string, wall: WallTime, form: 'packed' | 'plain'): string {
  const words = normalizedWords(shopName)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '');
  const shop = words.join('-').slice(0, 40) || 'shop';
  const hour = String(Math.floor(wall.minute / 60)).padStart(2, '0');
  const minute = String(wall.minute % 60).padStart(2, '0');
  return `regulars-${shop}-${wall.day}T${hour}${minute}.ndjson${form === 'packed' ? '.gz' : ''}`;
}
