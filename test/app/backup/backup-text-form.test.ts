import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backupBytesIn, backupTextFrom } from '#app/backup/backup-text-form.ts';

describe('a backup as text', () => {
  it('is read as the bytes that it was, also quoted in a mail and with words around it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 10_000 }), (bytes) => {
        const text = backupTextFrom(bytes);
        expect(backupBytesIn(text)).toEqual(bytes);
        const quoted = text.replaceAll(/^/gm, '> ').replaceAll('\n', '\r\n');
        expect(backupBytesIn(`Keep this, Ruth.\n\n${quoted}\nBye`)).toEqual(bytes);
        expect(text.split('\n').every((line) => line.length <= 64)).toBe(true);
      }),
    );
  });

  it('is, where it is locked, what the age tool itself calls armor', () => {
    const locked = new Uint8Array(readFileSync('test/fixtures/copy-v1.ndjson.gz.age'));
    expect(backupTextFrom(locked)).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5/);
  });

  it.each([
    ['', 'nothing'],
    ['-----BEGIN REGULARS BACKUP-----\nAAAA\n', 'one that was cut'],
    ['-----BEGIN REGULARS BACKUP-----\nAAA\n-----END REGULARS BACKUP-----', 'a letter missing'],
    ['-----BEGIN REGULARS BACKUP-----\n=AAA\n-----END REGULARS BACKUP-----', 'signs in disorder'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'something else'],
  ])('is none in %j: %s', (text) => {
    expect(backupBytesIn(text)).toBeNull();
  });
});
