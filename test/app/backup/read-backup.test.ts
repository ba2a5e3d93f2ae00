import { afterEach, describe, expect, it } from 'vitest';
import { verifyBackup } from '#app/backup/read-backup.ts';
import { createUnverifiedBackup } from '#app/backup/create-backup.ts';
import { busyShop, clearShops } from '../../support/shops/backed-up-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

const context = { signal: new AbortController().signal, onProgress: () => {} };

afterEach(clearShops);

describe('a backup that was just written', () => {
  it.each([null, 'crane-wing-romp-nap-snack-dwarf'])(
    'fails verification wherever it is cut or a bit has flipped (words: %s)',
    async (phrase) => {
      const shop = await busyShop();
      const { file, digest } = valueOf(await createUnverifiedBackup(shop, { phrase }, context));
      const phrases = phrase === null ? [] : [phrase];
      const isWhole = (each: Blob) => verifyBackup({ file: each, phrases, context }, digest);
      expect(await isWhole(file)).toBe(true);
      const bytes = new Uint8Array(await file.arrayBuffer());
      // What stands in a file of gzip before its tenth byte says nothing of what is in it.
      for (let place = 10; place < bytes.length; place += Math.floor(bytes.length / 5)) {
        const turned = bytes.slice();
        turned[place] = (bytes[place] ?? 0) ^ 4;
        expect(await isWhole(new Blob([turned])), `turned at ${place}`).toBe(false);
        expect(await isWhole(file.slice(0, place)), `cut at ${place}`).toBe(false);
      }
    },
  );

  it('is not mistaken for another valid one', async () => {
    const shop = await busyShop();
    const { digest } = valueOf(await createUnverifiedBackup(shop, { phrase: null }, context));
    shop.clock.advance(1000);
    const other = valueOf(await createUnverifiedBackup(shop, { phrase: null }, context));
    const isTaken = (expected: typeof digest) =>
      verifyBackup({ file: other.file, phrases: [], context }, expected);
    expect(await isTaken(other.digest)).toBe(true);
    expect(await isTaken(digest)).toBe(false);
    // Nor where the file is what was packed, and what was packed is not what was meant.
    expect(await isTaken({ ...digest, digests: other.digest.digests })).toBe(false);
  });

  it('reports a damaged row, and is refused without settings', async () => {
    const shop = await busyShop();
    const damaged: object = { id: 'v', kind: 'stolen' };
    await shop.db.table('visits').put(damaged);
    expect(valueOf(await createUnverifiedBackup(shop, { phrase: null }, context)).skippedRows).toBe(
      1,
    );
    await shop.db.table('settings').update('settings', { holdOut: 'perhaps' });
    expect(await createUnverifiedBackup(shop, { phrase: null }, context)).toEqual({
      ok: false,
      problem: { kind: 'backup-not-verified' },
    });
  });
});
