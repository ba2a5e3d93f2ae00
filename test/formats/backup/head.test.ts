import { describe, expect, it } from 'vitest';
import { byFactTable } from '#schema/tables.ts';
import { schemaVersion } from '#schema/versions.ts';
import { backupText, readBackupText } from '../../support/files/backup-text.ts';
import { settingsRow } from '../../support/shops/plain-rows.ts';

const whole = backupText({ ...byFactTable(() => []), settings: [settingsRow({})] });

describe('the first line of a backup', () => {
  it('says what the rest is, and only then is it read', () => {
    expect(problemIn(whole)).toBe('none');
  });

  it.each([
    ['another program’s name', '"fmt":"regulars', '"fmt":"irregulars'],
    ['another kind of line', '"t":"head"', '"t":"body"'],
    ['a version in words', '"v":1', '"v":"1"'],
    ['a version below none', '"v":1', '"v":-1'],
    ['half a version', '"v":1', '"v":0.5'],
    ['tables of no version', `"schema":${schemaVersion}`, '"schema":null'],
  ])('is no backup’s with %s', (_what, written, changed) => {
    expect(whole).toContain(written);
    expect(problemIn(whole.replace(written, changed))).toBe('not-a-backup');
  });

  it.each([
    ['the next version', '"v":1', '"v":2', 'newer-backup'],
    [
      'tables of the next version',
      `"schema":${schemaVersion}`,
      `"schema":${schemaVersion + 1}`,
      'newer-backup',
    ],
    ['a shop that is a number', '"shop":"test-shop"', '"shop":7', 'corrupt-backup'],
    ['a program that is a number', '"app":"0.1.0"', '"app":1', 'corrupt-backup'],
    ['a count that is none', '"visits":0', '"visits":-1', 'corrupt-backup'],
    ['a count that is missing', '"visits":0,', '', 'corrupt-backup'],
  ])('is refused with %s', (_what, written, ...[changed, problem]) => {
    expect(whole).toContain(written);
    expect(problemIn(whole.replace(written, changed))).toBe(problem);
  });
});

function problemIn(text: string): string {
  const read = readBackupText(text);
  return read.ok ? 'none' : read.problem.kind;
}
