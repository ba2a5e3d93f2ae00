import type { ImportLayout } from '#domain/import/import-layout.ts';
import type { ImportChoices } from '#formats/lists/list-choices.ts';
import type { ParsedList } from './import-types.ts';

/** How this list was read, so that the next one with the same headings is read alike. */
export function layoutFor(reading: ParsedList, choices: ImportChoices): ImportLayout {
  const { profile, fileName, encoding, layout } = reading;
  return {
    name: layout?.name ?? nameFrom(fileName),
    headings: profile.table.headings,
    firstIsHeadings: choices.firstIsHeadings,
    meanings: choices.meanings,
    order: choices.order,
    encoding,
    delimiter: profile.delimiter,
    answers: { ...layout?.answers, ...choices.standIns },
  };
}

// "Sales September 2026.csv" and "Sales October 2026.csv" are lists of one kind.
function nameFrom(fileName: string): string {
  const words = fileName.replace(/\.\w{2,5}$/u, '').split(/[\s_-]+/u);
  const kept = words.filter((word) => /^\p{Letter}{2,}$/u.test(word));
  return kept.slice(0, 3).join(' ') || fileName;
}
