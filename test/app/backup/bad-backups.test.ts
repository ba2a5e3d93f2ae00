import { afterEach, describe, expect, it } from 'vitest';
import { salvageShop } from '#app/recovery/salvage-shop.ts';
import { restoreBackup, previewBackup } from '#app/backup/backups.ts';
import { replacedShops } from '#app/backup/backup-history.ts';
import type { BackupProblem } from '#domain/backup/backup-problem.ts';
import { databaseNames } from '#storage/database.ts';
import {
  busyShop,
  clearShops,
  backupOf,
  ignored,
  backupContextOf,
  openEmptyShop,
  openShop,
  orderOf,
  rowsOf,
} from '../../support/shops/backed-up-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

afterEach(clearShops);

describe('a bad file', () => {
  const zeros = new Uint8Array(1_000_000);
  const cases: readonly (readonly [string, BackupProblem['kind'], () => Promise<Blob> | Blob])[] = [
    ['an empty one', 'empty-backup', () => new Blob([])],
    ['a picture', 'not-a-backup', () => new Blob([new Uint8Array([137, 80, 78, 71, 0, 255, 254])])],
    ['a table', 'not-a-backup', () => new Blob(['name,amount\nTom,3\n'])],
    ['a packed table', 'not-a-backup', () => gzipped(new Blob(['name,amount\nTom,3\n']))],
    ['one that ends early', 'corrupt-backup', async () => (await packedText()).slice(0, 400)],
    [
      '200 MB of nothing in 200 kB',
      'not-a-backup',
      () => gzipped(new Blob(Array.from({ length: 200 }, () => zeros))),
    ],
    [
      'lines without end',
      'zip-bomb-backup',
      async () => gzipped(new Blob([await headOnly(), ...Array(1500).fill(longLine)])),
    ],
    [
      'one from a newer app',
      'newer-backup',
      async () => new Blob([(await plainText()).replace('"v":1', '"v":9')]),
    ],
    [
      'one with a changed letter',
      'corrupt-backup',
      async () => new Blob([(await plainText()).replace('Tom R.', 'Tim R.')]),
    ],
    [
      'one without its end',
      'truncated-backup',
      async () => new Blob([(await plainText()).split('\n').slice(0, -2).join('\n'), '\n']),
    ],
    ['200 MB', 'too-big-backup', hugeFile],
  ];

  it.each(cases)('is refused and changes nothing: %s', async (_what, kind, file) => {
    const shop = await busyShop();
    const backupContext = backupContextOf(shop);
    const before = await rowsOf(shop.db);
    const bad = await file();
    const names = await databaseNames();
    const previewed = await previewBackup(shop, { file: bad }, ignored);
    expect(previewed.ok ? 'accepted' : previewed.problem.kind).toBe(kind);
    const restored = await restoreBackup(backupContext, shop, orderOf({ file: bad }));
    expect(restored.ok ? 'accepted' : restored.problem.kind).toBe(kind);
    expect(await rowsOf(shop.db)).toEqual(before);
    expect(await databaseNames()).toEqual(names);
    expect(replacedShops(backupContext)).toEqual([]);
  });
});

describe('a backup salvaged while the app is broken', () => {
  it('holds whatever can be read, without the app opening the shop', async () => {
    const shop = await busyShop();
    const before = await rowsOf(shop.db);
    await shop.db.erasures.put(JSON.parse('{"customerId":"x","day":"broken"}'));
    shop.db.close();
    const salvaged = valueOf(await salvageShop(shop.db.name, shop.clock.now()));
    const fresh = await openEmptyShop();
    const preview = valueOf(await previewBackup(fresh, { file: salvaged.file }, ignored));
    expect(preview).toMatchObject({
      shopName: 'Pell & Daughter',
      backupSize: { people: 3, visits: 4 },
      skippedRows: 1,
    });
    const name = valueOf(await restoreBackup(backupContextOf(fresh), fresh, orderOf(salvaged)));
    const after = await rowsOf(await openShop(name));
    expect(after['visits']).toEqual(before['visits']);
    expect(after['histories']).toEqual(before['histories']);
  });

  it('fails for a shop that is not there, and creates none', async () => {
    const salvaged = await salvageShop('regulars-nowhere', 0);
    expect(salvaged.ok).toBe(false);
    expect(await databaseNames()).not.toContain('regulars-nowhere');
  });
});

const longLine = `{"t":"perks","r":{"gives":"${'nothing at all '.repeat(700)}"}}\n`;

async function packedText(): Promise<Blob> {
  return (await backupOf(await busyShop())).file;
}

async function plainText(): Promise<string> {
  const { file } = await backupOf(await busyShop());
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

async function headOnly(): Promise<string> {
  return `${(await plainText()).split('\n')[0] ?? ''}\n`;
}

function gzipped(blob: Blob): Promise<Blob> {
  return new Response(blob.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

function hugeFile(): Blob {
  const file = new Blob(['x']);
  Object.defineProperty(file, 'size', { value: 200_000_001 });
  return file;
}
