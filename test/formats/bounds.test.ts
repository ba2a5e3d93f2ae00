import { describe, expect, it } from 'vitest';
import { maxImportRows } from '#domain/import/import-problem.ts';
import { sha256Stream } from '#platform/crypto/sha256-stream.ts';
import { backupReader, maxLineLength, maxBackupRows } from '#formats/backup/reader.ts';
import { backupText } from '../support/files/backup-text.ts';
import { inspected } from '../support/files/read-list.ts';
import { byFactTable } from '#schema/tables.ts';

const head = backupText(byFactTable(() => [])).split('\n')[0] ?? '';

describe('a backup has bounds', () => {
  it.each([
    ['200 keys in an object', rowWith(wide(200)), 'taken'],
    ['201 keys in an object', rowWith(wide(201)), 'corrupt-backup'],
    ['objects six deep', rowWith(deep(5)), 'taken'],
    ['objects seven deep', rowWith(deep(6)), 'corrupt-backup'],
    ['objects a hundred thousand deep', `{"t":"perks","r":${'['.repeat(1e5)}`, 'corrupt-backup'],
    ['a line of 4 MB', rowWith({ a: 'x'.repeat(maxLineLength - 40) }), 'taken'],
    ['a longer line', rowWith({ a: 'x'.repeat(maxLineLength) }), 'corrupt-backup'],
  ])('%s', (_what, line, outcome) => {
    const read = backupReader(sha256Stream()).push(`${head}\n${line}\n`);
    expect(read.ok ? 'taken' : read.problem.kind).toBe(outcome);
  });

  it('of two million rows, and not one more', () => {
    const reader = backupReader(sha256Stream());
    reader.push(`${head}\n`);
    const piece = '{"t":"perks","r":0}\n'.repeat(10_000);
    for (let rows = 0; rows < maxBackupRows; rows += 10_000)
      expect(reader.push(piece).ok).toBe(true);
    const more = reader.push('{"t":"perks","r":0}\n');
    expect(more.ok ? 'taken' : more.problem.kind).toBe('zip-bomb-backup');
  });
});

describe('a list has bounds', () => {
  it('of a million rows', () => {
    const read = inspected(`Name,Phone\n${'a,1\n'.repeat(maxImportRows)}`);
    expect(read.ok ? 'taken' : read.problem.kind).toBe('too-many-rows');
  });
});

function rowWith(row: unknown): string {
  return JSON.stringify({ t: 'perks', r: row });
}

function wide(keys: number): unknown {
  return Object.fromEntries(Array.from({ length: keys }, (_, key) => [`k${key}`, key]));
}

function deep(levels: number): unknown {
  return levels === 0 ? 1 : { a: deep(levels - 1) };
}
