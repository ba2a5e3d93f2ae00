import { describe, expect, it } from 'vitest';
import { missingPlatforms } from '../../scripts/lock-platforms.ts';
import { textOf } from './files.ts';
import lock from '../../package-lock.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };

// Each package at run time is one more that could leak or break: a new one needs a line in the
// README.
const atRunTime = [
  '@noble/hashes',
  'age-encryption',
  'dexie',
  'fflate',
  // For the server alone: no byte of it is in the app.
  'node-sqlite3-wasm',
  'preact',
  // Makes the QR code of an invitation; what it does is a norm of 80 pages.
  'uqr',
  'valibot',
  'workbox-window',
];

/** `1.2.3`, also under another name: `npm:typescript@7.0.2`. */
function isExact(version: string): boolean {
  return /^(?:npm:[\w@/.-]+@)?\d+\.\d+\.\d+$/.test(version);
}

describe('the packages', () => {
  it('at run time are the few that were chosen', () => {
    expect(Object.keys(manifest.dependencies).toSorted()).toEqual(atRunTime);
  });

  it('are pinned to one exact version', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !isExact(version))).toEqual([]);
    expect(['^1.2.3', 'npm:typescript@7', 'npm:typescript@latest'].filter(isExact)).toEqual([]);
  });

  it('are locked for every system, wherever the lock was made', () => {
    expect(Object.keys(missingPlatforms(lock))).toEqual([]);
  });

  it('come from whatever registry the reader uses', () => {
    expect(textOf('package-lock.json')).not.toContain('"resolved"');
  });
});
