import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unusedMethods, withoutUnused } from '../../scripts/small-dexie.ts';
import { filesIn, textOf } from './files.ts';

const dexie = readFileSync('node_modules/dexie/dist/modern/dexie.mjs', 'utf8');

describe('what is left out of Dexie', () => {
  it('is asked for nowhere in the app', () => {
    expect(filesIn('src', ['.ts', '.tsx']).flatMap((path) => usesIn(textOf(path)))).toEqual([]);
  });

  it('is gone, and the rest is still there', () => {
    const small = withoutUnused(dexie);
    expect(small).not.toContain('this.use(cacheMiddleware)');
    expect(small).not.toMatch(/^ {4}startsWithIgnoreCase\(/m);
    expect(small).toMatch(/^ {4}startsWith\(/m);
    expect(small.length).toBeLessThan(dexie.length);
  });

  it('is refused when Dexie is another, or needs it itself', () => {
    expect(() => withoutUnused(dexie.replace('notEqual(value) {', 'other(value) {'))).toThrow(
      'another WhereClause',
    );
    expect(() =>
      withoutUnused(`${dexie}\nnew Dexie$1('x').table('y').where('z').notEqual(1);`),
    ).toThrow('needs notEqual');
    expect(usesIn('db.visits.where("day").notEqual(3)')).toEqual(['.notEqual(']);
  });
});

function usesIn(code: string): readonly string[] {
  const names = Object.values(unusedMethods).flat();
  return code.match(new RegExp(`\\.(?:${names.join('|')})\\(`, 'g')) ?? [];
}
