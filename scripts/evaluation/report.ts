// The measurements as text for a terminal.
import type { AccuracyWithErrors } from './accuracy.ts';
import type { HoldOut } from './hold-out.ts';
import type { ReferenceFit } from './reference-fits.ts';
import { tileCounts, type Replay } from './replay.ts';
import type { Rises } from './rises.ts';
import type { NextWeek, Slipping } from './rolling.ts';
import type { Figures, SaidChances } from './said-chances.ts';

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
  readonly rises?: Rises;
  readonly replay?: readonly Replay[];
}

/** All that was measured, in lines. */
export function reportOf(measured: Measured): string {
  const { log, fits, holdOut, nextWeek, slipping, rises, replay } = measured;
  return [
    `${log.rows} rows, ${log.customers} customers, ${log.firstDay} to ${log.lastDay}; ${log.knownCustomers} known by ${log.until}.`,
    '',
    'Maximum likelihood, no priors (weeks, one visit a day)',
    ...fits.map(fitLine),
    ...(holdOut === undefined ? [] : holdOutLines(holdOut, log.holdOutUntil)),
    ...(nextWeek === undefined ? [] : nextWeekLines(nextWeek)),
    ...(slipping === undefined ? [] : slippingLines(slipping)),
    ...(rises === undefined ? [] : riseLines(rises)),
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
    `Hold-out to ${until} (${fixed(holdOut.weeks, 1)} weeks): ${people} people, ${actualVisits} visits; ${holdOut.quietDays} quiet days known`,
    `  engine: ${model.tier}, forgetting ${model.decayWeeks === Number.POSITIVE_INFINITY ? 'nothing' : `${model.decayWeeks} weeks`}, tempo ${fixed(model.tempo)}, ${fixed(model.sameAgain, 2)} as often as lately${model.hasBreak ? ', after a break' : ''}`,
    `  ${'model'.padEnd(26)}${['bias', 'MAE', 'RMSE', 'corr', 'top10', 'top20'].map((name) => name.padStart(8)).join('')}`,
    ...Object.entries(holdOut.accuracy).map(([name, accuracy]) => accuracyLine(name, accuracy)),
    `  calibration: ${fixed(calibration.pitWithin)} of the transform in .1-.9`,
    `  ranges of 80 % (people with three gaps, level ${fixed(model.rangeLevel)}): ${fixed(calibration.covered)}${errorOf(calibration.coveredError)} held; 10-90 % as the model has it: ${fixed(calibration.coveredPlain)}`,
    `  expected by tenth: ${calibration.tenths.map(({ expected }) => fixed(expected, 2)).join(' ')}`,
    `  seen by tenth:     ${calibration.tenths.map(({ actual }) => fixed(actual, 2)).join(' ')}`,
  ];
}

function accuracyLine(name: string, accuracy: AccuracyWithErrors): string {
  const { bias, mae, rmse, correlation, top10, top20, errors } = accuracy;
  return `  ${name.padEnd(26)}${[bias, mae, rmse, correlation, top10, top20].map((value) => fixed(value).padStart(8)).join('')}${errors === undefined ? '' : `   s.e. of MAE ${fixed(errors.mae)}, RMSE ${fixed(errors.rmse)}`}`;
}

function nextWeekLines({ origins, learned, models }: NextWeek): readonly string[] {
  return [
    '',
    `Next 7 days, ${origins} origins (learned from own weeks on ${learned} of them)`,
    figuresHead(['prec@20']),
    ...Object.entries(models).map(([name, figures]) =>
      figuresLine(name, figures, [figures.precision20]),
    ),
  ];
}

function slippingLines(slipping: Slipping): readonly string[] {
  const { silences, people, corrected, scaled, models } = slipping;
  return [
    '',
    `Slipping: ${silences} silences of ${people} people (order corrected on ${corrected} days, chance scaled on ${scaled})`,
    figuresHead([]),
    ...Object.entries(models).map(([name, figures]) => figuresLine(name, figures, [])),
    ...Object.entries(models)
      .filter(([name]) => name === 'engine' || name === 'engine, unscaled')
      .map(([name, { deciles }]) => `  ${name}, said > seen / cases: ${decilesText(deciles)}`),
  ];
}

function riseLines({ origins, models }: Rises): readonly string[] {
  return [
    '',
    `Coming more, ${origins} origins: share of the rise that is left eight weeks later`,
    ...Object.entries(models).map(
      ([name, { flagged, left, error }]) =>
        `  ${name.padEnd(26)}${fixed(left).padStart(8)}${errorOf(error)} of ${flagged} flagged`,
    ),
  ];
}

function figuresHead(others: readonly string[]): string {
  const names = ['AUC', 'Brier', 'logloss', ...others];
  return `  ${'model'.padEnd(26)}${names.map((name) => name.padStart(8)).join('')}`;
}

function figuresLine(name: string, figures: SaidChances, others: readonly number[]): string {
  const { auc, brier, logLoss, errors } = figures;
  const values = [auc, brier, logLoss, ...others].map((value) => fixed(value, 4).padStart(8));
  return `  ${name.padEnd(26)}${values.join('')}${errors === undefined ? '' : errorsText(errors)}`;
}

function errorsText({ auc, brier, logLoss }: Figures): string {
  return `   s.e. ${fixed(auc, 4)} ${fixed(brier, 4)} ${fixed(logLoss, 4)}`;
}

function decilesText(deciles: SaidChances['deciles']): string {
  return deciles
    .map(({ said, seen, cases }) => `${fixed(said, 2)} > ${fixed(seen, 2)} / ${cases}`)
    .join(', ');
}

function errorOf(error: number | null): string {
  return error === null ? '' : ` ± ${fixed(error)}`;
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
