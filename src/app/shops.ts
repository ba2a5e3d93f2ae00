// Which shop this tablet opens. A shop is never guessed and never quietly empty: no pointer plus any shop's database is a question, a
// pointer to nothing is an alarm, and only an untouched tablet gets the first run.

import { defaultSettings, type SettingsValues } from '#domain/settings.ts';
import type { OpenProblem } from '#domain/problem.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { nextStamp, type Stamp } from '#lib/stamp.ts';
import { deviceDrafts } from '#platform/drafts.ts';
import { newDeviceId } from '#platform/ids.ts';
import { within } from '#platform/patience.ts';
import { schemaVersion } from '#schema/versions.ts';
import { databaseNames, deleteDatabase, openDatabase, type ShopDexie } from '#storage/database.ts';
import { createShop, readMeta, readSettings } from '#storage/settings.ts';
import { copyKeeping } from './copy-notes.ts';
import { tidyCopies } from './copy-tidying.ts';
import type { Deps } from './deps.ts';
import type { Device } from './device.ts';
import { shopSize, type ShopSize } from './shop-size.ts';

export type StartProblem = OpenProblem | { readonly kind: 'not-answering' };

/** What the tablet holds at the start. */
export type Start =
  | { readonly kind: 'first-run' }
  | { readonly kind: 'open'; readonly deps: Deps; readonly isSample: boolean }
  /** Shops are here, but nothing says which is the current one. */
  | { readonly kind: 'found'; readonly shops: readonly FoundShop[] }
  /** The current shop's database is gone or empty. */
  | { readonly kind: 'lost'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly problem: StartProblem };

/** A shop's database that nothing points to. `size` is null when it could not be read. */
export interface FoundShop {
  readonly name: string;
  readonly shopName: string;
  readonly size: ShopSize | null;
}

/** What a start needs: the tablet, and whom to tell when newer code or another tab takes the database away. */
export interface Starting {
  readonly device: Device;
  readonly onSuperseded: () => void;
}

/** Storage that says nothing for so long is said to be not answering. */
const patienceMs = 10_000;
const shopPrefix = 'regulars-';
const samplePrefix = 'sample-';

/** Finds and opens the shop that this tablet points to, the sample shop first while one is being looked at. */
export async function startShop(starting: Starting): Promise<Start> {
  const { shop, sample } = starting.device.pointer.read();
  const start = await within(
    patienceMs,
    sample === null ? ownStart(starting) : sampleStart(starting),
  );
  const name = sample ?? shop ?? '';
  return start ?? { kind: 'refused', name, problem: { kind: 'not-answering' } };
}

/** Opens the shop called `name` and makes it the current one. */
export async function adoptShop(starting: Starting, name: string): Promise<Start> {
  starting.device.pointer.write({ shop: name, sample: null });
  return startShop(starting);
}

/** Makes an empty shop of the owner's own beside whatever is here, and points to it. */
export async function createOwnShop(
  starting: Starting,
  values: Partial<SettingsValues>,
): Promise<Result<Deps, OpenProblem>> {
  const name = `${shopPrefix}${starting.device.ids.next()}`;
  const made = await makeShop(starting, name, values);
  if (made.ok) starting.device.pointer.write({ shop: name, sample: null });
  return made;
}

/** Makes a database called `name` into a shop with `values` and leaves it open. Points nowhere. */
export async function makeShop(
  starting: Starting,
  name: string,
  values: Partial<SettingsValues>,
): Promise<Result<Deps, OpenProblem>> {
  const { device, onSuperseded } = starting;
  const opened = await openDatabase(name, onSuperseded);
  if (!opened.ok) return failed(opened.problem);
  const createdAt = device.clock.now();
  const deviceId = newDeviceId();
  const stamp = nextStamp({ last: null, now: createdAt, device: deviceId });
  await createShop(
    opened.value,
    {
      id: 'meta',
      deviceId,
      shopId: device.ids.next(),
      lastStamp: stamp,
      minWriter: schemaVersion,
      createdAt,
    },
    settingsOf(stamp, values),
  );
  return ok(depsOn(device, opened.value));
}

/** The name of a new sample shop's database. */
export function newSampleName(device: Device): string {
  return `${samplePrefix}${device.ids.next()}`;
}

/** Closes the sample shop and takes every trace of it away. */
export async function leaveSample(device: Device, db: ShopDexie): Promise<void> {
  device.pointer.write({ ...device.pointer.read(), sample: null });
  db.close();
  await deleteDatabase(db.name);
  const drafts = deviceDrafts();
  for (const key of drafts.keys(db.name)) drafts.remove(key);
}

async function ownStart(starting: Starting): Promise<Start> {
  const { pointer } = starting.device;
  await tidyCopies(copyKeeping(starting.device), starting.device.clock.now());
  const names = await databaseNames();
  await clearSamples(names);
  const current = pointer.read().shop;
  if (current !== null) return openedStart(starting, current);
  const shops = names.filter((name) => name.startsWith(shopPrefix));
  if (shops.length === 0) return { kind: 'first-run' };
  return { kind: 'found', shops: await Promise.all(shops.map(lookInto)) };
}

async function sampleStart(starting: Starting): Promise<Start> {
  const { pointer } = starting.device;
  const { shop, sample } = pointer.read();
  const start = sample === null ? undefined : await openedStart(starting, sample);
  if (start?.kind === 'open') return { ...start, isSample: true };
  pointer.write({ shop, sample: null });
  return ownStart(starting);
}

async function openedStart(starting: Starting, name: string): Promise<Start> {
  const names = await databaseNames();
  if (names.length > 0 && !names.includes(name)) return { kind: 'lost', name };
  const opened = await openDatabase(name, starting.onSuperseded);
  if (!opened.ok) return { kind: 'refused', name, problem: opened.problem };
  if (await isShop(opened.value))
    return { kind: 'open', deps: depsOn(starting.device, opened.value), isSample: false };
  opened.value.close();
  return { kind: 'lost', name };
}

// A sample that was left half-made, or left by closing the tablet, is nobody's shop.
async function clearSamples(names: readonly string[]): Promise<void> {
  await Promise.all(
    names.filter((name) => name.startsWith(samplePrefix)).map((name) => deleteDatabase(name)),
  );
}

async function lookInto(name: string): Promise<FoundShop> {
  const opened = await openDatabase(name, () => undefined);
  if (!opened.ok) return { name, shopName: '', size: null };
  const settings = await readSettings(opened.value);
  const size = settings === undefined ? null : await shopSize(opened.value);
  opened.value.close();
  return { name, shopName: settings?.shopName ?? '', size };
}

async function isShop(db: ShopDexie): Promise<boolean> {
  return (await readMeta(db)) !== undefined && (await readSettings(db)) !== undefined;
}

function depsOn(device: Device, db: ShopDexie): Deps {
  const { clock, ids } = device;
  return { db, clock, ids, work: device.workOn(db) };
}

function settingsOf(
  stamp: Stamp,
  values: Partial<SettingsValues>,
): ReturnType<typeof defaultSettings> {
  return { ...defaultSettings(stamp), ...values };
}
