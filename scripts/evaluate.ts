// Measures the engine on a log of visits: fits as the literature prints them, forecasts against
// what happened, who comes next week, who is slipping, and who was on the tiles. Anybody can
// recount from the predictions file.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { rfmTableAt } from '#engine/forecast/recency-frequency.ts';
import { dayAt, dayFrom, dayNumber } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { holdOutOf, type PredictionRow } from './evaluation/hold-out.ts';
import { referenceFits } from './evaluation/reference-fits.ts';
import { replaysOf } from './evaluation/replay.ts';
import { reportOf, type Measured } from './evaluation/report.ts';
import { risesOf } from './evaluation/rises.ts';
import { nextWeekOf, slippingOf, usualOrigins, type Origins } from './evaluation/rolling.ts';
import { sampleLog, sampleUntil } from './evaluation/sample-log.ts';
import { clockOn, readLog, type VisitLog } from './evaluation/visit-log.ts';

const usage = `npm run evaluate -- [FILE.csv] --until DAY [--hold-out-until DAY] [--predictions OUT.csv] [--rolling] [--bootstrap N] [--replay] [--json]
  FILE.csv has the header customer,at,amount; times of day and amounts may be left out. Without it an invented shop is measured.
  --until DAY            the last day that the models may learn from, such as 2006-12-31
  --hold-out-until DAY   the last day that they are compared with (default: the last day of the log)
  --predictions OUT.csv  writes a line for each customer
  --rolling              next-7-days, slipping and coming more from many days; --next-week-from/-until and --slipping-from/-until DAY choose them
  --bootstrap N          standard errors from N draws of customers (200 are usual)
  --replay               who was on the tiles, visit by visit (without times of day, by days alone)
  --json                 everything as JSON`;

interface Order {
  readonly log: VisitLog;
  readonly until: number;
  readonly holdOutUntil: number;
  readonly predictions: string | undefined;
  readonly nextWeek: Origins | undefined;
  readonly slipping: Origins | undefined;
  readonly bootstrap: number;
  readonly isReplayed: boolean;
  readonly isJson: boolean;
}

function evaluate(order: Order): void {
  const { log, until, holdOutUntil } = order;
  const everyDay = clockOn(log, until, 'every day counts');
  const rfm = rfmTableAt(everyDay.visitTimes, everyDay.weeksAt(until));
  const holdOut = holdOutUntil > until ? holdOutOf(log, order) : undefined;
  const measured: Measured = {
    log: {
      rows: log.rows,
      customers: log.customers.length,
      firstDay: dayAt(log.firstDay),
      lastDay: dayAt(log.lastDay),
      until: dayAt(until),
      holdOutUntil: dayAt(holdOutUntil),
      knownCustomers: rfm.size,
    },
    fits: referenceFits(rfm),
    ...(holdOut === undefined ? {} : { holdOut }),
    ...(order.nextWeek === undefined ? {} : { nextWeek: nextWeekOf(log, order.nextWeek) }),
    ...(order.slipping === undefined ? {} : { slipping: slippingOf(log, order.slipping) }),
    ...(order.slipping === undefined ? {} : { rises: risesOf(log, order.bootstrap) }),
    ...(order.isReplayed ? { replay: replaysOf(log) } : {}),
  };
  if (order.predictions !== undefined)
    writeFileSync(order.predictions, predictionsText(holdOut?.rows ?? []));
  process.stdout.write(
    order.isJson ? `${JSON.stringify(measured, null, 1)}\n` : reportOf(measured),
  );
}

const columns = [
  'customer',
  'x',
  't_x',
  'T',
  'p_alive',
  'expected',
  'expected_low',
  'expected_high',
  'p_slip',
  'spend',
  'actual',
] as const satisfies readonly (keyof PredictionRow)[];

function predictionsText(rows: readonly PredictionRow[]): string {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function orderFrom(args: readonly string[]): Result<Order, string> {
  const read = argumentsOf(args);
  if (!read.ok) return read;
  const { values, file } = read.value;
  const log = file === undefined ? ok(sampleLog()) : logFrom(file);
  if (!log.ok) return log;
  const dayOrUsual = (name: DayOption, usual: number): number => {
    const day = dayFrom(values[name] ?? '');
    return day === undefined ? usual : dayNumber(day);
  };
  const sampleDay =
    file === undefined && sampleUntil !== undefined ? dayNumber(sampleUntil) : undefined;
  const until = dayOrUsual('until', sampleDay ?? Number.NaN);
  const problem = problemWith(values, until, log.value);
  if (problem !== undefined) return failed(problem);
  const usual = usualOrigins(log.value);
  const isRolling = values.rolling === true;
  const bootstrap = Number(values.bootstrap ?? 0);
  return ok({
    log: log.value,
    until,
    holdOutUntil: dayOrUsual('hold-out-until', log.value.lastDay),
    predictions: values.predictions,
    nextWeek: isRolling
      ? {
          first: dayOrUsual('next-week-from', usual.first),
          last: dayOrUsual('next-week-until', usual.last),
          bootstrap,
        }
      : undefined,
    slipping: isRolling
      ? {
          first: dayOrUsual('slipping-from', usual.first),
          last: dayOrUsual('slipping-until', usual.last),
          bootstrap,
        }
      : undefined,
    bootstrap,
    isReplayed: values.replay === true,
    isJson: values.json === true,
  });
}

const dayOptions = [
  'until',
  'hold-out-until',
  'next-week-from',
  'next-week-until',
  'slipping-from',
  'slipping-until',
] as const;
type DayOption = (typeof dayOptions)[number];

type Values = Partial<Record<DayOption | 'predictions' | 'bootstrap', string>> & {
  readonly rolling?: boolean;
  readonly replay?: boolean;
  readonly json?: boolean;
};

function argumentsOf(
  args: readonly string[],
): Result<{ readonly values: Values; readonly file: string | undefined }, string> {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(
          [...dayOptions, 'predictions', 'bootstrap'].map((name) => [name, text]),
        ),
        rolling: { type: 'boolean' },
        replay: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    return ok({ values, file: positionals[0] });
  } catch (error) {
    return failed(
      `${error instanceof Error ? error.message : 'These arguments cannot be read.'}\n${usage}`,
    );
  }
}

function logFrom(file: string): Result<VisitLog, string> {
  try {
    const log = readLog(readFileSync(file, 'utf8'));
    return log.ok ? log : failed(`${file}: ${log.problem}`);
  } catch {
    return failed(`${file} cannot be read.`);
  }
}

function problemWith(values: Values, until: number, log: VisitLog): string | undefined {
  const wrong = dayOptions.find(
    (name) => values[name] !== undefined && dayFrom(values[name]) === undefined,
  );
  if (wrong !== undefined)
    return `--${wrong} should be a day such as 2006-12-31 and is "${values[wrong]}".`;
  if (!/^\d*$/.test(values.bootstrap ?? ''))
    return `--bootstrap should be a number of draws such as 200 and is "${values.bootstrap}".`;
  if (Number.isNaN(until)) return `--until DAY is missing.\n${usage}`;
  if (until < log.firstDay)
    return `Nothing happened by ${dayAt(until)}: the log begins on ${dayAt(log.firstDay)}.`;
  return undefined;
}

const order = orderFrom(process.argv.slice(2));
if (order.ok) evaluate(order.value);
else {
  process.stderr.write(`${order.problem}\n`);
  process.exitCode = 1;
}
