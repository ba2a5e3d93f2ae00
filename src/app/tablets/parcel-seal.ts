// A parcel's text as sealed bytes, and back. Trusts nothing that comes back.

import { failed, type Result } from '#lib/result.ts';
import { sealBytes, unsealBytes } from '#platform/crypto/sealing.ts';
import { fileSink, readText } from '#platform/files/gzip.ts';
import { isSignedBy } from '#platform/crypto/signatures.ts';
import { isAfterItsEnd, type Tablet } from '#domain/tablets/tablet.ts';
import {
  parseParcel,
  splitSignedText,
  type ParcelContents,
  type SignedText,
} from '#formats/parcel/parcel-text.ts';
import { readMeta } from '#storage/tables/settings.ts';
import type { AsideReason, KeptParcel } from '#storage/tablets/tablets-database.ts';
import { requiredState, type TabletContext } from './tablet-context.ts';
import { isLeftToOthers } from './tablet-roster.ts';

/** Texts of this length are not packed: packing them would tell how much is in them. */
const maxPlain = 4_096;
const maxUnpacked = 32_000_000;

/** The shop's keys by their numbers. */
type ShopKeys = Readonly<Record<string, string>>;

/** The key that seals: the one with the greatest number. */
export function lastKey(keys: ShopKeys): string {
  return newestFirst(keys)[0] ?? '';
}

export function lastKeyNumber(keys: ShopKeys): number {
  return Math.max(0, ...Object.keys(keys).map(Number));
}

function newestFirst(keys: ShopKeys): readonly string[] {
  return Object.entries(keys)
    .toSorted(([a], [b]) => Number(b) - Number(a))
    .map(([, key]) => key);
}

export async function sealText(text: string, key: string): Promise<Uint8Array<ArrayBuffer>> {
  return sealBytes(await packed(text), key);
}

async function packed(text: string): Promise<Uint8Array> {
  if (text.length <= maxPlain) return new TextEncoder().encode(text);
  const sink = fileSink();
  sink.write(text);
  return new Uint8Array(await (await sink.finish()).arrayBuffer());
}

/** What is in a parcel that this tablet keeps. */
export async function readParcel(
  { deps, tablets }: TabletContext,
  parcel: KeptParcel,
): Promise<Result<ParcelContents, AsideReason>> {
  const signer = await tablets.roster.get(parcel.tablet);
  if (signer !== undefined && isAfterItsEnd(signer, parcel.number)) return failed('taken-out');
  const isLeft = await isLeftToOthers(tablets, parcel.tablet);
  if (parcel.bytes.length === 0) return failed(isLeft ? 'said-again' : 'missing');
  const { keys } = await requiredState(tablets);
  const shop = (await readMeta(deps.db))?.shopId ?? '';
  const opened = await openParcel(parcel, { keys, shop, signer });
  return opened.ok && isLeft ? failed('said-again') : opened;
}

interface ParcelReader {
  readonly keys: ShopKeys;
  readonly shop: string;
  /** The tablet whose it is said to be. */
  readonly signer: Tablet | undefined;
}

/** What is in `parcel`, if it is what it is found as: of this tablet, of this shop. */
async function openParcel(
  { tablet, number, bytes }: KeptParcel,
  { keys, shop, signer }: ParcelReader,
): Promise<Result<ParcelContents, AsideReason>> {
  const opened = await openWithAny(bytes, newestFirst(keys));
  if (!opened.ok) return opened;
  const whole = await unpacked(opened.value);
  if (whole === undefined) return failed('damaged');
  const signed = splitSignedText(whole);
  const parsed = parseParcel(signed.text);
  if (!parsed.ok) return parsed;
  const { head } = parsed.value;
  const isFoundWhereItBelongs =
    head.shop === shop && head.tablet === tablet && head.number === number;
  if (!isFoundWhereItBelongs) return failed('damaged');
  // Every tablet has the shop's key, also one that was taken out has its old one: only the
  // signature says whose it is.
  if (signer === undefined) return failed('unknown-tablet');
  return (await isOwnWord(signer, number, signed)) ? parsed : failed('forged');
}

async function isOwnWord(
  { signing }: Tablet,
  number: number,
  { text, signature }: SignedText,
): Promise<boolean> {
  if (signing === null || number < signing.from) return true;
  return signature !== null && isSignedBy(signing.verifyKey, { text, signature });
}

async function openWithAny(
  bytes: Uint8Array,
  keys: readonly string[],
): Promise<Result<Uint8Array<ArrayBuffer>, AsideReason>> {
  for (const key of keys) {
    const opened = await unsealBytes(bytes, key);
    if (opened.ok) return opened;
    if (opened.problem === 'damaged') return failed('damaged');
  }
  return failed('key');
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const parts: string[] = [];
  const read = await readText(new Blob([bytes]), {
    maxBytes: maxUnpacked,
    onText: (part) => {
      parts.push(part);
      return Promise.resolve(true);
    },
  });
  return read.ok ? parts.join('') : undefined;
}
