// The handler of each kind of request. The worker only calls `handleRequest`; tests call the same
// in place. Each handler is loaded with its first request, so that none slows the start.

import { ok } from '#lib/result.ts';
import type { Deps } from '#app/deps.ts';
import type {
  RequestContext,
  WorkerClient,
  WorkerResponse,
  RequestKind,
  WorkerRequest,
} from './protocol.ts';

type Handlers = {
  readonly [K in RequestKind]: (
    deps: Deps,
    request: WorkerRequest<K>,
    context: RequestContext,
  ) => Promise<WorkerResponse<K>>;
};

const handlers: Handlers = {
  sample: async (deps, request, context) =>
    (await import('#app/shop/seed-sample.ts')).seedSampleShop(deps, request, context),
  suggest: async (deps, request) =>
    ok(await (await import('#app/week/suggestions.ts')).computeSuggestions(deps, request.today)),
  'fit-model': async (deps, request) =>
    (await import('#app/insights/fit-daily.ts')).fitDaily(deps, request.today),
  'refresh-startup-cache': async (deps, request) =>
    (await import('#app/customers/startup-cache.ts')).refreshStartupCache(deps, request.today),
  'compute-insights': async (deps, request) =>
    ok(
      await (
        await import('#app/insights/compute-insights.ts')
      ).computeInsights(deps, request.today),
    ),
  'perk-board': async (deps, request) =>
    ok(
      await (
        await import('#app/perks/compute-perk-board.ts')
      ).computePerkBoard(deps, request.today),
    ),
  'parse-list': async (deps, request, context) =>
    (await import('#app/import/read-list.ts')).parseList(deps, request, shareProgress(context)),
  'preview-import': async (deps, request, context) =>
    (await import('#app/import/import-preview.ts')).previewImport(
      deps,
      request,
      shareProgress(context),
    ),
  async 'run-import'(deps, request, context) {
    await (await import('#app/backup/snapshots.ts')).reuseOrTakeSnapshot(deps, context);
    return (await import('#app/import/run-import.ts')).importList(
      deps,
      request,
      shareProgress(context),
    );
  },
  'create-export': async (deps, request) =>
    (await import('#app/export/create-export.ts')).createExport(deps, request),
  'find-doubles': async (deps) =>
    (await import('#app/doubles/find-shop-doubles.ts')).findShopDoubles(deps),
  'undo-import': async (deps, request, context) =>
    (await import('#app/import/run-import.ts')).undoImport(deps, request, shareProgress(context)),
  'check-days': async (deps, request) =>
    (await import('#app/integrity/day-checks.ts')).checkNextDays(deps, request.from),
  'create-backup': async (deps, { phrase = null }, context) =>
    (await import('#app/backup/create-backup.ts')).createBackup(deps, { phrase }, context),
  'write-backup': async (deps, backupRequest, context) =>
    (await import('#app/backup/clean-backups.ts')).writeAndClean(deps, backupRequest, context),
  'clean-backups': async (deps, cleanRequest, context) =>
    (await import('#app/backup/clean-backups.ts')).cleanBackups(deps, cleanRequest, context),
  'take-snapshot': async (deps, _request, context) =>
    (await import('#app/backup/snapshots.ts')).reuseOrTakeSnapshot(deps, context),
  'renew-log': async (deps) =>
    ok(await (await import('#app/integrity/renew-log.ts')).renewLog(deps)),
  'clear-traces': async (deps, _request, context) =>
    (await import('#app/privacy/clear-traces.ts')).clearTraces(deps, context),
  'preview-backup': async (deps, backup, context) =>
    (await import('#app/backup/backup-preview.ts')).readBackupPreview(deps, backup, context),
  async 'carry-parcels'(deps, _request, { signal }) {
    const { tabletContext } = await import('#app/tablets/tablet-context.ts');
    const { carryParcels } = await import('#app/tablets/carry-parcels.ts');
    await carryParcels(await tabletContext(deps), signal);
    return ok(null);
  },
  async 'await-guest'(deps, invitation, { signal }) {
    const { tabletContext } = await import('#app/tablets/tablet-context.ts');
    const { awaitGuest } = await import('#app/pairing/invite-tablet.ts');
    return awaitGuest(await tabletContext(deps), invitation, signal);
  },
  async 'let-guest-in'(deps, { guest, ...invitation }) {
    const { tabletContext } = await import('#app/tablets/tablet-context.ts');
    const { letGuestIn } = await import('#app/pairing/invite-tablet.ts');
    return letGuestIn(await tabletContext(deps), invitation, guest);
  },
  'restore-backup': async (deps, backupRequest, context) =>
    (await import('#app/backup/restore-to-database.ts')).restoreToDatabase(
      deps,
      backupRequest,
      context,
    ),
  'merge-backup': async (deps, backupRequest, context) =>
    (await import('#app/backup/merge-to-database.ts')).mergeToDatabase(
      deps,
      backupRequest,
      context,
    ),
};

export function handleRequest<K extends RequestKind>(
  deps: Deps,
  request: WorkerRequest<K>,
  context: RequestContext,
): Promise<WorkerResponse<K>> {
  const kind: K = request.kind;
  const handler: Handlers[K] = handlers[kind];
  return handler(deps, request, context);
}

function shareProgress(context: RequestContext): (share: number) => void {
  return (share) => context.onProgress({ done: share, total: 1 });
}

export function inlineWorker(deps: Omit<Deps, 'worker'>): WorkerClient {
  const client: WorkerClient = {
    ask: (request, onProgress = () => {}, signal = new AbortController().signal) =>
      handleRequest({ ...deps, worker: client }, request, { onProgress, signal }),
  };
  return client;
}
