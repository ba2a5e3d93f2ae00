import { describe, expect, it } from 'vitest';
import { openPasted } from '#app/import/open-pasted.ts';
import type { ListEncoding } from '#domain/import/list-encoding.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { encodeList } from '../../support/letters/encode-list.ts';
import { listOfNames } from '../../support/letters/list-of-names.ts';
import { mutatedBytes } from '../../support/files/mutated-bytes.ts';
import { openContent } from '../../support/files/opened-file.ts';
import { workbookFile, workbookParts } from '../../support/files/workbook-file.ts';
import { zipFile } from '../../support/files/zip-file.ts';
import { randomSourceFrom, type RandomSource } from '../../support/values/random-source.ts';
import { runs } from '../../support/values/runs.ts';

// Whatever a file holds, it is a list or a problem: never an exception, and never a hang, which the
// test's own time limit would show.
const times = runs(300, 10_000);
const limit = { timeout: 900_000 };

const encoder = new TextEncoder();
const bytesOf = (text: string) => Uint8Array.from(encoder.encode(text));

const page = `<html><meta charset="utf-8"><!-- x --><table><tr><th>Name</th><th>Phone</th></tr>
<tr><td colspan="2">J&ouml;rg &#223;</td></tr><tr><td>a<table><tr><td>b</table></table></html>`;
const cards = `BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=B6;Grete;;;
TEL;CELL:1\r\nNOTE;ENCODING=QUOTED-PRINTABLE:a=\r\nb=\r\n=0D=0Ac\r\nADR;LABEL="x;y:z":;;1 Elm;Ulm;;1;
PHOTO;ENCODING=b:AAAA\r\n BBBB\r\nBDAY:--0229\r\nitem1.TEL:2\r\nEND:VCARD\r\n`;
const list = 'sep=;\r\nName;Phone;Note\r\n"Krol; Edda";07700 900110;"two\r\nlines"\r\nJörg;=1;\r\n';

const book = {
  sheets: [
    {
      name: 'Customers',
      rows: [
        ['Name', 'Phone'],
        ['Edda', 1.5],
        ['Bram', null],
      ],
    },
    {
      name: 'More',
      rows: '<row r="3"><c r="B3" s="1"><v>46340</v></c><c t="s"><v>0</v></c></row>',
    },
  ],
  styles: '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>',
  shared: '<sst><si><t>Edda</t></si></sst>',
};

const seeds: readonly (readonly [string, (random: RandomSource) => Uint8Array<ArrayBuffer>])[] = [
  ['a list', (random) => mutatedBytes(bytesOf(list), random)],
  ['a list in old letters', (random) => mutatedBytes(oldLetters(random), random)],
  ['contact cards', (random) => mutatedBytes(bytesOf(cards), random)],
  ['a page', (random) => mutatedBytes(bytesOf(page), random)],
  ['a workbook', (random) => mutatedBytes(workbookFile(book), random)],
  ['the parts of a workbook', mutatedParts],
];

describe('a file that was damaged', () => {
  it.each(seeds)('is a list or a problem: %s', limit, async (what, create) => {
    const random = randomSourceFrom(seededRandom(`fuzz ${what}`));
    const outcomes = new Set<string>();
    for (let time = 0; time < times; time += 1) {
      const opened = await openContent(create(random));
      outcomes.add(opened.ok ? opened.value.kind : opened.problem.kind);
    }
    expect(outcomes.size).toBeGreaterThan(1);
  });

  it('is a list or a problem: what was copied', limit, () => {
    const random = randomSourceFrom(seededRandom('fuzz clip'));
    const decoder = new TextDecoder();
    for (let time = 0; time < times; time += 1) {
      const text = decoder.decode(mutatedBytes(bytesOf(list), random));
      const html = decoder.decode(mutatedBytes(bytesOf(page), random));
      expect(openPasted({ text, html })).toHaveProperty('ok');
    }
  });
});

describe('a file that never ends', () => {
  const million = runs(100_000, 1_000_000);

  it.each([
    ['soft breaks', `BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:${'a=\n'.repeat(million)}`],
    ['folds', `BEGIN:VCARD\nNOTE:${'a\n '.repeat(million)}`],
    ['encoded bytes', `BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:${'=41'.repeat(million)}`],
    ['parts of a name', `BEGIN:VCARD\nN:${';'.repeat(million)}`],
    ['parameters', `BEGIN:VCARD\nTEL${';A=b'.repeat(million)}:1`],
    ['quotes in parameters', `BEGIN:VCARD\nTEL;X="${';"'.repeat(million)}:1`],
    ['cards in cards', 'BEGIN:VCARD\nAGENT:\n'.repeat(million / 10)],
    ['open tags', `<table><tr><td>${'<table '.repeat(million / 2)}`],
    ['cells', `<table><tr>${'<td>'.repeat(million / 2)}`],
    ['wide cells', `<table>${'<tr><td colspan=255><td>x'.repeat(million / 4)}`],
    ['comments', `<table><tr><td>${'<!--'.repeat(million)}`],
    ['attributes', `<table><tr><td ${'a="'.repeat(million)}`],
    ['blanks in a cell', `<table><tr><td>${'<b> </b>'.repeat(million / 2)}\n`],
    ['tables in tables', `<table><tr><td>${'<table></i>'.repeat(million / 4)}`],
    ['references', `<table><tr><td>${'&amp;&#'.repeat(million)}`],
    ['quotes', `Name\n${'"'.repeat(million)}`],
    ['odd letters in one cell', `Name\n${'\u00E9'.repeat(million)}`],
    ['marks of an end', `Name\n${'\u001A'.repeat(million)}`],
  ])('is read to its end: %s', limit, async (_what, text) => {
    expect(await openContent(text)).toHaveProperty('ok');
    expect(openPasted({ text, html: text })).toHaveProperty('ok');
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(await openContent(latin)).toHaveProperty('ok');
  });
});

const old: readonly [OldList, ...OldList[]] = [
  ['polish', 'windows-1250'],
  ['japanese', 'shift_jis'],
  ['chinese', 'gb18030'],
  ['russian', 'koi8-r'],
  ['german', 'utf-16le'],
];

type OldList = readonly [language: string, encoding: ListEncoding];

function oldLetters(random: RandomSource): Uint8Array<ArrayBuffer> {
  const [language, encoding] = random.of(old);
  const bytes = encodeList(listOfNames(language, 5, `${random.whole(0, 50)}`), encoding);
  return Uint8Array.from(bytes ?? []);
}

// Damaged inside, and packed well again.
function mutatedParts(random: RandomSource): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(workbookParts(book)).map(([name, xml]) => {
    const bytes = bytesOf(xml);
    return [name, random.happens(0.3) ? mutatedBytes(bytes, random) : bytes] as const;
  });
  return zipFile(Object.fromEntries(parts));
}
