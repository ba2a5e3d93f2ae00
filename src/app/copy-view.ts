// What is in a copy, and how it differs from the shop that is open: what the owner reads before bringing it back.

import type { CopyProblem } from '#domain/copy-problem.ts';
import { isPresent, type Customer } from '#domain/customer.ts';
import type { Settings } from '#domain/settings.ts';
import type { Visit } from '#domain/visit.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import type { FactBatch } from '#schema/tables.ts';
import { attempt } from '#storage/attempt.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readMeta } from '#storage/settings.ts';
import type { CopyContents } from '#transfer/copy-reader.ts';
import type { CopyView } from './copy-findings.ts';
import { readCopy } from './copy-reading.ts';
import type { Deps } from './deps.ts';
import { shopSize, type ShopSize } from './shop-size.ts';
import type { Job } from './work.ts';

/** Reads a whole copy without keeping anything of it. */
export async function lookInsideCopy(
  deps: Deps,
  file: Blob,
  job: Job,
): Promise<Result<CopyView, CopyProblem>> {
  let seen = nothingSeen;
  const read = await readCopy({
    file,
    job,
    async onBatch(batch) {
      const looked = await attempt(() => seenWith(seen, batch, deps.db));
      if (looked.ok) seen = looked.value;
      return looked.ok ? ok(null) : looked;
    },
  });
  if (!read.ok) return read;
  const view = await attempt(() => viewOf(deps, seen, read.value));
  return view.ok ? ok(view.value) : failed(view.problem);
}

interface Seen {
  readonly settings: Settings | null;
  readonly inside: ShopSize;
  /** Live rows of the open shop that the copy holds too. */
  readonly alsoHere: { readonly people: number; readonly visits: number };
}

const nothingSeen: Seen = {
  settings: null,
  inside: { people: 0, visits: 0, lastDay: null },
  alsoHere: { people: 0, visits: 0 },
};

async function seenWith(seen: Seen, batch: FactBatch, db: ShopDexie): Promise<Seen> {
  const people = batch.customers.filter(isPresent);
  const visits = batch.visits.filter((visit) => !visit.voided);
  const { inside, alsoHere } = seen;
  return {
    settings: batch.settings[0] ?? seen.settings,
    inside: {
      people: inside.people + people.length,
      visits: inside.visits + visits.length,
      lastDay: visits.reduce(later, inside.lastDay),
    },
    alsoHere: {
      people: alsoHere.people + (await peopleHere(db, batch.customers)),
      visits: alsoHere.visits + (await visitsHere(db, batch.visits)),
    },
  };
}

function later(last: Day | null, visit: Visit): Day {
  return last === null || visit.day > last ? visit.day : last;
}

async function peopleHere(db: ShopDexie, customers: readonly Customer[]): Promise<number> {
  if (customers.length === 0) return 0;
  const here = await db.customers.bulkGet(customers.map((customer) => customer.id));
  return here.filter((customer) => customer !== undefined && isPresent(customer)).length;
}

async function visitsHere(db: ShopDexie, visits: readonly Visit[]): Promise<number> {
  if (visits.length === 0) return 0;
  const here = await db.visits.bulkGet(visits.map((visit) => visit.id));
  return here.filter((visit) => visit !== undefined && !visit.voided).length;
}

async function viewOf(deps: Deps, seen: Seen, { head, leftOut }: CopyContents): Promise<CopyView> {
  const [here, meta] = await Promise.all([shopSize(deps.db), readMeta(deps.db)]);
  const madeAt = Date.parse(head.made);
  return {
    shopName: seen.settings?.shopName ?? '',
    madeAt: Number.isNaN(madeAt) ? null : madeAt,
    inside: seen.inside,
    here,
    onlyHere: {
      people: Math.max(0, here.people - seen.alsoHere.people),
      visits: Math.max(0, here.visits - seen.alsoHere.visits),
    },
    isThisShop: meta?.shopId === head.shop,
    leftOut,
  };
}
