import './platform/trusted-types.ts';
import './ui/style/colours.css';
import './ui/style/sizes.css';
import './ui/style/base.css';
import './ui/style/type.css';
import { render } from 'preact';
import type { Device } from './app/environment.ts';
import { workElsewhere } from './app/worker/client.ts';
import type { WorkAnswer, WorkMessage, WorkProgress } from './app/worker/protocol.ts';
import { deviceZone, systemClock } from './platform/device/clock.ts';
import { randomIds } from './platform/crypto/ids.ts';
import { browserInstall } from './platform/lifecycle/install.ts';
import { browserPersistence } from './platform/browser-storage/persistence.ts';
import { localPointer } from './platform/browser-storage/current-shop.ts';
import { showRememberedTheme, showTheme } from './platform/device/theme.ts';
import {
  reloadOnMissingParts,
  tookWaitingVersion,
  watchUpdates,
} from './platform/lifecycle/updates.ts';
import type { WorkerCaller } from './platform/concurrency/worker-rpc.ts';
import { Shell } from './ui/shell/shell.tsx';

let caller: WorkerCaller<WorkMessage, WorkAnswer, WorkProgress> | null = null;

async function workerOf(): Promise<NonNullable<typeof caller>> {
  const { workerCaller } = await import('./platform/concurrency/worker-rpc.ts');
  caller ??= workerCaller(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  );
  return caller;
}

function thisDevice(): Device {
  return {
    clock: systemClock,
    ids: randomIds(systemClock.now),
    pointer: localPointer(),
    persistence: browserPersistence,
    install: browserInstall(),
    updates: watchUpdates(),
    showTheme,
    workOn: (db) => workElsewhere(workerOf, { database: db.name, clock: systemClock }),
    zone: deviceZone(),
    language: navigator.language,
  };
}

showRememberedTheme();
reloadOnMissingParts();
// A waiting version is taken here, before anything of the shop is open, or not until the shopkeeper says so.
const host = document.getElementById('app');
if (host !== null && !(await tookWaitingVersion())) render(<Shell device={thisDevice()} />, host);
