// What is in a copy, and how it differs from the shop that is open: what the owner reads before bringing it back.

import type { CopyProblem } from '#domain/backup/backup-problem.ts';
import { isPresent } from '#domain/customers/customer.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { factTables, keyOfFact, type FactBatch } from '#schema/tables.ts';
import { attempt } from '#storage/attempt.ts';
import type { ShopDexie } from '#storage/database.ts';
import { rowsHere } from '#storage/bulk/existing-rows.ts';
import { readMeta } from '#storage/tables/settings.ts';
import type { CopyContents } from '#formats/backup/reader.ts';
import { differenceOf } from '#formats/backup/merge-facts.ts';
import type { CopyView } from './backup-results.ts';
import { readCopy } from './read-backup.ts';
import type { CopyFile } from './backup-requests.ts';
import type { Deps } from '#app/deps.ts';
import { shopSize, type ShopSize } from '#app/shop/shop-size.ts';
import type { Job } from '#app/worker/protocol.ts';

/** Reads a whole copy without keeping anything of it. */
export async function lookInsideCopy(
  deps: Deps,
  { file, phrases = [] }: CopyFile,
  job: Job,
): Promise<Result<CopyView, CopyProblem>> {
  let seen = nothingSeen;
  const read = await readCopy({
    file,
    phrases,
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
  readonly lines: CopyView['lines'];
}

const nothingSeen: Seen = {
  settings: null,
  inside: { people: 0, visits: 0, lastDay: null },
  alsoHere: { people: 0, visits: 0 },
  lines: { fresh: 0, same: 0, changed: 0, conflict: 0 },
};

async function seenWith(seen: Seen, batch: FactBatch, db: ShopDexie): Promise<Seen> {
  const people = batch.customers.filter(isPresent);
  const visits = batch.visits.filter((visit) => !visit.voided);
  const here = await rowsHere(db, batch);
  const { inside, alsoHere } = seen;
  return {
    settings: batch.settings[0] ?? seen.settings,
    inside: {
      people: inside.people + people.length,
      visits: inside.visits + visits.length,
      lastDay: visits.reduce(later, inside.lastDay),
    },
    alsoHere: {
      people: alsoHere.people + here.customers.filter(isPresent).length,
      visits: alsoHere.visits + here.visits.filter((visit) => !visit.voided).length,
    },
    lines: linesWith(seen.lines, batch, here),
  };
}

function linesWith(
  before: CopyView['lines'],
  batch: FactBatch,
  here: FactBatch,
): CopyView['lines'] {
  const lines = { ...before };
  for (const table of factTables) {
    const known = new Map(here[table].map((row) => [keyOfFact(row), row]));
    for (const row of batch[table]) lines[differenceOf(known.get(keyOfFact(row)), row)] += 1;
  }
  return lines;
}

function later(last: Day | null, visit: Visit): Day {
  return last === null || visit.day > last ? visit.day : last;
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
    onlyThere: {
      people: Math.max(0, seen.inside.people - seen.alsoHere.people),
      visits: Math.max(0, seen.inside.visits - seen.alsoHere.visits),
    },
    lines: seen.lines,
    isThisShop: meta?.shopId === head.shop,
    leftOut,
  };
}
