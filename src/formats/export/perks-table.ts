// The rules of the poster, those that have ended and those still being written too.

import type { Perk } from '#domain/week/perk.ts';
import { compareCodePoints } from '#lib/compare.ts';
import { countCell, dayCell, moneyCell, textCell, type ExportTable } from './export-table.ts';

export function perksTable(perks: readonly Perk[]): ExportTable {
  const live = perks.filter(({ voided }) => !voided);
  return {
    name: 'Perks',
    headings: [
      'Perk ID',
      'Perk',
      'Counted',
      'Needed',
      'Given',
      'What is given',
      'Somebody new gets',
      'Sent people count from visit',
      'Counts from',
      'On the poster since',
      'Ends on',
    ],
    rows: live
      .toSorted(
        (a, b) =>
          compareCodePoints(a.publishedOn ?? '', b.publishedOn ?? '') ||
          compareCodePoints(a.id, b.id),
      )
      .map((perk) => [
        textCell(perk.id),
        textCell(perk.title),
        textCell(perk.measure),
        perk.measure === 'spend' ? moneyCell(perk.threshold) : countCell(perk.threshold),
        textCell(perk.repeats),
        textCell(perk.gives),
        textCell(perk.givesToNew),
        perk.measure === 'people-sent' ? countCell(perk.afterVisits) : textCell(null),
        dayCell(perk.countsFrom),
        dayCell(perk.publishedOn),
        dayCell(perk.endedOn),
      ]),
  };
}
