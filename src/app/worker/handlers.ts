// Who answers which kind of work. The worker only calls `answerWork`; tests call the same in place. Each answer is loaded when it is
// first asked for, so that nothing of it weighs on the start.

import { ok } from '#lib/result.ts';
import type { Deps } from '#app/deps.ts';
import type { Job, Work, WorkAnswer, WorkKind, WorkRequest } from './protocol.ts';

type Answers = {
  readonly [K in WorkKind]: (
    deps: Deps,
    request: WorkRequest<K>,
    job: Job,
  ) => Promise<WorkAnswer<K>>;
};

const answers: Answers = {
  sample: async (deps, request, job) =>
    (await import('#app/shop/seed-sample.ts')).fillSampleShop(deps, request, job),
  suggest: async (deps, request) =>
    ok(await (await import('#app/week/suggestions.ts')).suggestionsFor(deps, request.today)),
  learn: async (deps, request) =>
    (await import('#app/insights/fit-daily.ts')).learnToday(deps, request.today),
  'first-people': async (deps, request) =>
    (await import('#app/customers/startup-cache.ts')).chooseFirstPeople(deps, request.today),
  doing: async (deps, request) =>
    ok(await (await import('#app/insights/compute-insights.ts')).doingOn(deps, request.today)),
  'read-list': async (deps, request, job) =>
    (await import('#app/import/import-preview.ts')).readPickedList(deps, request, shareOf(job)),
  'preview-list': async (deps, request, job) =>
    (await import('#app/import/import-preview.ts')).previewList(deps, request, shareOf(job)),
  async 'import-list'(deps, request, job) {
    await (await import('#app/backup/snapshots.ts')).keepFreshSnapshot(deps, job);
    return (await import('#app/import/run-import.ts')).importList(deps, request, shareOf(job));
  },
  'undo-import': async (deps, request, job) =>
    (await import('#app/import/run-import.ts')).undoImport(deps, request, shareOf(job)),
  'check-days': async (deps, request) =>
    (await import('#app/integrity/day-checks.ts')).checkSomeDays(deps, request.from),
  'pack-copy': async (deps, { phrase = null }, job) =>
    (await import('#app/backup/create-backup.ts')).packCopy(deps, { phrase }, job),
  'write-copy': async (deps, order, job) =>
    (await import('#app/backup/write-backup.ts')).writeCopy(deps, order, job),
  'keep-snapshot': async (deps, _request, job) =>
    (await import('#app/backup/snapshots.ts')).keepFreshSnapshot(deps, job),
  'look-inside': async (deps, copy, job) =>
    (await import('#app/backup/backup-preview.ts')).lookInsideCopy(deps, copy, job),
  'restore-copy': async (deps, order, job) =>
    (await import('#app/backup/restore-to-database.ts')).restoreCopy(deps, order, job),
  'merge-copy': async (deps, order, job) =>
    (await import('#app/backup/merge-to-database.ts')).mergeCopy(deps, order, job),
};

/** Does the work that `request` names on the database of `deps`. */
export function answerWork<K extends WorkKind>(
  deps: Deps,
  request: WorkRequest<K>,
  job: Job,
): Promise<WorkAnswer<K>> {
  const kind: K = request.kind;
  const answer: Answers[K] = answers[kind];
  return answer(deps, request, job);
}

function shareOf(job: Job): (share: number) => void {
  return (share) => job.onProgress({ done: share, total: 1 });
}

/** Work done in place, on the thread that asks: for tests, and inside the worker itself. */
export function workInPlace(deps: Omit<Deps, 'work'>): Work {
  const work: Work = {
    ask: (request, onProgress = () => {}, signal = new AbortController().signal) =>
      answerWork({ ...deps, work }, request, { onProgress, signal }),
  };
  return work;
}
