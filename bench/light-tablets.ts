// Runs in a thread of its own: tablets without a database, each of which says a visit a second with
// the app's own sealing and signing, and hears what comes without keeping it.
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { sealText } from '../src/app/tablets/parcel-seal.ts';
import type { Visit } from '../src/domain/visits/visit.ts';
import { visitIdFrom } from '../src/domain/visits/visit.ts';
import { parcelText, signedParcelText } from '../src/formats/parcel/parcel-text.ts';
import { parseTimestamp, timestampMs } from '../src/lib/hlc.ts';
import { textOfBytes } from '../src/platform/crypto/sealing.ts';
import { signText } from '../src/platform/crypto/signatures.ts';
import { depotLine } from '../src/platform/network/depot-line.ts';
import { byFactTable } from '../src/schema/tables.ts';

export interface LightTablet {
  readonly tablet: string;
  readonly pass: string;
  readonly key: string;
  readonly signingKey: CryptoKey;
}

export interface LightOrder {
  readonly address: string;
  readonly tablets: readonly LightTablet[];
  /** Visits are like this one, of these customers by turns. */
  readonly like: Visit;
  readonly customers: readonly Visit['customerId'][];
  /** Epoch ms. */
  readonly until: number;
}

const order: LightOrder = workerData;
const line = depotLine(`${order.address}/depot/`);
const acknowledged: number[] = [];

async function live(tablet: LightTablet, place: number): Promise<void> {
  const control = new AbortController();
  void hearOnly(tablet, control.signal);
  await wait((place / order.tablets.length) * 1_000);
  for (let number = 1; Date.now() < order.until; number += 1) {
    const begun = Date.now();
    await tap(tablet, { number, place });
    await wait(Math.max(0, 1_000 - (Date.now() - begun)));
  }
  control.abort();
}

async function hearOnly({ pass }: LightTablet, signal: AbortSignal): Promise<void> {
  const request = { method: 'POST', path: 'line', pass, body: {} } as const;
  await line.listen(request, () => Promise.resolve(), signal);
}

async function tap(
  { tablet, pass, key, signingKey }: LightTablet,
  { number, place }: { readonly number: number; readonly place: number },
): Promise<void> {
  const head = { shop: 'test-shop', tablet, number, app: '1', device: tablet, knows: null };
  const facts = { ...byFactTable(() => []), visits: [visit(tablet, number, place)] };
  const text = parcelText(head, { facts, tablets: [], emptied: [] });
  const signed = signedParcelText(text, await signText(text, signingKey));
  const body = [{ tablet, number, bytes: textOfBytes(await sealText(signed, key)) }];
  const begun = performance.now();
  const sent = await line.ask({ method: 'POST', path: 'parcels', pass, body });
  if (!sent.ok) throw new Error(`Not sent: ${sent.problem}`);
  acknowledged.push(performance.now() - begun);
}

function visit(tablet: string, number: number, place: number): Visit {
  const { like, customers } = order;
  const ms = String(timestampMs(like.made) + number).padStart(15, '0');
  const made = parseTimestamp(`${ms}-0000-${tablet}`);
  if (made === undefined) throw new Error('A tablet has a name in timestamps');
  const id = visitIdFrom(crypto.randomUUID());
  const customerId = customers[(number * 7 + place) % customers.length] ?? null;
  return { ...like, id, customerId, made, edits: {} };
}

await Promise.all(order.tablets.map(live));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(acknowledged);
process.exit();
