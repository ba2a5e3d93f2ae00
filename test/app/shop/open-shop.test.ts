import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Dexie } from 'dexie';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { openSample } from '#app/shop/sample.ts';
import { loadSettings } from '#app/shop/settings.ts';
import { changeSettings } from '#app/shop/change-settings.ts';
import { readShopSize } from '#app/shop/shop-size.ts';
import { createOwnShop, closeSample } from '#app/shop/create-shop.ts';
import { startShop, type StartResult } from '#app/shop/open-shop.ts';
import { switchTo } from '#app/shop/open-shop.ts';
import { createBackupContext, replacedShops } from '#app/backup/backup-history.ts';
import { databaseNames, deleteDatabase } from '#storage/database.ts';
import { memoryStorage } from '../../support/values/memory-storage.ts';
import { valueOf } from '../../support/values/value-of.ts';
import { testEnvironment, type TestEnvironment } from '../../support/shops/test-environment.ts';

const open: Deps[] = [];

afterEach(async () => {
  for (const { db } of open.splice(0)) db.close();
  for (const name of await databaseNames()) await Dexie.delete(name);
});

describe('starting the app', () => {
  it('begins with the first run on an untouched tablet, and makes nothing', async () => {
    expect(await started(testEnvironment())).toEqual({ kind: 'first-run' });
    expect(await databaseNames()).toEqual([]);
  });

  it('opens the shop that was begun here', async () => {
    const device = testEnvironment();
    const shop = await ownShop(device, 'Pell & Daughter');
    shop.db.close();
    const start = await started(device);
    expect(start).toMatchObject({ kind: 'open', isSample: false });
    expect(device.pointer.read()).toEqual({ shop: shop.db.name, sample: null });
  });

  it('opens no shop in a tab on an iPad, where it would be lost, whatever is there', async () => {
    const device = testEnvironment();
    const shop = await ownShop(device, 'Pell & Daughter');
    shop.db.close();
    const tab = testEnvironment({ shop: shop.db.name, sample: null }, 'manual');
    expect(await started(tab)).toEqual({ kind: 'first-run' });
    expect(await databaseNames()).toEqual([shop.db.name]);
  });

  it('asks about a shop that nothing points to, and never begins an empty one over it', async () => {
    const shop = await ownShop(testEnvironment(), 'Pell & Daughter');
    const customer = draftCustomer(shop, { name: 'Mrs Khan', zone: 'Europe/London' });
    await addCustomer(shop, customer);
    shop.db.close();
    const forgetful = testEnvironment();
    expect(await started(forgetful)).toMatchObject({
      kind: 'found',
      shops: [{ name: shop.db.name, shopName: 'Pell & Daughter', size: { people: 1, visits: 0 } }],
    });
    const adopted = await switchTo(startContext(forgetful), shop.db.name);
    if (adopted.kind === 'open') open.push(adopted.deps);
    expect(adopted.kind).toBe('open');
    expect(forgetful.pointer.read().shop).toBe(shop.db.name);
  });

  it('raises the alarm when the shop it points to is gone, and makes nothing in its place', async () => {
    await ownShop(testEnvironment(), 'Another one');
    const before = await databaseNames();
    const start = await started(testEnvironment({ shop: 'regulars-gone', sample: null }));
    expect(start).toEqual({ kind: 'lost', name: 'regulars-gone' });
    expect(await databaseNames()).toEqual(before);
  });

  it('raises the alarm when the shop it points to has become empty', async () => {
    const device = testEnvironment();
    const shop = await ownShop(device, 'Pell & Daughter');
    await shop.db.meta.clear();
    await shop.db.settings.clear();
    shop.db.close();
    expect(await started(device)).toEqual({ kind: 'lost', name: shop.db.name });
  });

  it('opens the shop where the browser cannot list what it keeps, and says why when nothing opens', async () => {
    const device = testEnvironment();
    const shop = await ownShop(device, 'Pell & Daughter');
    shop.db.close();
    const broken = () => Promise.reject(new DOMException('planted', 'UnknownError'));
    const listing = vi.spyOn(indexedDB, 'databases').mockImplementation(broken);
    expect(await started(device)).toMatchObject({ kind: 'open' });
    const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('planted', 'UnknownError');
    });
    expect(await started(device)).toMatchObject({
      kind: 'refused',
      problem: { kind: 'storage-failed' },
    });
    opening.mockRestore();
    listing.mockRestore();
  });

  it('says that the storage does not answer, and opens the shop when it answers after all', async () => {
    const device = testEnvironment();
    const shop = await ownShop(device, 'Pell & Daughter');
    shop.db.close();
    const names = await indexedDB.databases();
    let answer = (): void => {};
    const listing = vi.spyOn(indexedDB, 'databases').mockImplementation(
      () =>
        new Promise((resolve) => {
          answer = () => resolve(names);
        }),
    );
    onTestFinished(() => listing.mockRestore());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const late: StartResult[] = [];
    const starting = startShop({
      ...startContext(device),
      onLate: (start) => void late.push(start),
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await starting).toEqual({
      kind: 'refused',
      name: shop.db.name,
      problem: { kind: 'not-answering' },
    });
    vi.useRealTimers();
    listing.mockImplementation(async () => names);
    answer();
    await vi.waitFor(() => expect(late).toMatchObject([{ kind: 'open' }]));
    for (const start of late) if (start.kind === 'open') open.push(start.deps);
  });

  it('says so when the shop opens and then cannot be read', async () => {
    const device = testEnvironment();
    const shop = await ownShop(device, 'Pell & Daughter');
    shop.db.close();
    const reading = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('planted', 'UnknownError');
    });
    expect(await started(device)).toEqual({
      kind: 'refused',
      name: shop.db.name,
      problem: { kind: 'storage-failed', name: 'UnknownError' },
    });
    reading.mockRestore();
    expect(await started(device)).toMatchObject({ kind: 'open' });
  });

  it('leaves a shop alone that newer code has changed', async () => {
    const name = 'regulars-from-tomorrow';
    const newer = new Dexie(name);
    newer.version(99).stores({ customers: 'id' });
    await newer.open();
    newer.close();
    expect(await started(testEnvironment({ shop: name, sample: null }))).toEqual({
      kind: 'refused',
      name,
      problem: { kind: 'newer-app-needed' },
    });
  });

  it('says so when there is no room for a new shop, and points to none', async () => {
    const device = testEnvironment();
    const adding = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('planted', 'QuotaExceededError');
    });
    const made = await createOwnShop(startContext(device), { shopName: 'Pell & Daughter' });
    adding.mockRestore();
    expect(made).toEqual({ ok: false, problem: { kind: 'storage-full' } });
    expect(device.pointer.read().shop).toBeNull();
  });

  it('begins a shop with what the first run was told', async () => {
    const shop = await ownShop(testEnvironment(), 'Café Nord');
    expect(await loadSettings(shop)).toMatchObject({ shopName: 'Café Nord', currencyFixed: false });
  });

  it('begins a shop whose paper and letters speak the language of the screen', async () => {
    const device = { ...testEnvironment(), screenLanguage: 'de' };
    expect(await loadSettings(await ownShop(device, 'Metzgerei Pell'))).toMatchObject({
      language: 'de',
    });
  });
});

describe('a tablet that goes down right after one shop took the place of another', () => {
  it('opens the new one, though it forgot where it was, and keeps the old one as one to go to', async () => {
    const device = testEnvironment();
    const [old, restored] = await twoShops(device);
    await switched(device, restored);
    forgetSwitch(device, old);
    expect(nameOf(await started(device))).toBe(restored);
    expect(device.pointer.read().shop).toBe(restored);
    const replaced = replacedShops(createBackupContext(device));
    expect(replaced.map(({ database }) => database)).toEqual([old]);
  });

  it('opens the last of several, and the old one again after the way back', async () => {
    const device = testEnvironment();
    const [old, second] = await twoShops(device);
    const third = (await ownShop(device, 'Third')).db.name;
    forgetSwitch(device, old);
    await switched(device, second);
    await switched(device, third);
    forgetSwitch(device, old);
    expect(nameOf(await started(device))).toBe(third);
    await switched(device, old);
    forgetSwitch(device, third);
    expect(nameOf(await started(device))).toBe(old);
    forgetSwitch(device, second);
    expect(nameOf(await started(device))).toBe(old);
  });

  it('opens its own shop where the new one is gone', async () => {
    const device = testEnvironment();
    const [old, restored] = await twoShops(device);
    await switched(device, restored);
    forgetSwitch(device, old);
    await deleteDatabase(restored);
    expect(nameOf(await started(device))).toBe(old);
  });

  it('writes on in the new shop without forgetting that it replaced another', async () => {
    const device = testEnvironment();
    const [old, restored] = await twoShops(device);
    await switched(device, restored);
    const deps = depsOf(await started(testEnvironment({ shop: old, sample: null })));
    expect(deps.db.name).toBe(restored);
    valueOf(await changeSettings(deps, { shopName: 'Moss' }));
    expect((await loadSettings(deps)).shopName).toBe('Moss');
  });
});

async function twoShops(device: TestEnvironment): Promise<readonly [string, string]> {
  vi.stubGlobal('localStorage', memoryStorage());
  onTestFinished(() => void vi.unstubAllGlobals());
  const second = await ownShop(device, 'Restored');
  const first = await ownShop(device, 'Pell & Daughter');
  return [first.db.name, second.db.name];
}

async function switched(device: TestEnvironment, name: string): Promise<void> {
  const start = await switchTo(startContext(device), name);
  depsOf(start).db.close();
}

/** What is written beside the databases may be as it was some seconds before. */
function forgetSwitch(device: TestEnvironment, shop: string): void {
  device.pointer.write({ shop, sample: null });
}

function depsOf(start: StartResult): Deps {
  if (start.kind !== 'open') throw new Error(start.kind);
  return start.deps;
}

function nameOf(start: StartResult): string {
  return depsOf(start).db.name;
}

describe('the sample shop', () => {
  it('has its 60 people and their year, and is opened again until it is left', async () => {
    const device = testEnvironment();
    const sample = await sampleShop(device);
    expect(await readShopSize(sample.db)).toMatchObject({ people: 60, visits: 3000 });
    sample.db.close();
    expect(await started(device)).toMatchObject({ kind: 'open', isSample: true });
  });

  it('leaves no trace, and the own shop as it was', async () => {
    const device = testEnvironment();
    const own = await ownShop(device, 'Pell & Daughter');
    const sample = await sampleShop(device);
    await closeSample(device, sample.db);
    expect(await databaseNames()).toEqual([own.db.name]);
    expect(device.pointer.read()).toEqual({ shop: own.db.name, sample: null });
    expect(device.asked()).toBe(0);
  });

  it('that was left half-made is cleared away at the next start', async () => {
    const half = new Dexie('sample-half');
    half.version(1).stores({ customers: 'id' });
    await half.open();
    half.close();
    await started(testEnvironment());
    expect(await databaseNames()).toEqual([]);
  });
});

function startContext(device: TestEnvironment) {
  return { device, onSuperseded: () => {} };
}

async function started(device: TestEnvironment): Promise<StartResult> {
  const start = await startShop(startContext(device));
  if (start.kind === 'open') open.push(start.deps);
  return start;
}

async function ownShop(device: TestEnvironment, shopName: string): Promise<Deps> {
  const made = await createOwnShop(startContext(device), { shopName });
  if (!made.ok) throw new Error(made.problem.kind);
  open.push(made.value);
  return made.value;
}

async function sampleShop(device: TestEnvironment): Promise<Deps> {
  const made = await openSample(startContext(device), () => {});
  if (!made.ok) throw new Error(made.problem.kind);
  open.push(made.value);
  return made.value;
}
