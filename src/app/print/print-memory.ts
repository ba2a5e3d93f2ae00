// What this tablet remembers about paper between two printings: the next free label of each sheet.

import { labelCount, type LabelFormat } from '#paper/label-formats.ts';
import { localStore, type LocalStore } from '#platform/browser-storage/local-store.ts';

export interface PrintMemory {
  /** From 0. */
  readonly firstFree: (format: LabelFormat) => number;
  readonly setFirstFree: (format: LabelFormat, number: number) => void;
}

const freeKey = 'regulars.first-free';

export function printMemory(store: LocalStore = localStore()): PrintMemory {
  return {
    firstFree(format) {
      const number = Number(store.get(`${freeKey}.${format.id}`));
      return Number.isInteger(number) && number > 0 && number < labelCount(format) ? number : 0;
    },
    setFirstFree: (format, number) => store.set(`${freeKey}.${format.id}`, String(number)),
  };
}
