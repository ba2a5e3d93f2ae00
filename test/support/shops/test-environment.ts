import type { Environment } from '#app/environment.ts';
import { inlineWorker } from '#app/worker/handlers.ts';
import { localeFor } from '#i18n/language/languages.ts';
import { setLocale } from '#i18n/language/locale.ts';
import type { CurrentShops } from '#platform/browser-storage/current-shop.ts';
import type { UpdateState } from '#app/environment.ts';
import { countedIds, fixedClock, type TestClock } from './test-shop.ts';

/**
 * A tablet for tests: its memory is a variable, its clock stands still, and work is done in place.
 */
export interface TestEnvironment extends Environment {
  readonly clock: TestClock;
  /** How often the browser was asked to keep the shop. */
  readonly asked: () => number;
  /** Acts as if a new version had come. */
  readonly offerUpdate: (state: UpdateState) => void;
  readonly updatesTaken: () => number;
  /** What was chosen for the screens, one after another. */
  readonly chosenLanguages: readonly string[];
}

let devices = 0;

/** A tablet on which `pointer` was left and with the installing state `install`. */
export function testEnvironment(
  pointer: CurrentShops = { shop: null, sample: null },
  install: ReturnType<Environment['install']['state']> = 'no',
): TestEnvironment {
  devices += 1;
  const clock = fixedClock();
  const ids = countedIds(devices * 1_000_000);
  const listeners = new Set<() => void>();
  let pointed = pointer;
  const seen = new Map<string, string>();
  const chosenLanguages: string[] = [];
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
      lastTimestamp: (name) => seen.get(name) ?? null,
      setLastTimestamp: (name, timestamp) => {
        seen.set(name, timestamp);
      },
      subscribe: () => () => {},
    },
    persistence: {
      state: async () => 'not-persistent',
      ask: async () => {
        asked += 1;
        return 'persistent';
      },
    },
    install: {
      state: () => install,
      ask: async () => false,
      subscribe: () => () => {},
      onInstalled: () => {},
    },
    updates: {
      start: () => {},
      state: () => update,
      subscribe(onChange) {
        listeners.add(onChange);
        return () => listeners.delete(onChange);
      },
      activate: () => {
        taken += 1;
      },
    },
    showTheme: () => {},
    showRegion: (region) => setLocale(localeFor('en', ['en-GB'], region)),
    changeLanguage: (language) => {
      chosenLanguages.push(language);
    },
    chosenLanguages,
    workerFor: (db) => inlineWorker({ db, clock, ids }),
    zone: 'Europe/London',
    language: 'en-GB',
    screenLanguage: 'en',
  };
}
