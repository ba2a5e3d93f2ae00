// The measurements as text for a terminal.
import type { Accuracy } from './accuracy.ts';
import type { HoldOut } from './hold-out.ts';
import type { ReferenceFit } from './reference-fits.ts';
import { tileCounts, type Replay } from './replay.ts';
import type { NextWeek, Slipping } from './rolling.ts';

export interface Measured {
  readonly log: {
    readonly rows: number;
    readonly customers: number;
    readonly firstDay: string;
    readonly lastDay: string;
    readonly until: string;
    readonly holdOutUntil: string;
    readonly knownCustomers: number;
  };
  readonly fits: readonly ReferenceFit[];
  readonly holdOut?: HoldOut;
  readonly nextWeek?: NextWeek;
  readonly slipping?: Slipping;
  readonly replay?: readonly Replay[];
}

/** All that was measured, in lines. */
export function reportOf(measured: Measured): string {
  const { log, fits, holdOut, nextWeek, slipping, replay } = measured;
  return [
    `${log.rows} rows, ${log.customers} customers, ${log.firstDay} to ${log.lastDay}; ${log.knownCustomers} known by ${log.until}.`,
    '',
    'Maximum likelihood, no priors (weeks, one visit a day)',
    ...fits.map(fitLine),
    ...(holdOut === undefined ? [] : holdOutLines(holdOut, log.holdOutUntil)),
    ...(nextWeek === undefined
      ? []
      : [
          '',
          `Next 7 days, ${nextWeek.origins} origins: AUC ${fixed(nextWeek.auc)}, precision@20 ${fixed(nextWeek.precision20)}`,
        ]),
    ...(slipping === undefined
      ? []
      : [
          `Slipping, ${slipping.silences} silences of ${slipping.people} people: AUC untrained ${fixed(slipping.untrained)}, trained ${fixed(slipping.trained)} (corrected on ${slipping.corrected} days)`,
        ]),
    ...(replay === undefined ? [] : replay.flatMap(replayLines)),
    '',
  ].join('\n');
}

function fitLine({ model, logLikelihood, r, alpha, a, b, weights }: ReferenceFit): string {
  const parameters = `r ${fixed(r, 4)}  alpha ${fixed(alpha, 4)}  a ${fixed(a, 4)}  b ${fixed(b, 4)}`;
  const shares =
    weights.length > 1 ? `  shares ${weights.map((weight) => fixed(weight)).join(' ')}` : '';
  return `  ${model.padEnd(24)} LL ${fixed(logLikelihood)}  ${parameters}${shares}`;
}

function holdOutLines(holdOut: HoldOut, until: string): readonly string[] {
  const { people, actualVisits, model, calibration } = holdOut;
  return [
    '',
    `Hold-out to ${until} (${fixed(holdOut.weeks, 1)} weeks): ${people} people, ${actualVisits} visits`,
    `  engine: ${model.tier}, forgetting ${model.decayWeeks === Number.POSITIVE_INFINITY ? 'nothing' : `${model.decayWeeks} weeks`}, tempo ${fixed(model.tempo)}${model.hasBreak ? ', after a break' : ''}`,
    `  ${'model'.padEnd(26)}${['bias', 'MAE', 'RMSE', 'corr', 'top10', 'top20'].map((name) => name.padStart(8)).join('')}`,
    ...Object.entries(holdOut.accuracy).map(([name, accuracy]) => accuracyLine(name, accuracy)),
    `  calibration: ${fixed(calibration.pitWithin)} of the transform in .1-.9; ${fixed(calibration.covered)} of people within their 10-90 % range`,
    `  expected by tenth: ${calibration.tenths.map(({ expected }) => fixed(expected, 2)).join(' ')}`,
    `  seen by tenth:     ${calibration.tenths.map(({ actual }) => fixed(actual, 2)).join(' ')}`,
  ];
}

function accuracyLine(name: string, accuracy: Accuracy): string {
  const { bias, mae, rmse, correlation, top10, top20 } = accuracy;
  return `  ${name.padEnd(26)}${[bias, mae, rmse, correlation, top10, top20].map((value) => fixed(value).padStart(8)).join('')}`;
}

function replayLines({
  minVisits,
  visits,
  meanCandidates,
  lists,
  hits,
}: Replay): readonly string[] {
  const chosen = Object.entries(lists).map(
    ([list, times]) => `${list} ${fixed(times / Math.max(1, visits), 2)}`,
  );
  return [
    '',
    `Replay, people with ${minVisits} or more earlier visits: ${visits} visits, ${fixed(meanCandidates, 0)} candidates; the app's list: ${chosen.join(', ')}`,
    `  ${'hit@'.padEnd(20)}${tileCounts.map((count) => String(count).padStart(8)).join('')}`,
    ...Object.entries(hits).map(
      ([ranking, shares]) =>
        `  ${ranking.padEnd(20)}${shares.map((share) => fixed(share).padStart(8)).join('')}`,
    ),
  ];
}

function fixed(value: number, digits = 3): string {
  // A correlation of one person, or of people who are all alike, is no number.
  return Number.isNaN(value) ? '-' : value.toFixed(digits);
}
