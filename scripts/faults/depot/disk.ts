// The server's disk is full, goes back to an old copy, or is empty.
import { cpSync, rmSync } from 'node:fs';
import { Count, type Tally, type Task } from '../campaign.ts';
import { CarriedShop } from './carried-shop.ts';
import { ServerProcess } from './server-process.ts';

/** Files may not grow any more: it refuses in words, and all goes out when there is room again. */
export async function fullDisk({ report }: Task): Promise<Tally> {
  const count = new Count('disk full under the server');
  const server = new ServerProcess();
  await server.start();
  const shop = await CarriedShop.open(server, 2);
  shop.carryAll();
  await shop.tapAll();
  count.addMissing(await shop.missingAfterMeeting(), []);
  await server.stop();
  await server.start(160);
  const [first] = shop.tablets;
  if (first === undefined) throw new Error('There are tablets');
  count.tries += 1;
  let isSaid = false;
  for (let tap = 0; tap < 400 && !isSaid; tap += 1) {
    await shop.tap(first);
    isSaid = (await first.tablets.line.get('line'))?.problem === 'full';
  }
  if (!isSaid && !(await shop.says(first, 'full'))) count.addBroken('a full disk is not said');
  report(`full after ${shop.saved.size} visits`);
  await server.kill();
  await server.start();
  const missing = await shop.missingAfterMeeting();
  count.addMissing(missing, []);
  if (missing.length === 0 && (await shop.says(first, null))) count.recovered += 1;
  count.acknowledged = shop.saved.size;
  await shop.close();
  await server.clear();
  return count.tally();
}

/** The server's folder is that of an earlier day: the tablets give back what came after it. */
export async function setBackServer(_task: Task): Promise<Tally> {
  const count = new Count('server set back to an old copy');
  const server = new ServerProcess();
  await server.start();
  const shop = await CarriedShop.open(server, 3);
  shop.carryAll();
  await shop.tapAll();
  count.addMissing(await shop.missingAfterMeeting(), []);
  await server.stop();
  const copy = `${server.folder}-copy`;
  cpSync(server.folder, copy, { recursive: true });
  await server.start();
  for (let tap = 0; tap < 5; tap += 1) await shop.tapAll();
  count.addMissing(await shop.missingAfterMeeting(), []);
  const before = await parcelsThere(server);
  await server.kill();
  rmSync(server.folder, { recursive: true });
  cpSync(copy, server.folder, { recursive: true });
  rmSync(copy, { recursive: true });
  await server.start();
  count.tries += 1;
  await shop.tapAll();
  count.addMissing(await shop.missingAfterMeeting(), []);
  const after = await parcelsThere(server);
  if (after <= before) count.addBroken(`${before} parcels before, ${after} after`);
  else count.recovered += 1;
  count.acknowledged = shop.saved.size;
  await shop.close();
  await server.clear();
  return count.tally();
}

/** Nothing is left of it: the words of the new one, typed on one tablet, and all is there again. */
export async function emptiedServer(_task: Task): Promise<Tally> {
  const count = new Count('server emptied');
  const server = new ServerProcess();
  await server.start();
  const shop = await CarriedShop.open(server, 2);
  shop.carryAll();
  for (let tap = 0; tap < 5; tap += 1) await shop.tapAll();
  count.addMissing(await shop.missingAfterMeeting(), []);
  const before = await parcelsThere(server);
  await server.kill();
  rmSync(server.folder, { recursive: true });
  await server.start();
  count.tries += 1;
  for (const tablet of shop.tablets)
    if (!(await shop.says(tablet, 'unknown-here')))
      count.addBroken('an emptied server is not said');
  await shop.tapAll();
  await shop.found(server);
  count.addMissing(await shop.missingAfterMeeting(), []);
  const after = await parcelsThere(server);
  if (after <= before) count.addBroken(`${before} parcels before, ${after} after`);
  else count.recovered += 1;
  count.acknowledged = shop.saved.size;
  await shop.close();
  await server.clear();
  return count.tally();
}

async function parcelsThere({ address }: ServerProcess): Promise<number> {
  const health: unknown = await (await fetch(`${address}/depot/health`)).json();
  const isHealth = typeof health === 'object' && health !== null && 'parcels' in health;
  return isHealth ? Number(health.parcels) : 0;
}
