import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { previewBackup, prepareBackup } from '#app/backup/backups.ts';
import {
  readBackupProtection,
  pendingPassphrase,
  disableEncryption,
  enableEncryption,
} from '#app/backup/backup-protection.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import {
  matchesPassphrase,
  passphraseChoices,
  passphraseLength,
  passphraseCandidates,
} from '#domain/backup/passphrase.ts';
import { passphraseWords } from '#domain/backup/passphrase-words.ts';
import { databaseNames, deleteDatabase } from '#storage/database.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

const frozen = new Blob([
  readFileSync(join(import.meta.dirname, '../../fixtures/copy-v1.ndjson.gz.age')),
]);
const frozenPhrase = 'crane-wing-romp-nap-snack-dwarf';

afterEach(async () => {
  for (const name of await databaseNames()) await deleteDatabase(name);
});

describe('six words', () => {
  it('are worth about 62 bits, and no word is there twice', () => {
    expect(new Set(passphraseWords).size).toBe(passphraseChoices);
    expect(passphraseWords.every((word) => /^[a-z]{3,5}$/.test(word))).toBe(true);
    expect(Math.log2(passphraseChoices) * passphraseLength).toBeGreaterThan(61.9);
  });

  it('are understood however they are written', () => {
    for (const typed of [
      'crane wing romp',
      ' Crane, WING  romp. ',
      'crane-wing-romp',
      '1 crane 2 wing 3 romp',
    ])
      expect(matchesPassphrase(typed, 'crane-wing-romp'), typed).toBe(true);
    expect(matchesPassphrase('crane wing rump', 'crane-wing-romp')).toBe(false);
    fc.assert(
      fc.property(fc.string(), (typed) => passphraseCandidates(typed).every((each) => each !== '')),
    );
  });

  it('stay the ones that were drawn until they are typed: they may be on paper', () => {
    const store = memoryLocalStore();
    const phrase = pendingPassphrase(store);
    expect(pendingPassphrase(store)).toBe(phrase);
    expect(readBackupProtection(store)).toEqual({ kind: 'unasked' });
    expect(enableEncryption(store, phrase, 'something else')).toBe(false);
    expect(readBackupProtection(store)).toEqual({ kind: 'unasked' });
    expect(enableEncryption(store, phrase, phrase.replaceAll('-', ' '))).toBe(true);
    expect(readBackupProtection(store)).toEqual({ kind: 'locked', phrase });
    expect(pendingPassphrase(store)).not.toBe(phrase);
    disableEncryption(store);
    expect(readBackupProtection(store)).toEqual({ kind: 'plain' });
  });
});

describe('an encrypted backup', () => {
  it('of the first format opens for ever with its words, and with no others', async () => {
    const shop = await openTestShop();
    expect(await problemOf(previewBackup(shop, { file: frozen }, () => {}))).toBe(
      'encrypted-backup',
    );
    const wrong = previewBackup(shop, { file: frozen, phrases: ['a-b'] }, () => {});
    expect(await problemOf(wrong)).toBe('wrong-passphrase');
    const opened = await previewBackup(
      shop,
      { file: frozen, phrases: ['a-b', frozenPhrase] },
      () => {},
    );
    if (!opened.ok) throw new Error(opened.problem.kind);
    const { lines, skippedRows } = opened.value;
    expect([lines.fresh + lines.changed + lines.conflict, skippedRows]).toEqual([44, 0]);
  });

  it.each(['shop.ndjson.gz.age', 'shop.age', 'shop.regulars', 'shop'])(
    'is recognised by its content, whatever its name: %s',
    async (name) => {
      const shop = await openTestShop();
      const file = new File([frozen], name);
      expect(await problemOf(previewBackup(shop, { file }, () => {}))).toBe('encrypted-backup');
    },
  );

  it.each(['shop.ndjson', 'shop.ndjson.gz', 'shop.regulars', 'shop'])(
    'is not asked for a plain file, whatever its name: %s',
    async (name) => {
      const shop = await openTestShop();
      const text = readFileSync(join(import.meta.dirname, '../../fixtures/copy-v1.ndjson'));
      for (const content of [text, gzipSync(text)])
        expect(
          await problemOf(previewBackup(shop, { file: new File([content], name) }, () => {})),
        ).toBe('none');
    },
  );

  it('shows nothing of the shop to whoever finds it', async () => {
    const shop = await openTestShop();
    await addCustomer(shop, draftCustomer(shop, { name: 'Mrs Khan', zone: 'Europe/London' }));
    const context = { onProgress: () => {}, signal: new AbortController().signal };
    const backup = await prepareBackup(shop, frozenPhrase, context);
    if (!backup.ok) throw new Error(backup.problem.kind);
    expect(backup.value.file.name).toMatch(/\.regulars$/);
    const bytes = Buffer.from(await backup.value.file.arrayBuffer());
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(bytes.includes('Khan')).toBe(false);
    // A packed part without a lock would begin like this.
    expect(bytes.includes(Buffer.from([0x1f, 0x8b, 8]))).toBe(false);
  });

  it.each([
    ['one whose end is missing', () => frozen.slice(0, frozen.size - 10), 'corrupt-backup'],
    ['only its first bytes', () => frozen.slice(0, 60), 'truncated-backup'],
    ['one with a changed byte', () => withByteChanged(frozen.size - 30), 'corrupt-backup'],
    ['one with a changed head', () => withByteChanged(150), 'corrupt-backup'],
    ['one that wants more work than any tablet has', () => withWork('22'), 'not-a-backup'],
    ['one locked for somebody else', () => otherLock(), 'not-a-backup'],
  ] as const)('is refused: %s', async (_what, file, kind) => {
    const shop = await openTestShop();
    const backup = { file: await file(), phrases: [frozenPhrase] };
    const problem = await problemOf(previewBackup(shop, backup, () => {}));
    expect(kind === 'truncated-backup' ? ['truncated-backup', 'corrupt-backup'] : [kind]).toContain(
      problem,
    );
  });
});

async function problemOf(previewing: ReturnType<typeof previewBackup>): Promise<string> {
  const previewed = await previewing;
  return previewed.ok ? 'none' : previewed.problem.kind;
}

async function withByteChanged(at: number): Promise<Blob> {
  const bytes = new Uint8Array(await frozen.arrayBuffer());
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return new Blob([bytes]);
}

async function withWork(work: string): Promise<Blob> {
  const bytes = Buffer.from(await frozen.arrayBuffer()).toString('latin1');
  return new Blob([Buffer.from(bytes.replace(/ 15\n/, ` ${work}\n`), 'latin1')]);
}

function otherLock(): Blob {
  return new Blob([`age-encryption.org/v1\n-> X25519 ${'a'.repeat(43)}\n${'b'.repeat(200)}`]);
}
