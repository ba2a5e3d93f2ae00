import { describe, expect, test } from 'vitest';
import { planImport, parseFile } from '#app/import/parse-file.ts';
import { guessMapping } from '#formats/csv/inspect.ts';
import { londonShop } from '../../support/files/read-list.ts';

// Letters that stand elsewhere in each encoding, and cells that hold what cuts cells.
const people = [
  ['Name', 'Phone', 'Note'],
  ['Żoé Müller', '020 7946 0018', 'says "moin", likes rye; and\nwhite | brown\tbread'],
  ['Señor Größe', "'+44 20 7946 0019", '=1+1'],
] as const;
// Windows-1252 has no Ż.
const western = people.map((row) => row.map((cell) => cell.replace('Ż', 'Z')));

const encodings: readonly (readonly [string, (text: string) => Uint8Array<ArrayBuffer>])[] = [
  ['UTF-8', (text) => new TextEncoder().encode(text)],
  ['UTF-8 with a mark', (text) => new TextEncoder().encode(`\uFEFF${text}`)],
  ['UTF-16, little end first', (text) => utf16(`\uFEFF${text}`, 'little')],
  ['UTF-16, big end first', (text) => utf16(`\uFEFF${text}`, 'big')],
  ['UTF-16 without a mark', (text) => utf16(text, 'little')],
  ['Windows-1252', (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))],
];
const separators = [',', ';', '\t'];
const endings = ['\n', '\r\n', '\r'];
const files = encodings.flatMap(([encoding, encode]) =>
  separators.flatMap((separator) =>
    endings.map((ending) => ({ encoding, separator, ending, encode })),
  ),
);

describe('a list reads alike, however it was written', () => {
  test.each(files)(
    '$encoding, cells cut by $separator, rows by $ending',
    async ({ encoding, separator, ending, encode }) => {
      const rows = encoding === 'Windows-1252' ? western : people;
      const text = rows.map((row) => row.map(quoted).join(separator)).join(ending);
      const file = new File([encode(text + ending)], 'list.csv');
      const read = await parseFile(file, londonShop.today, () => {});
      if (!read.ok) throw new Error(read.problem.kind);
      const { profile } = read.value;
      const meanings = guessMapping(profile, true).columns.map((column) => column.meaning);
      const choices = { firstIsHeadings: true, meanings, order: null };
      const plan = await planImport(
        file,
        { reading: read.value, choices, shop: londonShop },
        () => {},
      );
      expect(plan.ok && plan.value.people).toMatchObject([
        { name: rows[1]?.[0], phone: rows[1]?.[1], note: rows[1]?.[2] },
        { name: 'Señor Größe', phone: '+44 20 7946 0019', note: '=1+1' },
      ]);
    },
  );
});

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function utf16(text: string, end: 'little' | 'big'): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), end === 'little');
  return bytes;
}
