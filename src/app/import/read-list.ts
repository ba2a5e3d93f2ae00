// Reads a picked list: once to see what it holds, and again by the chosen columns. Nothing is
// written.

import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { ImportLayout } from '#domain/import/import-layout.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { readImports } from '#storage/tables/imports.ts';
import { inspectList } from '#formats/lists/inspect-list.ts';
import type { ImportContext } from '#formats/lists/list-choices.ts';
import type { TillOrigin } from '#formats/lists/match-people.ts';
import { createImportPlan, type ImportPlan } from '#formats/lists/plan-list.ts';
import type { Deps } from '#app/deps.ts';
import { loadSettings } from '#app/shop/settings.ts';
import type { MappedFile, OnShare, ParsedList, PickedFile } from './import-types.ts';
import { openList } from './open-list.ts';

/** What reading a list needs to know of the shop. */
export async function readImportContext(deps: Deps): Promise<ImportContext> {
  const { zone, currency, currencyFixed } = await loadSettings(deps);
  const today = toLocalTime(deps.clock.now(), zone).day;
  return { zone, currency, isCurrencyFixed: currencyFixed, today };
}

/** Reads a picked list for the first time. */
export async function parseList(
  deps: Deps,
  { file, open }: PickedFile,
  onRead: OnShare,
): Promise<Result<ParsedList, ImportProblem>> {
  const opened = await openList(file, open, onRead);
  if (!opened.ok) return opened;
  const { text, ...meta } = opened.value;
  const { today } = await readImportContext(deps);
  const profile = inspectList(text, { delimiter: meta.delimiter, today });
  if (!profile.ok) return profile;
  const layout = await readLayout(deps, profile.value.table.headings);
  return ok({ ...meta, profile: profile.value, layout });
}

/** Reads a list again by its chosen columns. */
export async function planFile(
  deps: Deps,
  { file, reading, choices }: MappedFile,
  onRead: OnShare,
): Promise<Result<ImportPlan, ImportProblem>> {
  const { encoding, sheet, profile } = reading;
  const opened = await openList(file, { encoding, sheet }, onRead);
  if (!opened.ok) return opened;
  // A file that changed under our hands is no longer the one that was looked at.
  if (opened.value.fileHash !== reading.fileHash) return failed({ kind: 'unreadable' });
  return createImportPlan(opened.value.text, profile, {
    choices,
    shop: await readImportContext(deps),
  });
}

/** Whether a list with the same headings was imported before. */
export function originOf({ layout }: ParsedList): TillOrigin {
  return layout === null ? 'unknown-till' : 'known-till';
}

// The latest list with the same headings that is still in the shop.
async function readLayout(deps: Deps, headings: readonly string[]): Promise<ImportLayout | null> {
  if (headings.length === 0) return null;
  const key = headingsKey(headings);
  const imports = await readImports(deps.db);
  const same = imports.find(
    ({ layout, finishedAt, undoneAt }) =>
      layout !== null &&
      finishedAt !== null &&
      undoneAt === null &&
      headingsKey(layout.headings) === key,
  );
  return same?.layout ?? null;
}

function headingsKey(headings: readonly string[]): string {
  return JSON.stringify(headings.map((heading) => heading.trim()));
}
