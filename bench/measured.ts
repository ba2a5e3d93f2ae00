// What a row of the table says.
import type { CountedWork } from './in-page/counted-storage.ts';
import type { Size } from './fill-order.ts';

/** One row at one size. Milliseconds unless `unit` says otherwise. */
export interface Measured {
  readonly row: string;
  readonly size: Size | '-';
  /** 1 is this machine, 4 a slow tablet. */
  readonly throttle: number;
  readonly unit: 'ms' | 'MB' | 'kB';
  readonly p50: number;
  readonly p95: number;
  readonly times: number;
  /** What it is compared with, by name, and the p50 of that. */
  readonly references: Readonly<Record<string, number>>;
  /** p50 over the first reference. */
  readonly ratio: number | null;
  readonly goal: string;
  /** Null where nothing is asked at this throttle or size. */
  readonly isMet: boolean | null;
  readonly work: CountedWork | null;
  /** How that may grow with the shop: the slope in log-log. */
  readonly maxGrowth: number;
  readonly note: string;
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** A row from its single measurements; whatever is left out has nothing to say. */
export function measured(
  told: Pick<Measured, 'row' | 'size' | 'goal' | 'isMet'> &
    Partial<Measured> & { readonly values: readonly number[] },
): Measured {
  const { values, references = {}, ...rest } = told;
  const p50 = median(values);
  const [reference] = Object.values(references);
  return {
    throttle: 1,
    unit: 'ms',
    work: null,
    maxGrowth: 1.1,
    note: '',
    p50,
    p95: quantile(values, 0.95),
    times: values.length,
    references,
    ratio: reference === undefined || reference === 0 ? null : p50 / reference,
    ...rest,
  };
}
