import { describe, expect, it } from 'vitest';
import { listEncodings, type ListEncoding } from '#domain/import/list-encoding.ts';
import { encodeList } from '../../support/letters/encode-list.ts';
import { listOfNames } from '../../support/letters/list-of-names.ts';
import { namesByLanguage } from '../../support/letters/names-by-language.ts';
import { openedFile } from '../../support/files/opened-file.ts';
import { runs } from '../../support/values/runs.ts';

// A list of 50 names must read right in at least 99 of 100, whatever it was written in.
const atLeast = 0.99;
const lists = runs(5, 60);

const languages = Object.keys(namesByLanguage);
const wide: readonly ListEncoding[] = ['utf-8', 'utf-16le', 'utf-16be'];

describe('the letters of a list of 50 names', () => {
  it.each(listEncodings)('are read right: %s', { timeout: 300_000 }, async (encoding) => {
    const tried = languagesOf(encoding).flatMap((language) =>
      Array.from({ length: lists }, (_, seed) => ({ language, seed: `${language} ${seed}` })),
    );
    const outcomes: boolean[] = [];
    for (const { language, seed } of tried)
      outcomes.push(await readsRight(listOfNames(language, 50, seed), encoding));
    expect(outcomes.length).toBeGreaterThanOrEqual(lists);
    expect(outcomes.filter(Boolean).length / outcomes.length).toBeGreaterThanOrEqual(atLeast);
  });

  it('are not said to be sure when they are read wrong', async () => {
    const wrong: string[] = [];
    for (const language of languages)
      for (const encoding of namesByLanguage[language]?.encodings ?? []) {
        const text = listOfNames(language, 3, `few ${language} ${encoding}`);
        const list = await openedFile(bytesOf(text, encoding));
        if (list.text !== text && list.isEncodingSure) wrong.push(`${language} ${encoding}`);
      }
    expect(wrong).toEqual([]);
  });
});

describe('letters that were read', () => {
  it('are shown with two names as each encoding would read them', async () => {
    const polish = listOfNames('polish', 50, 'shown');
    const list = await openedFile(bytesOf(polish, 'windows-1250'));
    const [best, next] = list.encodingChoices;
    expect(list).toMatchObject({ encoding: 'windows-1250', isEncodingSure: true });
    expect(best?.encoding).toBe('windows-1250');
    expect(best?.samples).toHaveLength(2);
    for (const sample of best?.samples ?? []) expect(polish).toContain(sample);
    expect(next?.samples).not.toEqual(best?.samples);
    const encodings = list.encodingChoices.map(({ encoding }) => encoding);
    expect(new Set(encodings).size).toBe(encodings.length);
  });

  it('are read in another way when the shopkeeper says so', async () => {
    const bytes = bytesOf('Name\r\nJörg\r\n', 'windows-1252');
    expect(await openedFile(bytes, { encoding: 'windows-1251' })).toMatchObject({
      encoding: 'windows-1251',
      isEncodingSure: true,
      text: 'Name\r\nJцrg\r\n',
    });
  });

  it('are UTF-8 when there are none beyond ASCII, and nothing is asked', async () => {
    const list = await openedFile('Name,Phone\nEdda Krol,07700 900110\n');
    expect(list).toMatchObject({ encoding: 'utf-8', isEncodingSure: true, sheet: null });
    expect(list.encodingChoices).toEqual([{ encoding: 'utf-8', samples: [] }]);
  });

  it('lose the mark at the beginning, and the one at the end of old programs', async () => {
    expect((await openedFile('\uFEFFName\nÅsa\n')).text).toBe('Name\nÅsa\n');
    expect((await openedFile('Name\nEdda\n\u001A')).text).toBe('Name\nEdda\n');
  });

  it('stay whole where lines of another list stand among UTF-8', async () => {
    const ours = new TextEncoder().encode('Name\nJörg Weiß\nŁucja Śliwa\nÅsa Ek\n');
    const other = bytesOf('Grete Hölzl\n', 'windows-1252');
    const { encoding, text } = await openedFile(Uint8Array.from([...ours, ...other]));
    expect(encoding).toBe('utf-8');
    expect(text).toBe('Name\nJörg Weiß\nŁucja Śliwa\nÅsa Ek\nGrete Hölzl\n');
  });

  it('far behind a megabyte of plain ones still say how they are written', async () => {
    const plain = 'Edda Krol;07700 900110\r\n'.repeat(60_000);
    const text = `Name;Phone\r\n${plain}Łucja Śliwa;1\r\nŻaneta Gąska;2\r\n`;
    const list = await openedFile(bytesOf(text, 'windows-1250'));
    expect(list.encoding).toBe('windows-1250');
    expect(list.text).toBe(text);
  });

  it('are those of an old Mac when its line ends are', async () => {
    const list = await openedFile(bytesOf('Name;Ort\rJörg Weiß;Ulm\rGrete;Köln\r', 'macintosh'));
    expect(list).toMatchObject({ encoding: 'macintosh', isEncodingSure: true });
  });

  it('are believed when a page names its encoding', async () => {
    const page = (charset: string): string =>
      `<html><meta charset="${charset}"><table><tr><td>Jenő</td></tr></table></html>`;
    const named = await openedFile(bytesOf(page('windows-1250'), 'windows-1250'));
    expect(named).toMatchObject({ kind: 'web-page', text: 'Jenő\n' });
    const nameless = await openedFile(bytesOf(page(''), 'windows-1250'));
    expect(nameless).toMatchObject({ text: 'Jenõ\n', isEncodingSure: false });
  });
});

function languagesOf(encoding: ListEncoding): readonly string[] {
  if (wide.includes(encoding)) return languages;
  return languages.filter((each) => namesByLanguage[each]?.encodings.includes(encoding));
}

async function readsRight(text: string, encoding: ListEncoding): Promise<boolean> {
  return (await openedFile(bytesOf(text, encoding))).text === text;
}

function bytesOf(text: string, encoding: ListEncoding): Uint8Array<ArrayBuffer> {
  const bytes = encodeList(text, encoding);
  if (bytes === null) throw new Error(`${encoding} has no letters for this list`);
  return Uint8Array.from(bytes);
}
