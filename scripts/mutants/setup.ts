// Runs before each test file: switches the mutant on or notes what is covered, and ends what takes
// too long.
import fc from 'fast-check';
import { afterEach, beforeEach, inject, vi } from 'vitest';
import { timeoutMessage } from './protocol.ts';

const { id: active, timeout } = inject('mutant');
const now = performance.now.bind(performance);
const end = now() + timeout;
const covered = new Set<number>();
let rounds = 0;
let hasFailed = false;

Object.assign(globalThis, {
  __isActive:
    active === null
      ? (id: number): boolean => {
          covered.add(id);
          return false;
        }
      : (id: number): boolean => id === active,
  __countRound: (): void => {
    rounds += 1;
    if (rounds % 4096 === 0 && now() > end) throw new Error(timeoutMessage);
  },
});

vi.setConfig({ testTimeout: timeout, hookTimeout: timeout });
// No smaller example is looked for, and the same mutant meets the same examples again.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true, seed: 20_261_129 });

beforeEach(({ skip }) => {
  if (hasFailed) skip();
});

afterEach(({ task }) => {
  if (task.result?.state === 'fail') hasFailed = true;
  task.file.meta.covered = [...covered];
});
