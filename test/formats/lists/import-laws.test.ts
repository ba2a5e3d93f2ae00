// What holds for any list: importing it twice, or in parts that overlap, in any order, is importing
// it once; what stands around the table changes nothing; and no cell of a used column is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryShop } from '../../../scripts/look-at/memory-shop.ts';
import { noAnswers, resolveList } from '#formats/lists/resolve-list.ts';
import { drawnSales, salesText, type DrawnSale } from '../../support/files/drawn-lists.ts';
import { londonShop, planOf, profileOf } from '../../support/files/read-list.ts';
import { runs } from '../../support/values/runs.ts';

const time = runs(60_000, 600_000);

describe('a list that is imported again', () => {
  it(
    'is imported once: twice, or in two halves that overlap, in any order',
    () => {
      fc.assert(
        fc.property(
          drawnSales,
          fc.nat(),
          fc.nat(),
          fc.boolean(),
          (sales, cut, ...[more, turned]) => {
            const once = shopAfter([sales]);
            expect(shopAfter([sales, sales])).toEqual(once);
            const halves = overlappingHalves(sales, cut, more);
            expect(shopAfter(turned ? halves.toReversed() : halves)).toEqual(once);
          },
        ),
        { numRuns: runs(60, 5000) },
      );
    },
    time,
  );
});

describe('a table that stands among other lines', () => {
  const titles = [
    'Corner Dairy',
    'Telephone:,0205550100',
    'Start:,2026-01-01',
    'Printed 21 Nov',
    '',
  ];
  const totals = ['Total,,,,,12.00', ',,Summe:,,,12.00', '', 'Records: 3', ',,,,,12.00'];

  it(
    'gives the same people and visits as alone',
    () => {
      const around = fc.array(fc.constantFrom(...titles), { maxLength: 5 });
      const below = fc.array(fc.constantFrom(...totals), { maxLength: 3 });
      fc.assert(
        fc.property(drawnSales, around, below, fc.nat(), (sales, above, ...[under, at]) => {
          const bare = salesText(sales);
          const lines = bare.split('\n');
          const place = 1 + (at % lines.length);
          const body = [...lines.slice(0, place), '', lines[0] ?? '', ...lines.slice(place)];
          expect(readOf([...above, ...body, ...under].join('\n'))).toEqual(readOf(bare));
        }),
        { numRuns: runs(60, 5000) },
      );
    },
    time,
  );
});

describe('a cell of a column that is used', () => {
  const cell = fc.oneof(
    fc.constantFrom('07700 900110', 'ask his wife', '4.477E+11', 'a@example.org', '12', '-', 'x@y'),
    fc.constantFrom('020 7555 0118 / 07700 900110', 'b@example.org; c@example.org', '1980-05-14'),
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[",\r\n]/gu, '')),
  );
  const row = fc.tuple(fc.constantFrom('Edda Krol', 'Bram Osei', ''), cell, cell, cell);

  it(
    'is on somebody’s record or among the problems',
    () => {
      fc.assert(
        fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
          const text = ['Name,Phone,Email,Birthday', ...rows.map((cells) => cells.join(','))];
          const meanings = ['name', 'phone', 'email', 'birthday'] as const;
          const plan = planOf(text.join('\n'), {
            meanings,
            firstIsHeadings: true,
            order: 'day-first',
          });
          const said = JSON.stringify([plan.people, plan.problems]);
          rows.forEach((cells, index) => {
            const isLeftOut = plan.problems.some(
              (each) => each.row === index + 2 && each.left === 'row',
            );
            for (const each of cells.slice(1, 3).filter(holdsSomething))
              if (!isLeftOut) expect(partsOf(each).every((part) => said.includes(part))).toBe(true);
          });
        }),
        { numRuns: runs(60, 5000) },
      );
    },
    time,
  );
});

// What only says that nothing is there, and zeros, are not kept.
function holdsSomething(cell: string): boolean {
  return /[\p{Letter}1-9]/u.test(cell) && !/^(?:n\/a|null|nan|undefined)$/iu.test(cell.trim());
}

function partsOf(cell: string): readonly string[] {
  // A full stop after an address belongs to the sentence, a quote before a number to the program.
  const parts = cell.split(/[;/]|\s+(?=\S+@)/u).map((part) => part.trim().replace(/^'|\.$/gu, ''));
  return parts.filter((part) => /^[\w .@+-]{4,}$/u.test(part));
}

function overlappingHalves(
  sales: readonly DrawnSale[],
  cut: number,
  more: number,
): readonly (readonly DrawnSale[])[] {
  // Tills export whole days.
  const first = sales[cut % sales.length]?.day ?? 0;
  const last = Math.max(first, sales[more % sales.length]?.day ?? 0);
  return [sales.filter(({ day }) => day <= last), sales.filter(({ day }) => day >= first)];
}

/** What the shop knows after these lists, each person with their visits, in a fixed order. */
function shopAfter(lists: readonly (readonly DrawnSale[])[]): unknown {
  const shop = new MemoryShop(londonShop);
  for (const sales of lists) {
    if (sales.length === 0) continue;
    const text = salesText(sales);
    const plan = planOf(text);
    const origin = shop.originOf(profileOf(text).table.headings);
    shop.add(plan, resolveList(plan, shop.known(), { answers: noAnswers, origin }));
  }
  const { customers, visits } = shop.known();
  const visitsOf = (id: unknown): readonly string[] =>
    visits
      .filter(({ customerId }) => customerId === id)
      .map(({ day, minute, amount }) => `${day} ${minute} ${amount}`)
      .toSorted();
  const people = customers.map(({ id, name, phones, emails }) =>
    JSON.stringify([name, [...phones].toSorted(), [...emails].toSorted(), visitsOf(id)]),
  );
  return { people: people.toSorted(), nobody: visitsOf(null) };
}

function readOf(text: string): unknown {
  const { people, visits } = planOf(text);
  return {
    people: people.map(({ row: _row, ...person }) => person),
    visits: visits.map(({ row: _row, ...visit }) => visit),
  };
}
