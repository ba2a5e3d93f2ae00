// The line is cut in the middle of anything.
import { seededRandom } from '../../../src/lib/seeded-random.ts';
import { Count, type Tally, type Task } from '../campaign.ts';
import { CarriedShop } from './carried-shop.ts';
import { cutLine } from './cut-line.ts';
import { ServerProcess } from './server-process.ts';

/**
 * Each line holds for a few kilobytes, both ways: the answers are lost as often as the requests.
 */
export async function cutsOfLine({ length, report }: Task): Promise<Tally> {
  const count = new Count('line cut in the middle of anything');
  const server = new ServerProcess();
  await server.start();
  const random = seededRandom('cuts');
  const port = Number(new URL(server.address).port);
  const line = await cutLine(port, () => Math.floor(random() * 6_000));
  const shop = await CarriedShop.open(server, 2, line.address);
  shop.carryAll();
  const wanted = length === 'long' ? 500 : 8;
  for (let tap = 0; line.cuts() < wanted && tap < wanted * 20; tap += 1) {
    await shop.tapAll();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  report(`${line.cuts()} cuts, ${shop.saved.size} saved`);
  line.mend();
  count.tries = line.cuts();
  const missing = await shop.missingAfterMeeting();
  count.addMissing(missing, []);
  if (missing.length === 0) count.recovered = line.cuts();
  count.acknowledged = shop.saved.size;
  await shop.close();
  line.close();
  await server.clear();
  return count.tally();
}
