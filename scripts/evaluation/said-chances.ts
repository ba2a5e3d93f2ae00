// How well said chances hold: whether they rank (AUC), whether they are near (Brier 1950, log
// loss), and whether what was said of many people came true of as many.
import { areaUnderCurve } from '#engine/math/area-under-curve.ts';
import { mean } from './accuracy.ts';
import { deviationOf, drawnFigures } from './bootstrap.ts';

/** One said chance, whose it was, and whether it came true. */
export interface SaidChance {
  readonly who: number;
  readonly said: number;
  readonly cameTrue: boolean;
}

export interface Figures {
  /** Ties count half. */
  readonly auc: number;
  readonly brier: number;
  readonly logLoss: number;
}

export interface SaidChances extends Figures {
  /** By tenths of what was said, from 0–.1 on; empty ones left out. */
  readonly deciles: readonly Decile[];
  /** Standard errors by customer, when they were asked for. */
  readonly errors?: Figures;
}

export interface Decile {
  readonly cases: number;
  readonly said: number;
  readonly seen: number;
}

/** The figures of these chances, with standard errors from `times` draws of customers. */
export function saidChancesOf(chances: readonly SaidChance[], times: number): SaidChances {
  const owners = chances.map(({ who }) => who);
  const figures = { ...figuresOf(chances), deciles: decilesOf(chances) };
  if (times === 0) return figures;
  const drawn = drawnFigures(owners, times, (rows) =>
    figuresOf(rows.flatMap((row) => chances[row] ?? [])),
  );
  const errors = {
    auc: deviationOf(drawn.map(({ auc }) => auc)),
    brier: deviationOf(drawn.map(({ brier }) => brier)),
    logLoss: deviationOf(drawn.map(({ logLoss }) => logLoss)),
  };
  return { ...figures, errors };
}

function figuresOf(chances: readonly SaidChance[]): Figures {
  return {
    auc: areaUnderCurve(
      chances.map(({ said }) => said),
      chances.map(({ cameTrue }) => cameTrue),
    ),
    brier: mean(chances.map(({ said, cameTrue }) => (said - (cameTrue ? 1 : 0)) ** 2)),
    logLoss: mean(
      chances.map(({ said, cameTrue }) => -Math.log(Math.max(1e-6, cameTrue ? said : 1 - said))),
    ),
  };
}

function decilesOf(chances: readonly SaidChance[]): readonly Decile[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const cases = chances.filter(({ said }) => Math.min(9, Math.floor(10 * said)) === tenth);
    return {
      cases: cases.length,
      said: mean(cases.map(({ said }) => said)),
      seen: mean(cases.map(({ cameTrue }) => (cameTrue ? 1 : 0))),
    };
  }).filter(({ cases }) => cases > 0);
}
