// Checks for visits that were corrupted on the disk: the last week at each start, everything once a
// week. Inconsistent days are stored outside of the database until somebody acknowledges them.

import type { DayCheck } from '#domain/visits/day-check.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { addDays, msPerDay, type Day } from '#lib/day.ts';
import { ok, type Result } from '#lib/result.ts';
import { dayShape, listShape, numberShape, recordShape, withDefault } from '#lib/shape.ts';
import { loadStored, saveStored, type LocalStore } from '#platform/browser-storage/local-store.ts';
import {
  checkDays,
  isDayConsistent,
  readDaysAfter,
  recountDay,
} from '#storage/integrity/day-checksums.ts';
import { write, attempt } from '#storage/transaction.ts';
import type { Deps } from '#app/deps.ts';

/** Checked in one request: some hundred milliseconds of a full shop. */
const daysPerCheck = 40;
const startupDays = 7;
const weekMs = 7 * msPerDay;

/** Worker: checks some days after the day before `from`. */
export async function checkNextDays(
  deps: Deps,
  from: Day | null,
): Promise<Result<DayCheck, WriteProblem>> {
  const after = from === null ? null : addDays(from, -1);
  const checked = await attempt(() => checkDays(deps.db, after, daysPerCheck));
  return checked.ok ? checked : checkOneByOne(deps, after);
}

// A visit that cannot be read at all makes reading its neighbours fail too.
async function checkOneByOne(
  { db }: Deps,
  after: Day | null,
): Promise<Result<DayCheck, WriteProblem>> {
  const days = await attempt(() => readDaysAfter(db, after, daysPerCheck));
  if (!days.ok) return days;
  const inconsistent: Day[] = [];
  for (const day of days.value) {
    const isConsistent = await attempt(() => isDayConsistent(db, day));
    if (!isConsistent.ok || !isConsistent.value) inconsistent.push(day);
  }
  const last = days.value.length < daysPerCheck ? null : (days.value.at(-1) ?? null);
  return ok({ inconsistent, last });
}

interface DayCheckContext {
  readonly deps: Deps;
  readonly store: LocalStore;
  readonly today: Day;
}

/** Checks the last week, and once a week everything. Gives all inconsistent days. */
export async function runDueChecks(context: DayCheckContext): Promise<readonly Day[]> {
  const { deps, today } = context;
  await checkFrom(context, addDays(today, 1 - startupDays));
  const { at, from } = loadProgress(context);
  if (from !== null || deps.clock.now() - at >= weekMs) {
    const isDone = await checkFrom(context, from, (next) => saveProgress(context, at, next));
    if (isDone) saveProgress(context, deps.clock.now(), null);
  }
  return inconsistentDays(context);
}

/** The inconsistent days that nobody has acknowledged yet. */
export function inconsistentDays({ deps, store }: Omit<DayCheckContext, 'today'>): readonly Day[] {
  return loadStored(store, inconsistentKey(deps), listShape(dayShape)) ?? [];
}

/** Accepts the days as they are now. */
export async function acknowledgeDays(
  { deps, store }: Omit<DayCheckContext, 'today'>,
  days: readonly Day[],
): Promise<Result<null, WriteProblem>> {
  const accepted = await write<null, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    for (const day of days) await recountDay(writer, day);
    return ok(null);
  });
  if (accepted.ok) store.remove(inconsistentKey(deps));
  return accepted;
}

// Whether the end was reached.
async function checkFrom(
  context: DayCheckContext,
  first: Day | null,
  onPage: (next: Day) => void = () => {},
): Promise<boolean> {
  for (let from = first; ;) {
    const checked = await context.deps.worker.ask({ kind: 'check-days', from });
    if (!checked.ok) return false;
    if (checked.value.inconsistent.length > 0)
      saveInconsistentDays(context, checked.value.inconsistent);
    if (checked.value.last === null) return true;
    from = addDays(checked.value.last, 1);
    onPage(from);
  }
}

function saveInconsistentDays(context: DayCheckContext, wrong: readonly Day[]): void {
  const days = [...new Set([...inconsistentDays(context), ...wrong])].toSorted();
  saveStored(context.store, inconsistentKey(context.deps), days);
}

interface Progress {
  /** When everything was last checked, epoch ms; 0 for never. */
  readonly at: number;
  /** Where a check of everything was interrupted. */
  readonly from: Day | null;
}

const progressShape = recordShape<Progress>({
  at: withDefault(numberShape, 0),
  from: withDefault(dayShape, null),
});

function loadProgress({ deps, store }: DayCheckContext): Progress {
  return loadStored(store, progressKey(deps), progressShape) ?? { at: 0, from: null };
}

function saveProgress({ deps, store }: DayCheckContext, at: number, from: Day | null): void {
  saveStored(store, progressKey(deps), { at, from });
}

function inconsistentKey({ db }: Deps): string {
  return `${db.name}:days-in-doubt`;
}

function progressKey({ db }: Deps): string {
  return `${db.name}:days-checked`;
}
