// What the tablet remembers about copies, outside of the shop's database, so that it outlives a change of it: when the last one was saved,
// and which shops were replaced by one that was brought back.

import { deviceDrafts, draftValue, type Drafts } from '#platform/drafts.ts';
import type { Pointer } from '#platform/pointer.ts';
import type { Device } from './device.ts';

/** What verbs about copies need beside the open shop. */
export interface CopyKeeping {
  readonly pointer: Pointer;
  /** The browser's own small store. */
  readonly notes: Drafts;
}

/** The last copy that left the app: when it was made (epoch ms), and what was in it. */
export interface CopyNote {
  readonly at: number;
  readonly people: number;
  readonly visits: number;
}

/** A shop that was replaced, kept in its database since `at` (epoch ms). */
export interface KeptShop {
  readonly database: string;
  readonly at: number;
}

/** Days for which a replaced shop is kept. */
export const daysKept = 30;

const keptKey = 'regulars.kept';

/** What this device remembers about copies. */
export function copyKeeping(device: Device): CopyKeeping {
  return { pointer: device.pointer, notes: deviceDrafts() };
}

/** The last copy of the shop in `database`, or null when none was ever saved here. */
export function lastCopy(notes: Drafts, database: string): CopyNote | null {
  const value = draftValue(notes.get(noteKey(database)));
  if (!isRecord(value)) return null;
  const { at, people, visits } = value;
  if (typeof at !== 'number' || typeof people !== 'number' || typeof visits !== 'number')
    return null;
  return { at, people, visits };
}

/** Remembers that a copy of the shop in `database` left the app. */
export function noteCopy(notes: Drafts, database: string, { at, people, visits }: CopyNote): void {
  notes.set(noteKey(database), JSON.stringify({ at, people, visits }));
}

/** The replaced shops, latest first; never the one that is current. */
export function keptShops({ notes, pointer }: CopyKeeping): readonly KeptShop[] {
  const current = pointer.read().shop;
  const value = draftValue(notes.get(keptKey));
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list
    .flatMap((each) => keptFrom(each) ?? [])
    .filter((kept) => kept.database !== current)
    .toSorted((a, b) => b.at - a.at);
}

/** Remembers that the shop in `kept.database` is being replaced. */
export function keepShop(keeping: CopyKeeping, kept: KeptShop): void {
  const others = keptShops(keeping).filter((each) => each.database !== kept.database);
  putKept(keeping, [...others, kept]);
}

/** Forgets that the shop in `database` was replaced: it is current again, or gone. */
export function unkeepShop(keeping: CopyKeeping, database: string): void {
  putKept(
    keeping,
    keptShops(keeping).filter((each) => each.database !== database),
  );
}

function putKept({ notes }: CopyKeeping, list: readonly KeptShop[]): void {
  notes.set(keptKey, JSON.stringify(list));
}

function keptFrom(value: unknown): KeptShop | undefined {
  if (!isRecord(value)) return undefined;
  const { database, at } = value;
  return typeof database === 'string' && typeof at === 'number' ? { database, at } : undefined;
}

function noteKey(database: string): string {
  return `${database}/last-copy`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
