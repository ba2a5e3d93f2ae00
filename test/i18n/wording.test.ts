// One verb for one idea, in words that a shopkeeper knows from a phone and a till.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../src/i18n/messages/en/', import.meta.url);

/** Turns of speech that were replaced, each with what is said instead. */
const replaced: readonly (readonly [RegExp, string])[] = [
  [/\b(?:tak(?:e|en|ing)|put) (?:it )?back\b/i, 'Undo, Restore'],
  [/\bjoin(?:ed)? (?:two|with)\b|\btake apart\b/i, 'Merge, Undo merge'],
  [/\bbring in a list\b/i, 'Import'],
  [/\bsave a copy\b/i, 'Backup'],
  [/\bin all\b|\bthe lot\b|\bwhom the week\b|\blikeliest\b/i, 'plain, present-day English'],
  [/^go on$/i, 'Continue'],
  [/\bfind somebody\b|\badd somebody\b/i, 'Search, Add a person'],
  [/\bI’ll speak\b|\ba word from you\b|^said it$|^to hand over$/i, 'A reply in person, To do'],
];

it('says nothing in words that were replaced', () => {
  const texts = readdirSync(folder).flatMap((file) =>
    textsIn(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
  );
  expect(texts.length).toBeGreaterThan(800);
  for (const [words, instead] of replaced)
    expect(
      texts.filter((text) => words.test(text)),
      `say: ${instead}`,
    ).toEqual([]);
});

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
