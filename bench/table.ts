// The table as it is printed, and what growth says.
import type { CountedWork } from './in-page/counted-storage.ts';
import type { Measured } from './measured.ts';
import { sizes, type Size } from './fill-order.ts';
import { groupBy } from '../src/lib/group-by.ts';

/** One line a row. */
export function tableOf(all: readonly Measured[]): string {
  const head = [
    'row',
    'size',
    'slowed',
    'p50',
    'p95',
    'n',
    'reference',
    'ratio',
    'goal',
    'met',
    'note',
  ];
  const lines = all.map((each) => [
    each.row,
    each.size,
    each.throttle === 1 ? '-' : `${each.throttle} ×`,
    figure(each.p50, each.unit),
    figure(each.p95, each.unit),
    String(each.times),
    Object.entries(each.references)
      .map(([name, value]) => `${name} ${figure(value, each.unit)}`)
      .join(', '),
    each.ratio === null ? '-' : each.ratio.toFixed(2),
    each.goal,
    each.isMet === null ? '-' : each.isMet ? 'yes' : 'NO',
    each.note,
  ]);
  const wide = head.map((_, column) =>
    Math.max(...[head, ...lines].map((cells) => cells[column]?.length ?? 0)),
  );
  const lineOf = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(wide[column] ?? 0)).join(' | ')} |`;
  const rule = `|${wide.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lineOf(head), rule, ...lines.map(lineOf)].join('\n');
}

/** How one kind of counted work grows with the shop: 0 not at all, 1 as the shop does. */
export interface Growth {
  readonly row: string;
  readonly of: keyof CountedWork;
  readonly bySize: Readonly<Record<string, number>>;
  readonly slope: number;
  readonly goal: number;
}

/** The slopes of all counted rows that were measured at several sizes. */
export function growthOf(all: readonly Measured[]): readonly Growth[] {
  const counted = groupBy(
    all.filter(({ work, throttle }) => work !== null && throttle === all[0]?.throttle),
    ({ row }) => row,
  );
  return [...counted].flatMap(([row, each]) =>
    (['requests', 'rows', 'bytes', 'comparisons'] as const).map((of) => {
      const points = each.flatMap(({ size, work }) =>
        work === null || size === '-' ? [] : [{ size, value: work[of] }],
      );
      return {
        row,
        of,
        bySize: Object.fromEntries(points.map(({ size, value }) => [size, value])),
        slope: slopeOf(points),
        goal: each[0]?.maxGrowth ?? 0,
      };
    }),
  );
}

// Least squares of the logarithms; one is added so that no work at all has a logarithm too.
function slopeOf(points: readonly { readonly size: Size; readonly value: number }[]): number {
  const xs = points.map(({ size }) => Math.log(sizes[size].customers));
  const ys = points.map(({ value }) => Math.log(value + 1));
  const meanX = mean(xs);
  const meanY = mean(ys);
  const over = xs.reduce((sum, x, index) => sum + (x - meanX) * ((ys[index] ?? 0) - meanY), 0);
  const under = xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The growth as a table. */
export function growthTable(growth: readonly Growth[]): string {
  const lines = growth.map(
    ({ row, of, bySize, slope, goal }) =>
      `| ${row} | ${of} | ${Object.entries(bySize)
        .map(([size, value]) => `${size} ${value.toLocaleString('en-GB')}`)
        .join(', ')} | ${slope.toFixed(2)} | ≤ ${goal} | ${slope <= goal ? 'yes' : 'NO'} |`,
  );
  return [
    '| counted | of | work | slope | goal | met |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

function figure(value: number, unit: Measured['unit']): string {
  return `${value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
