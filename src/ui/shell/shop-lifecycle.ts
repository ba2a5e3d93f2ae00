// Going in and out of shops: what happens once or twice on a tablet, apart from the daily start.

import type { Deps } from '#app/deps.ts';
import { closeDesk } from '#app/counter/counter-store.ts';
import { openSample } from '#app/shop/sample.ts';
import { createOwnShop, leaveSample } from '#app/shop/create-shop.ts';
import { adoptShop, startShop, type StartProblem } from '#app/shop/open-shop.ts';
import type { Result } from '#lib/result.ts';
import type { OpenShop } from '#ui/hooks/use-shop.ts';
import type { OwnShopAnswers } from '#ui/hooks/use-app.ts';
import type { Route } from '#ui/routes.ts';
import { showStart, type Hall } from '#ui/hooks/app-state.ts';

/** Makes a shop of the owner's own and goes to `then`. */
export async function beginShop(hall: Hall, answers: OwnShopAnswers, then: Route): Promise<void> {
  const made = await createOwnShop(hall.starting, answers);
  await showMade(hall, made, { isSample: false });
  hall.go(then);
}

/** Makes and opens a sample shop; `onProgress` hears the share that is done, null while nobody can know. */
export async function tryTheSample(
  hall: Hall,
  onProgress: (done: number | null) => void,
): Promise<void> {
  const made = await openSample(hall.starting, ({ done, total }) =>
    onProgress(total === null ? null : done / total),
  );
  await showMade(hall, made, { isSample: true });
  hall.go({ kind: 'counter' });
}

/** Goes back from the sample to whatever was here before it. */
export async function leaveTheSample(hall: Hall): Promise<void> {
  const { device, go, starting } = hall;
  const shop = await closeShop(hall);
  device.showTheme('system');
  if (shop !== null) await leaveSample(device, shop.deps.db);
  await showStart(hall, await startShop(starting));
  go({ kind: 'counter' });
}

/** Opens the shop kept in the database `name` from now on. */
export async function adopt(hall: Hall, name: string): Promise<void> {
  await closeShop(hall);
  await showStart(hall, await adoptShop(hall.starting, name));
}

/** Closes the open shop because rows of it are missing, or cannot be read. */
export async function lose(hall: Hall): Promise<void> {
  const shop = await closeShop(hall);
  if (shop !== null) hall.setStage({ kind: 'lost', name: shop.deps.db.name });
}

/** Closes the shop that is open, or was about to be, because its storage failed under a question. */
export async function refuse(hall: Hall, error: unknown): Promise<void> {
  const shop = await closeShop(hall);
  const name = error instanceof Error ? error.name : 'unknown';
  const problem = { kind: 'storage-failed', name } as const;
  const database = shop?.deps.db.name ?? hall.device.pointer.read().shop ?? '';
  hall.setStage({ kind: 'refused', name: database, problem });
}

// Screens finish what they are doing when they are taken away, which happens with the next drawing.
function screensAreGone(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
}

async function closeShop(hall: Hall): Promise<OpenShop | null> {
  const shop = hall.open.current;
  hall.open.current = null;
  hall.setStage({ kind: 'starting' });
  await screensAreGone();
  if (shop !== null) {
    closeDesk(shop.deps);
    shop.roster.close();
    shop.deps.db.close();
  }
  return shop;
}

async function showMade(
  hall: Hall,
  made: Result<Deps, StartProblem>,
  { isSample }: Pick<OpenShop, 'isSample'>,
): Promise<void> {
  if (made.ok) await showStart(hall, { kind: 'open', deps: made.value, isSample });
  else await showStart(hall, { kind: 'refused', name: '', problem: made.problem });
}
