import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declarationsIn, wordsOf, type Declaration } from './declarations.ts';
import { filesIn, textOf } from './files.ts';

const maxFiles = 20;
/** `src/ui/screens/counter/strip.tsx`: a floor, and at most two rooms below it. */
const maxDepth = 5;
const maxColumns = 100;

const files = filesIn('src', ['.ts', '.tsx']);
const folders = [...new Set(files.map((path) => dirname(path)))].filter((path) => path !== 'src');
const withComments = ['src', 'test', 'scripts', 'bench'].flatMap((folder) =>
  filesIn(folder, ['.ts', '.tsx', '.css']),
);

describe('the rooms', () => {
  it(`hold at most ${maxFiles} files each, at most two rooms deep`, () => {
    expect(crowdedIn(files)).toEqual([]);
    expect(files.filter(isTooDeep)).toEqual([]);
  });

  it('have no file beside a folder of its own name', () => {
    expect(besideOwnFolder(files)).toEqual([]);
  });

  it('have files called after the one thing they export', () => {
    expect(files.flatMap((path) => misnamedIn(path, declarationsIn(path, textOf(path))))).toEqual(
      [],
    );
  });

  it('have comments no wider than the code', () => {
    expect(withComments.flatMap((path) => wideComments(path, textOf(path)))).toEqual([]);
  });

  it('are all named on the map', () => {
    expect(unnamedIn(folders, textOf('CONTRIBUTING.md'))).toEqual([]);
  });

  it('are caught when planted', () => {
    expect(unnamedIn(['src/app', 'src/app/week'], '| `app` | `perks` |')).toEqual(['src/app/week']);
    expect(unnamedIn(['src/app/week'], '| `ui` | `week` |')).toEqual(['src/app/week']);
    const many = Array.from({ length: 21 }, (_, index) => `src/app/week/file-${index}.ts`);
    expect(crowdedIn(many)).toEqual(['src/app/week: 21']);
    expect(isTooDeep('src/ui/screens/week/parts/list.tsx')).toBe(true);
    expect(besideOwnFolder(['src/ui/week.tsx', 'src/ui/week/list.tsx'])).toEqual([
      'src/ui/week.tsx',
    ]);
    const [day] = files.filter((path) => path.endsWith('/day.ts'));
    const other = declarationsIn(day ?? '', 'export function toLocalTime() {}');
    expect(misnamedIn(day ?? '', other)).toHaveLength(1);
    expect(wideComments('a.ts', `// ${'word '.repeat(20)}`)).toHaveLength(1);
  });
});

/** Folders that the row of their floor does not name; those of screens are many, and places. */
function unnamedIn(paths: readonly string[], map: string): string[] {
  return paths.filter((path) => {
    const [, floor = '', room = floor, below] = path.split('/');
    const row = map.split('\n').find((line) => line.startsWith(`| \`${floor}\` |`)) ?? '';
    return below === undefined && !new RegExp(`\`${room}[\`/]`).test(row);
  });
}

function crowdedIn(paths: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > maxFiles)
    .map(([folder, count]) => `${folder}: ${count}`);
}

function isTooDeep(path: string): boolean {
  return path.split('/').length > maxDepth;
}

function besideOwnFolder(paths: readonly string[]): string[] {
  const folders = new Set(paths.map((path) => dirname(path)));
  return paths.filter((path) => folders.has(path.replace(/\.tsx?$/, '')));
}

/**
 * A file with one exported value has the words of that value in its name; types go along with it.
 */
function misnamedIn(path: string, declared: readonly Declaration[]): string[] {
  const values = declared.filter(({ isExported, isType }) => isExported && !isType);
  const types = declared.filter(({ isExported, isType }) => isExported && isType);
  const [only, ...others] = values;
  if (only === undefined || others.length > 0 || isFreelyNamed(path)) return [];
  const words = new Set([only, ...types].flatMap(({ name }) => wordsOf(name)).map(stemOf));
  const name = basename(path).replace(/\.tsx?$/, '');
  const isNamed = name.split('-').every((word) => words.has(stemOf(word)));
  return isNamed ? [] : [`${path} exports ${only.name}`];
}

/** A migration is called after why it is there; a lazy module is called after its part. */
function isFreelyNamed(path: string): boolean {
  return path.includes('/migrations/') || /^export \{/m.test(textOf(path));
}

/** So that `erasure.ts` may export `eraseCustomer`. */
function stemOf(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?:ations?|ions?|ings?|ure|ers?|ed|es|e|s|y)$/, '');
}

function wideComments(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const isComment = /^\s*(?:\/\/|\/?\*)/.test(line) && !/https?:|oxlint-disable/.test(line);
    return isComment && line.length > maxColumns ? [`${path}:${index + 1}`] : [];
  });
}
