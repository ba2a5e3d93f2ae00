// What is in a backup and how it differs from the open shop, shown before a restore.

import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { isPresent } from '#domain/customers/customer.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { factTables, keyOfFact, type FactBatch } from '#schema/tables.ts';
import { attempt } from '#storage/transaction.ts';
import type { ShopDexie } from '#storage/database.ts';
import { readExistingRows } from '#storage/bulk/existing-rows.ts';
import { readMeta } from '#storage/tables/settings.ts';
import type { BackupContents } from '#formats/backup/reader.ts';
import { differenceOf } from '#formats/backup/merge-facts.ts';
import type { BackupPreview, BackupFile } from './backup-types.ts';
import { readBackup } from './read-backup.ts';
import type { Deps } from '#app/deps.ts';
import { readShopSize, type ShopSize } from '#app/shop/shop-size.ts';
import type { RequestContext } from '#app/worker/protocol.ts';

/** Reads a whole backup and stores nothing. */
export async function readBackupPreview(
  deps: Deps,
  { file, phrases = [] }: BackupFile,
  context: RequestContext,
): Promise<Result<BackupPreview, BackupProblem>> {
  let totals = emptyTotals;
  const read = await readBackup({
    file,
    phrases,
    context,
    async onBatch(batch) {
      const updated = await attempt(() => totalsWith(totals, batch, deps.db));
      if (updated.ok) totals = updated.value;
      return updated.ok ? ok(null) : updated;
    },
  });
  if (!read.ok) return read;
  const preview = await attempt(() => loadPreview(deps, totals, read.value));
  return preview.ok ? ok(preview.value) : failed(preview.problem);
}

interface PreviewTotals {
  readonly settings: Settings | null;
  readonly backupSize: ShopSize;
  /** Live rows of the open shop that are also in the backup. */
  readonly inBoth: { readonly people: number; readonly visits: number };
  readonly lines: BackupPreview['lines'];
}

const emptyTotals: PreviewTotals = {
  settings: null,
  backupSize: { people: 0, visits: 0, lastDay: null },
  inBoth: { people: 0, visits: 0 },
  lines: { fresh: 0, same: 0, changed: 0, conflict: 0 },
};

async function totalsWith(
  totals: PreviewTotals,
  batch: FactBatch,
  db: ShopDexie,
): Promise<PreviewTotals> {
  const people = batch.customers.filter(isPresent);
  const visits = batch.visits.filter((visit) => !visit.voided);
  const here = await readExistingRows(db, batch);
  const { backupSize, inBoth } = totals;
  return {
    settings: batch.settings[0] ?? totals.settings,
    backupSize: {
      people: backupSize.people + people.length,
      visits: backupSize.visits + visits.length,
      lastDay: visits.reduce(laterDay, backupSize.lastDay),
    },
    inBoth: {
      people: inBoth.people + here.customers.filter(isPresent).length,
      visits: inBoth.visits + here.visits.filter((visit) => !visit.voided).length,
    },
    lines: linesWith(totals.lines, batch, here),
  };
}

function linesWith(
  before: BackupPreview['lines'],
  batch: FactBatch,
  here: FactBatch,
): BackupPreview['lines'] {
  const lines = { ...before };
  for (const table of factTables) {
    const known = new Map(here[table].map((row) => [keyOfFact(row), row]));
    for (const row of batch[table]) lines[differenceOf(known.get(keyOfFact(row)), row)] += 1;
  }
  return lines;
}

function laterDay(last: Day | null, visit: Visit): Day {
  return last === null || visit.day > last ? visit.day : last;
}

async function loadPreview(
  deps: Deps,
  totals: PreviewTotals,
  { head, skippedRows }: BackupContents,
): Promise<BackupPreview> {
  const [here, meta] = await Promise.all([readShopSize(deps.db), readMeta(deps.db)]);
  const madeAt = Date.parse(head.made);
  return {
    shopName: totals.settings?.shopName ?? '',
    madeAt: Number.isNaN(madeAt) ? null : madeAt,
    backupSize: totals.backupSize,
    currentSize: here,
    onlyInShop: {
      people: Math.max(0, here.people - totals.inBoth.people),
      visits: Math.max(0, here.visits - totals.inBoth.visits),
    },
    onlyInBackup: {
      people: Math.max(0, totals.backupSize.people - totals.inBoth.people),
      visits: Math.max(0, totals.backupSize.visits - totals.inBoth.visits),
    },
    lines: totals.lines,
    isThisShop: meta?.shopId === head.shop,
    skippedRows,
  };
}
