// The server dies in the middle of what it is doing, alone and together with whoever writes to it.
import { setTimeout as wait } from 'node:timers/promises';
import { depotLine, type DepotLine } from '../../../src/platform/network/depot-line.ts';
import { newSecret, textOfBytes } from '../../../src/platform/crypto/sealing.ts';
import { hashPass } from '../../../src/app/pairing/found-tablets.ts';
import { Count, type Tally, type Task } from '../campaign.ts';
import { CarriedShop } from './carried-shop.ts';
import { ServerProcess } from './server-process.ts';

/** What was acknowledged is on the disk of a server that died in the same moment as the writer. */
export async function killedWithWriter({ length, report }: Task): Promise<Tally> {
  const count = new Count('server and writer killed together');
  const server = new ServerProcess();
  await server.start();
  const pass = newSecret();
  const line = depotLine(`${server.address}/depot/`);
  const tablets = [{ id: 'writer', passHash: await hashPass(pass) }];
  const body = { words: server.foundingWords, shop: 'shop', tablets };
  await line.ask({ method: 'POST', path: 'shop', body });
  let acknowledged = 0;
  for (let round = 0; round < (length === 'long' ? 45 : 4); round += 1) {
    const writer = new Writer(line, pass, await countThere(server));
    const writing = writer.write();
    await wait(100 + Math.random() * 400);
    writer.isGone = true;
    await server.kill();
    await writing;
    await server.start();
    count.tries += 1;
    acknowledged = writer.acknowledged;
    const there = await countThere(server);
    if (there < acknowledged)
      count.addMissing([`${acknowledged - there} of ${acknowledged} parcels`], []);
    else count.recovered += 1;
    report(`${acknowledged} acknowledged, ${there} there`);
  }
  count.acknowledged = acknowledged;
  await server.clear();
  return count.tally();
}

async function countThere({ address }: ServerProcess): Promise<number> {
  const response = await fetch(`${address}/depot/health`);
  const health: unknown = await response.json();
  const isHealth = typeof health === 'object' && health !== null && 'parcels' in health;
  return isHealth ? Number(health.parcels) : 0;
}

/** Writes parcel after parcel, one request at a time, until it is gone. */
class Writer {
  isGone = false;
  acknowledged: number;
  readonly #line: DepotLine;
  readonly #pass: string;

  constructor(line: DepotLine, pass: string, there: number) {
    this.#line = line;
    this.#pass = pass;
    this.acknowledged = there;
  }

  async write(): Promise<void> {
    while (!this.isGone) {
      const number = this.acknowledged + 1;
      const bytes = textOfBytes(crypto.getRandomValues(new Uint8Array(900)));
      const body = [{ tablet: 'writer', number, bytes }];
      const request = { method: 'POST', path: 'parcels', pass: this.#pass, body } as const;
      const sent = await this.#line.ask(request);
      if (sent.ok) this.acknowledged = number;
      else if (sent.problem !== 'busy') return;
      else await wait(5);
    }
  }
}

/** Two tablets go on while the server dies under them, and know the same in the end. */
export async function killedServer({ length, report }: Task): Promise<Tally> {
  const count = new Count('server killed under two tablets');
  const server = new ServerProcess();
  await server.start();
  const shop = await CarriedShop.open(server, 2);
  shop.carryAll();
  for (let round = 0; round < (length === 'long' ? 20 : 3); round += 1) {
    const tapping = tapFor(shop, 10);
    await wait(Math.random() * 150);
    await server.kill();
    await tapping;
    await server.start();
    count.tries += 1;
    const missing = await shop.missingAfterMeeting();
    count.addMissing(missing, []);
    if (missing.length === 0) count.recovered += 1;
    report(`${shop.saved.size} saved, ${missing.length} missing`);
  }
  count.acknowledged = shop.saved.size;
  await shop.close();
  await server.clear();
  return count.tally();
}

async function tapFor(shop: CarriedShop, taps: number): Promise<void> {
  for (let tap = 0; tap < taps; tap += 1) await shop.tapAll();
}
