// Going in and out of shops, which happens once or twice on a device; the daily start is elsewhere.

import type { Deps } from '#app/deps.ts';
import { disposeCounterStore } from '#app/counter/counter-store.ts';
import { openSample } from '#app/shop/sample.ts';
import { createOwnShop, closeSample } from '#app/shop/create-shop.ts';
import { startShop, type StartProblem } from '#app/shop/open-shop.ts';
import { switchTo } from '#app/shop/open-shop.ts';
import type { Result } from '#lib/result.ts';
import type { OpenShop, NewShopAnswers } from '#ui/hooks/use-shop.ts';
import type { Route } from '#ui/routes.ts';
import { applyStart, type ShellContext } from '#ui/hooks/app-state.ts';

export async function createAndOpenShop(
  context: ShellContext,
  answers: NewShopAnswers,
  then: Route,
): Promise<void> {
  const language = context.device.screenLanguage;
  const created = await createOwnShop(context.startContext, { ...answers, language });
  await showCreated(context, created, { isSample: false });
  context.navigate(then);
}

/** Creates and opens a sample shop; `onProgress` gets the share done, null while unknown. */
export async function enterSample(
  context: ShellContext,
  onProgress: (done: number | null) => void,
): Promise<void> {
  const created = await openSample(context.startContext, ({ done, total }) =>
    onProgress(total === null ? null : done / total),
  );
  await showCreated(context, created, { isSample: true });
  context.navigate({ kind: 'counter' });
}

export async function exitSample(context: ShellContext): Promise<void> {
  const { device, navigate, startContext } = context;
  const shop = await closeShop(context);
  device.showTheme('system');
  if (shop !== null) await closeSample(device, shop.deps.db);
  await applyStart(context, await startShop(startContext));
  navigate({ kind: 'counter' });
}

export async function switchShop(context: ShellContext, name: string): Promise<void> {
  await closeShop(context);
  await applyStart(context, await switchTo(context.startContext, name));
}

/** Closes the open shop because rows of it are missing, or cannot be read. */
export async function closeAsLost(context: ShellContext): Promise<void> {
  const shop = await closeShop(context);
  if (shop !== null) context.setAppState({ kind: 'lost', name: shop.deps.db.name });
}

/** Closes the shop, open or about to be, because its storage failed with `error`. */
export async function closeOnError(context: ShellContext, error: unknown): Promise<void> {
  const shop = await closeShop(context);
  const name = error instanceof Error ? error.name : 'unknown';
  const problem = { kind: 'storage-failed', name } as const;
  const database = shop?.deps.db.name ?? context.device.pointer.read().shop ?? '';
  context.setAppState({ kind: 'refused', name: database, problem });
}

// Screens finish what they are doing when they are unmounted, with the next drawing.
function afterUnmount(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
}

async function closeShop(context: ShellContext): Promise<OpenShop | null> {
  const shop = context.openShopRef.current;
  context.openShopRef.current = null;
  context.setAppState({ kind: 'starting' });
  await afterUnmount();
  if (shop !== null) {
    disposeCounterStore(shop.deps);
    shop.roster.close();
    shop.deps.db.close();
  }
  return shop;
}

async function showCreated(
  context: ShellContext,
  created: Result<Deps, StartProblem>,
  { isSample }: Pick<OpenShop, 'isSample'>,
): Promise<void> {
  if (created.ok) await applyStart(context, { kind: 'open', deps: created.value, isSample });
  else await applyStart(context, { kind: 'refused', name: '', problem: created.problem });
}
