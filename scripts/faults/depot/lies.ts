// The server gives what no tablet made, or what this tablet cannot read: it is refused or laid
// aside, the screen says so, and everything else goes on.
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { newSecret, textOfBytes } from '../../../src/platform/crypto/sealing.ts';
import { sealText } from '../../../src/app/tablets/parcel-seal.ts';
import { requiredState } from '../../../src/app/tablets/tablet-context.ts';
import { updateTabletState } from '../../../src/storage/tablets/parcels.ts';
import type { ShopTablet } from '../../../test/support/tablets/shop-tablets.ts';
import { Count, type Tally, type Task } from '../campaign.ts';
import { CarriedShop } from './carried-shop.ts';
import { ServerProcess } from './server-process.ts';

interface Scene {
  readonly count: Count;
  readonly server: ServerProcess;
  readonly shop: CarriedShop;
  readonly known: ShopTablet;
  /** Has not had a line yet. */
  readonly fresh: ShopTablet;
}

export async function play(
  fault: string,
  act: (scene: Scene) => Promise<void>,
  tablets = 2,
): Promise<Tally> {
  const count = new Count(fault);
  const server = new ServerProcess();
  await server.start();
  const shop = await CarriedShop.open(server, tablets);
  const [known, fresh] = shop.tablets;
  if (known === undefined || fresh === undefined) throw new Error('There are tablets');
  shop.carry(known);
  for (let tap = 0; tap < 3; tap += 1) await shop.tap(known);
  if (!(await isCarried(known))) count.addBroken('the first tablet brought nothing');
  await act({ count, server, shop, known, fresh });
  count.acknowledged = shop.saved.size;
  await shop.close();
  await server.clear();
  return count.tally();
}

/** Whether all that the tablet noted is on the server before long. */
async function isCarried({ deps, tablets }: ShopTablet): Promise<boolean> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const own = (await tablets.parcels.toArray()).length;
    const { carried } = await requiredState(tablets);
    const unsent = (await deps.db.meta.get('meta'))?.unsent ?? [];
    if (unsent.length === 0 && own > 0 && carried === own) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** One byte of a parcel is another one in the server's file. */
export function tamperedParcels(_task: Task): Promise<Tally> {
  return play('parcel changed in the server’s file', async ({ count, server, shop, fresh }) => {
    await server.stop();
    flipLastByte(server);
    await server.start();
    count.tries += 1;
    shop.carry(fresh);
    if (!(await shop.says(fresh, 'tampered'))) count.addBroken('it is not said');
    await refused(count, fresh, 1);
    await server.stop();
    flipLastByte(server);
    await server.start();
    count.addMissing(await shop.missingAfterMeeting(), []);
  });
}

function flipLastByte({ folder }: ServerProcess): void {
  const db = new sqlite.Database(join(folder, 'depot.sqlite'));
  // Its log is the server's alone.
  db.exec('PRAGMA locking_mode = EXCLUSIVE');
  const [row] = db.all('SELECT place, bytes FROM parcels ORDER BY place LIMIT 1');
  const bytes = row?.['bytes'];
  if (!(bytes instanceof Uint8Array)) throw new Error('There is a parcel');
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) ^ 1;
  db.run('UPDATE parcels SET bytes = ? WHERE place = ?', [bytes, Number(row?.['place'])]);
  db.close();
}

/** Somebody without the shop's key makes parcels up, and gives an old one as another tablet's. */
export function forgedParcels(_task: Task): Promise<Tally> {
  return play('parcels made up, and given as another’s', async (scene) => {
    const { count, shop, known, fresh } = scene;
    const [old] = await known.tablets.parcels.toArray();
    const text =
      '{"parcel":1,"shop":"test-shop","tablet":"thief","number":1,"schema":1,"app":"1"}\n';
    const made = await sealText(text.padEnd(768), newSecret());
    shop.carry(fresh);
    for (const [tablet, bytes] of [
      ['thief', made],
      ['double', old?.bytes ?? made],
    ] as const) {
      count.tries += 1;
      await post(known, { tablet, number: 1, bytes });
      if (!(await shop.says(fresh, 'tampered'))) count.addBroken('it is not said');
    }
    const kept = (await fresh.tablets.parcels.toArray()).map(({ tablet }) => tablet);
    const taken = kept.filter((tablet) => tablet === 'thief' || tablet === 'double');
    if (taken.length > 0) count.addBroken(`taken from ${taken.join(' and ')}`);
    else count.recovered += 2;
    await shop.tap(known);
    count.addMissing(await shop.missingAfterMeeting(), []);
  });
}

export async function post(
  { line, tablets }: ShopTablet,
  { tablet, number, bytes }: { tablet: string; number: number; bytes: Uint8Array },
): Promise<void> {
  const { pass } = await requiredState(tablets);
  const body = [{ tablet, number, bytes: textOfBytes(bytes) }];
  const sent = await line.ask({ method: 'POST', path: 'parcels', pass, body });
  if (!sent.ok) throw new Error(`The server took it not: ${sent.problem}`);
}

async function refused(count: Count, { id, tablets }: ShopTablet, tries: number): Promise<void> {
  const kept = (await tablets.parcels.toArray()).filter(({ tablet }) => tablet !== id).length;
  if (kept > 0) count.addBroken(`${kept} parcels were taken`);
  else count.recovered += tries;
}

/** A tablet has another key than the shop's: it takes nothing; with the right one it takes all. */
export function wrongKey(_task: Task): Promise<Tally> {
  return play('tablet with a wrong key', async ({ count, shop, fresh }) => {
    const { keys } = await requiredState(fresh.tablets);
    await updateTabletState(fresh.tablets, ({ rosterChanges }) => ({
      keys: { 1: newSecret() },
      // It has nothing to say itself, which nobody could read.
      rosterSealed: rosterChanges,
    }));
    count.tries += 1;
    shop.carry(fresh);
    if (!(await shop.says(fresh, 'tampered'))) count.addBroken('it is not said');
    await refused(count, fresh, 1);
    await updateTabletState(fresh.tablets, () => ({ keys }));
    count.addMissing(await shop.missingAfterMeeting(), []);
  });
}

/** A parcel of a newer app is kept and said, and everything else goes on. */
export function newerApp(_task: Task): Promise<Tally> {
  return play('parcel of a newer app', async ({ count, shop, known, fresh }) => {
    const { keys } = await requiredState(known.tablets);
    const head = {
      parcel: 1,
      shop: 'test-shop',
      tablet: 'newer',
      number: 1,
      schema: 999,
      app: '9',
    };
    const text = `${JSON.stringify(head)}\n["wishes",{"id":"1"}]\n`.padEnd(768);
    await post(known, { tablet: 'newer', number: 1, bytes: await sealText(text, keys[1] ?? '') });
    count.tries += 1;
    shop.carry(fresh);
    await shop.tapAll();
    count.addMissing(await shop.missingAfterMeeting(), []);
    const until = Date.now() + 60_000;
    while ((await fresh.tablets.aside.count()) === 0 && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const why = (await fresh.tablets.aside.toArray()).map((each) => each.why);
    if (why.join() !== 'newer') count.addBroken(`laid aside: ${why.join() || 'nothing'}`);
    else count.recovered += 1;
  });
}
