import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#lib/day.ts';
import { retainedBackups } from '#formats/backup/retained-backups.ts';
import { manifestText, parseManifest } from '#formats/backup/manifest.ts';
import { day } from '../../support/shops/shop-with.ts';

const today = day('2026-11-21');

function backupOn(made: Day, hour = 18): { name: string; at: number; day: Day } {
  return { name: `${made} ${hour}`, day: made, at: Date.parse(`${made}T${hour}:00Z`) };
}

/** The first backup was written just now. */
function retainedNames([written, ...known]: readonly ReturnType<
  typeof backupOn
>[]): readonly string[] {
  if (written === undefined) throw new Error('One was written just now');
  return retainedBackups(known, written).map((backup) => backup.name);
}

describe('the backups that stay in a folder', () => {
  it('are the last of each of seven days, four weeks and twelve months', () => {
    const daily = Array.from({ length: 500 }, (_, ago) => backupOn(addDays(today, -ago)));
    expect(retainedNames(daily)).toEqual(
      [
        ['2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16'],
        // The seventh day, and the Sundays of the weeks before.
        ['2026-11-15', '2026-11-08', '2026-11-01'],
        ['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31'],
        ['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
      ]
        .flat()
        .map((each) => `${each} 18`),
    );
  });

  it.each([
    ['the only one, however old', [backupOn(day('2020-01-01'))], ['2020-01-01 18']],
    [
      'the last one of a day',
      [backupOn(today, 18), backupOn(today, 10), backupOn(today, 14)],
      ['2026-11-21 18'],
    ],
    [
      'the last ones of spans with backups: a closed shop loses nothing',
      [backupOn(today), backupOn(day('2026-08-02')), backupOn(day('2026-08-01'))],
      ['2026-11-21 18', '2026-08-02 18', '2026-08-01 18'],
    ],
  ])('are %s', (_what, backups, names) => {
    expect(retainedNames(backups)).toEqual(names);
  });

  it('include the one just written, even when the clock is years behind', () => {
    const daily = Array.from({ length: 500 }, (_, ago) => backupOn(addDays(today, -ago)));
    expect(retainedNames([backupOn(day('2019-01-01')), ...daily])).toContain('2019-01-01 18');
  });

  it('are read back from the manifest, without invalid entries', () => {
    const backup = {
      ...backupOn(today),
      database: 'regulars-1',
      shop: 'one',
      stamp: null,
      without: null,
      unopened: null,
      people: 3,
      visits: 5,
    };
    const text = manifestText([backup]);
    expect(parseManifest(text)).toEqual([backup]);
    expect(parseManifest(text.replace('"people": 3', '"people": "3"'))).toEqual([]);
    expect(parseManifest(text.replace('2026-11-21"', '2026-11-31"'))).toEqual([]);
    for (const other of ['', '[]', '{"fmt":"something","v":1,"copies":[]}', text.slice(0, 90)])
      expect(parseManifest(other)).toEqual([]);
  });
});
