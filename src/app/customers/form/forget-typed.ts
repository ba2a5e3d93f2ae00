// What was half-typed about people is kept by the browser, outside of the shop: it goes with them,
// also where they were erased elsewhere, on another tablet or in a backup that was merged.

import type { CustomerId, Erasure } from '#domain/customers/customer.ts';
import { localStore } from '#platform/browser-storage/local-store.ts';
import { readErasures } from '#storage/tables/erasures.ts';
import { observeQuery } from '#storage/observe.ts';
import type { Deps } from '#app/deps.ts';
import { forgetPutOff, laterNotesOf } from '#app/doubles/answer-double.ts';
import { openMessageDraft } from '#app/messages/message-draft.ts';
import { beforeFormName } from './changed-meanwhile.ts';
import { customerFormName, openFormDraft } from './form-drafts.ts';

/** Lets go of what was typed about those who were erased here just now. */
export function forgetTyped(deps: Deps, ids: readonly CustomerId[]): void {
  if (ids.length === 0) return;
  forgetAll(deps, ids);
  noteForgotten(deps, countForgotten(deps) + ids.length);
}

/** The same for everybody who was erased since, wherever that was. */
export async function forgetErased(deps: Deps): Promise<void> {
  forgetThose(deps, await readErasures(deps.db));
}

/** Does so whenever somebody is erased, until the result is called. */
export function watchErasures(deps: Deps): () => void {
  return observeQuery(() => readErasures(deps.db), {
    onResult: (erasures) => forgetThose(deps, erasures),
    onFailure: () => {},
  });
}

// A message to many that was begun since names none of those who were erased before.
function forgetThose(deps: Deps, erasures: readonly Erasure[]): void {
  if (erasures.length === countForgotten(deps)) return;
  forgetAll(
    deps,
    erasures.map(({ customerId }) => customerId),
  );
  noteForgotten(deps, erasures.length);
}

function forgetAll(deps: Deps, ids: readonly CustomerId[]): void {
  // What was being written to many may name them.
  openMessageDraft(deps, null).discard();
  for (const each of ids) {
    const name = customerFormName(each);
    openFormDraft(deps, name).discard();
    openFormDraft(deps, beforeFormName(name)).discard();
    openMessageDraft(deps, each).discard();
    forgetPutOff(laterNotesOf(deps), each);
  }
}

/** Of how many who were erased what was typed is gone. */
function countForgotten({ db }: Deps): number {
  return Number(localStore().get(forgottenKey(db.name)) ?? 0);
}

function noteForgotten({ db }: Deps, count: number): void {
  localStore().set(forgottenKey(db.name), String(count));
}

function forgottenKey(database: string): string {
  return `${database}:forgotten`;
}
