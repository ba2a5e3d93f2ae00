import { describe, expect, it } from 'vitest';
import { greatestListRows } from '#domain/import/import-problem.ts';
import { textHash } from '#platform/crypto/sha256-stream.ts';
import { copyReader, greatestLine, greatestRows } from '#formats/backup/reader.ts';
import { surveyor } from '#formats/csv/inspect.ts';
import { copyTextOf } from '../support/files/backup-text.ts';
import { londonShop } from '../support/files/read-list.ts';
import { byFactTable } from '#schema/tables.ts';

const head = copyTextOf(byFactTable(() => [])).split('\n')[0] ?? '';

describe('a copy has bounds', () => {
  it.each([
    ['200 keys in an object', rowWith(wide(200)), 'taken'],
    ['201 keys in an object', rowWith(wide(201)), 'damaged-copy'],
    ['objects six deep', rowWith(deep(5)), 'taken'],
    ['objects seven deep', rowWith(deep(6)), 'damaged-copy'],
    ['objects a hundred thousand deep', `{"t":"perks","r":${'['.repeat(1e5)}`, 'damaged-copy'],
    ['a line of 4 MB', rowWith({ a: 'x'.repeat(greatestLine - 40) }), 'taken'],
    ['a longer line', rowWith({ a: 'x'.repeat(greatestLine) }), 'damaged-copy'],
  ])('%s', (_what, line, outcome) => {
    const read = copyReader(textHash()).push(`${head}\n${line}\n`);
    expect(read.ok ? 'taken' : read.problem.kind).toBe(outcome);
  });

  it('of two million rows, and not one more', () => {
    const reader = copyReader(textHash());
    reader.push(`${head}\n`);
    const piece = '{"t":"perks","r":0}\n'.repeat(10_000);
    for (let rows = 0; rows < greatestRows; rows += 10_000)
      expect(reader.push(piece).ok).toBe(true);
    const more = reader.push('{"t":"perks","r":0}\n');
    expect(more.ok ? 'taken' : more.problem.kind).toBe('swollen-copy');
  });
});

describe('a list has bounds', () => {
  it('of two million rows', () => {
    const survey = surveyor('Name,Phone\n', londonShop.today);
    survey.feed('Name,Phone\n');
    const piece = 'a,1\n'.repeat(10_000);
    for (let rows = 0; rows <= greatestListRows; rows += 10_000) survey.feed(piece);
    const read = survey.end();
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
