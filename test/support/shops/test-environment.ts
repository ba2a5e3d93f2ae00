import type { Device } from '#app/environment.ts';
import { workInPlace } from '#app/worker/handlers.ts';
import type { ShopPointer } from '#platform/browser-storage/current-shop.ts';
import type { UpdateState } from '#app/environment.ts';
import { countedIds, fixedClock, type TestClock } from './test-shop.ts';

/** A tablet for tests: its memory is a variable, its clock stands still, and work is done in place. */
export interface TestDevice extends Device {
  readonly clock: TestClock;
  /** How often the browser was asked to keep the shop. */
  readonly asked: () => number;
  /** Acts as if a new version had come. */
  readonly offerUpdate: (state: UpdateState) => void;
  readonly updatesTaken: () => number;
}

let devices = 0;

/** A tablet on which `pointer` was left and with the installing state `install`. */
export function testDevice(
  pointer: ShopPointer = { shop: null, sample: null },
  install: ReturnType<Device['install']['state']> = 'no',
): TestDevice {
  devices += 1;
  const clock = fixedClock();
  const ids = countedIds(devices * 1_000_000);
  const listeners = new Set<() => void>();
  let pointed = pointer;
  const seen = new Map<string, string>();
  let asked = 0;
  let taken = 0;
  let update: UpdateState = 'none';
  return {
    clock,
    ids,
    asked: () => asked,
    updatesTaken: () => taken,
    offerUpdate(state) {
      update = state;
      for (const listener of listeners) listener();
    },
    pointer: {
      read: () => pointed,
      write: (next) => {
        pointed = next;
      },
      seen: (name) => seen.get(name) ?? null,
      see: (name, stamp) => {
        seen.set(name, stamp);
      },
      subscribe: () => () => {},
    },
    persistence: {
      state: async () => 'not-kept',
      ask: async () => {
        asked += 1;
        return 'kept';
      },
    },
    install: {
      state: () => install,
      ask: async () => false,
      subscribe: () => () => {},
      onInstalled: () => {},
    },
    updates: {
      begin: () => {},
      state: () => update,
      subscribe(onChange) {
        listeners.add(onChange);
        return () => listeners.delete(onChange);
      },
      take: () => {
        taken += 1;
      },
    },
    showTheme: () => {},
    workOn: (db) => workInPlace({ db, clock, ids }),
    zone: 'Europe/London',
    language: 'en-GB',
  };
}
