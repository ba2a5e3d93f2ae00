// What takes more than one transaction: a list brought in, taken back, somebody erased for good.
// Broken off half-way the shop may hold a rest that no screen looks at; the next start must make it
// whole. Done on the page itself, so that planted faults reach it.
import type { Deps } from '#app/deps.ts';
import { finishErasures, scheduleErasure } from '#app/customers/erasure.ts';
import { recoverImports } from '#app/import/recover-imports.ts';
import { addDays } from '#lib/day.ts';
import { ok, type Result } from '#lib/result.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { valueOf, zone } from './expected.ts';
import { importMapped, mapFile, undoMapped } from './import-verbs.ts';
import type { Ready, Scene } from './shop-actions.ts';

const list = `Name,Phone,Date,Amount
Mrs Khan,020 7946 0018,2026-05-01 10:15,18.40
Mrs Khan,,2026-05-08 10:20,17.00
Tom Reed,,2026-05-02 11:00,3.20
`;

const preparations = {
  'import-list': async ({ deps }) => {
    const chosen = await mapFile(deps.worker, list);
    return async () => withoutRows(await importMapped(deps, chosen));
  },
  'undo-import': async ({ deps }) => {
    const { id } = valueOf(await importMapped(deps, await mapFile(deps.worker, list)));
    return async () => withoutRows(await undoMapped(deps, id));
  },
  erase: async ({ deps }) => {
    const [customer] = await deps.db.customers.limit(1).toArray();
    if (customer === undefined) throw new Error('The shop has nobody in it.');
    const { day } = toLocalTime(deps.clock.now(), zone);
    valueOf(await scheduleErasure(deps, customer.id, addDays(day, -40)));
    return async () => withoutRows(await finishErasures(deps, day));
  },
} as const satisfies Record<string, (scene: Scene) => Promise<Ready>>;

/** The name of an action of several transactions. */
export type LongActionName = keyof typeof preparations;

/** All of them. */
export const longActionNames: readonly LongActionName[] =
  Object.keys(preparations).filter(isLongAction);

/** Whether `name` takes several transactions. */
export function isLongAction(name: string): name is LongActionName {
  return name in preparations;
}

/** Makes what the action called `name` needs, and gives it ready to be done. */
export function prepareLongAction(name: LongActionName, scene: Scene): Promise<Ready> {
  return preparations[name](scene);
}

/** What the next start does with a rest. */
export async function recover(deps: Deps): Promise<void> {
  await recoverImports(deps);
}

function withoutRows(
  result: Result<unknown, { readonly kind: string }>,
): Awaited<ReturnType<Ready>> {
  return result.ok ? ok([]) : result;
}
