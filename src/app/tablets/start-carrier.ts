// Starts what carries parcels, in a shop of several tablets; in any other it reads one row and is
// done. A shop that was restored goes on with the tablets that it had.

import { noteChanges } from '#storage/tablets/note-changes.ts';
import { watchErasures } from '#app/customers/form/forget-typed.ts';
import type { Deps } from '#app/deps.ts';
import type { Environment } from '#app/environment.ts';
import { hasTablets } from './has-tablets.ts';

let running: { readonly database: string; readonly control: AbortController } | null = null;

/** Carries for this shop alone from now on. */
export async function startCarrier(
  device: Pick<Environment, 'workerFor'>,
  deps: Deps,
): Promise<void> {
  const { db } = deps;
  if (running?.database === db.name || !(await hasTablets(deps))) return;
  noteChanges(db);
  running?.control.abort();
  const control = new AbortController();
  running = { database: db.name, control };
  // Others may erase somebody of whom something is half-typed here.
  control.signal.addEventListener('abort', watchErasures(deps));
  const ended = device
    .workerFor(db, 'parcels')
    .ask({ kind: 'carry-parcels' }, undefined, control.signal);
  void untilEnded(ended, control);
}

// Given up for another shop; or the thread died, and the next maintenance starts it again.
async function untilEnded(carrying: Promise<unknown>, control: AbortController): Promise<void> {
  await carrying.catch(() => undefined);
  if (running?.control === control) running = null;
  control.abort();
}
