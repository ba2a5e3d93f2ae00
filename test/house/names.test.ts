import { describe, expect, it } from 'vitest';
import { declarationsIn, wordsOf, type Declaration } from './declarations.ts';
import { filesIn, textOf } from './files.ts';
import { goneNames, goneWords, maxGlossaryWords, wordsOfFloors } from './names.ts';

const files = filesIn('src', ['.ts', '.tsx']);
const declared = files.flatMap((path) => declarationsIn(path, textOf(path)));

// A reader that sees no names finds no faults: this floor is raised as the house grows.
const minNames = 9_000;

describe('the names', () => {
  it('are seen at all', () => {
    expect(declared.length).toBeGreaterThanOrEqual(minNames);
  });

  it('are words of the shop or of the field, none of the private ones that are gone', () => {
    expect(declared.flatMap(faultsOf)).toEqual([]);
  });

  it('that are exported exist once', () => {
    expect(twiceIn(declared)).toEqual([]);
  });

  it('that end in Of ask for something that is there, and wait for nothing', () => {
    expect(declared.flatMap(waitingProjections)).toEqual([]);
  });

  it.each([
    ['a private word', 'export const shopBeliefs = 1;'],
    ['a private word in the middle of a name', 'function settleDeedsLater() {}'],
    ['a private word as a parameter', 'export const f = (desk: number) => desk;'],
    ['a name that is gone', 'export function whileAlone() {}'],
    ['a word of another floor', 'export interface RouteFacts { readonly day: 1 }'],
  ])('are caught when planted: %s', (_what, text) => {
    expect(declarationsIn('src/engine/planted.ts', text).flatMap(faultsOf)).not.toEqual([]);
  });

  it.each([
    ['by its keyword', 'export async function shopOf() {}'],
    ['by its type', 'export const shopOf = (): Promise<number> => go();'],
  ])('are caught when a projection waits: %s', (_what, text) => {
    const found = declarationsIn('src/app/planted.ts', text);
    expect(found.flatMap(waitingProjections)).not.toEqual([]);
  });

  it('are caught when two files export the same', () => {
    const text = 'export type Moment = 1;';
    const found = ['src/app/a.ts', 'src/ui/b.ts'].flatMap((path) => declarationsIn(path, text));
    expect(twiceIn(found)).toEqual(['Moment: src/app/a.ts src/ui/b.ts']);
  });
});

describe('the glossary of the shop', () => {
  const glossary = textOf('src/domain/README.md')
    .split('## ')
    .find((part) => part.startsWith('Glossary'));
  const terms = [...(glossary ?? '').matchAll(/^- \*\*([^*]+)\*\*/gm)].map(
    ([, term]) => term ?? '',
  );

  it(`has at most ${maxGlossaryWords} words, each once`, () => {
    expect(terms.length).toBeGreaterThan(8);
    expect(terms.length).toBeLessThanOrEqual(maxGlossaryWords);
    expect(new Set(terms).size).toBe(terms.length);
  });
});

function faultsOf({ path, line, name }: Declaration): string[] {
  const where = `${path}:${line} ${name}`;
  const floor = path.split('/')[1] ?? '';
  const gone = Object.hasOwn(goneNames, name) ? [`${where}: say ${goneNames[name]}`] : [];
  const words = wordsOf(name).flatMap((word) => {
    if (Object.hasOwn(goneWords, word)) return [`${where}: say ${goneWords[word]}`];
    const floors = Object.hasOwn(wordsOfFloors, word) ? wordsOfFloors[word] : undefined;
    return floors === undefined || floors.includes(floor)
      ? []
      : [`${where}: ${word} is not known here`];
  });
  return [...gone, ...words];
}

function waitingProjections({ path, line, name, isAsync }: Declaration): string[] {
  return isAsync && /[a-z]Of$/.test(name)
    ? [`${path}:${line} ${name}: say load, read or create`]
    : [];
}

function twiceIn(names: readonly Declaration[]): string[] {
  const homes = new Map<string, Set<string>>();
  for (const { name, path, isExported } of names)
    if (isExported) homes.set(name, (homes.get(name) ?? new Set()).add(path));
  return [...homes]
    .filter(([, paths]) => paths.size > 1)
    .map(([name, paths]) => `${name}: ${[...paths].join(' ')}`);
}
