// What comes from the server: its state, and sealed parcels. A parcel is kept only when it is the
// next one of its tablet and was sealed by a tablet of this shop, so that nothing forged is stored.

import type { DepotContents } from '#domain/tablets/depot-messages.ts';
import { withCount, type ParcelCounts } from '#domain/tablets/parcel-counts.ts';
import { numberShape, recordShape, textShape } from '#lib/shape.ts';
import { isRecord } from '#lib/typed-keys.ts';
import { bytesOfText } from '#platform/crypto/sealing.ts';
import { unsealedBy } from '#platform/crypto/key-pairs.ts';
import { keepParcel, updateTabletState } from '#storage/tablets/parcels.ts';
import type { AsideReason } from '#storage/tablets/tablets-database.ts';
import { readParcel } from './parcel-seal.ts';
import { requiredState, type TabletContext } from './tablet-context.ts';

/** What a message was. */
export type TakenMessage =
  | {
      readonly kind: 'state';
      readonly there: DepotContents;
      /** The server's clock, epoch ms; null where it did not say. */
      readonly clock: number | null;
    }
  | { readonly kind: 'parcel'; readonly tablet: string; readonly number: number }
  /** Nothing that a server of this shop says. */
  | { readonly kind: 'forged' };

const forged: TakenMessage = { kind: 'forged' };

export async function takeMessage(context: TabletContext, message: unknown): Promise<TakenMessage> {
  if (!isRecord(message)) return forged;
  return isRecord(message['state'])
    ? takeState(context, message['state'])
    : takeParcel(context, message['parcel']);
}

async function takeState(
  { tablets }: TabletContext,
  state: Readonly<Record<string, unknown>>,
): Promise<TakenMessage> {
  const sealed = isRecord(state['keys']) ? state['keys'] : {};
  const { keys, privateKey } = await requiredState(tablets);
  const opened: Record<string, string> = {};
  for (const [number, text] of Object.entries(sealed)) {
    if (Object.hasOwn(keys, number) || typeof text !== 'string') continue;
    const key = await unsealedBy(privateKey, text);
    if (key !== undefined) opened[number] = key;
  }
  if (Object.keys(opened).length > 0)
    await updateTabletState(tablets, (before) => ({ keys: { ...opened, ...before.keys } }));
  const there: DepotContents = {
    counts: countsIn(state['counts']),
    emptied: countsIn(state['emptied']),
    tablets: isRecord(state['tablets'])
      ? Object.fromEntries(Object.entries(state['tablets']).map(([id, isGone]) => [id, !!isGone]))
      : {},
    lastKey: numberShape(state['lastKey']) ?? 0,
  };
  return { kind: 'state', there, clock: numberShape(state['now']) ?? null };
}

function countsIn(value: unknown): ParcelCounts {
  const entries = Object.entries(isRecord(value) ? value : {});
  return entries.reduce<ParcelCounts>(
    (counts, [tablet, count]) => withCount(counts, tablet, numberShape(count) ?? 0),
    {},
  );
}

// One of a newer app is whole, as far as can be seen, and is read after the update. Whether one
// without anything in it was emptied by a tablet, its merging asks. Of a new tablet the others may
// not have spoken yet.
const keptReasons: readonly AsideReason[] = [
  'newer',
  'missing',
  'unknown-tablet',
  'taken-out',
  'said-again',
];

const parcelShape = recordShape({ tablet: textShape, number: numberShape, bytes: textShape });

async function takeParcel(context: TabletContext, value: unknown): Promise<TakenMessage> {
  const parcel = parcelShape(value);
  const bytes = bytesOfText(parcel?.bytes ?? '');
  if (parcel === undefined || bytes === undefined) return forged;
  const { tablet, number } = parcel;
  const opened = await readParcel(context, { tablet, number, bytes });
  if (!opened.ok && !keptReasons.includes(opened.problem)) return forged;
  // Of what came after its tablet was taken out, only the number is kept.
  const isRefused = !opened.ok && opened.problem === 'taken-out';
  const kept = { tablet, number, bytes: isRefused ? new Uint8Array(0) : bytes };
  const isKept = await keepParcel(context.tablets, kept);
  return isKept ? { kind: 'parcel', tablet, number } : forged;
}
