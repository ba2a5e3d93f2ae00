// Did it help? Of the cards and offers whose time has run out, how many brought somebody back, beside similar people who got none in the same
// weeks. Must never count a window that is still open, nor anybody on both sides.

import { deviationsToTenths } from '#lib/statistics.ts';
import { trialsOf, type Comparison, type EffectSource, type Trial } from './observations.ts';
import type { ReasonGroup } from './reason-groups.ts';
import {
  sureOf,
  upliftBelief,
  upliftBeliefs,
  upliftPrior,
  type ArmCounts,
  type UpliftBelief,
} from './uplift.ts';

/** What cards and offers did, in counts and in a belief. Uplift figures are shares of one: .05 is five people more in a hundred. */
export interface GestureEffect extends ArmCounts {
  /** Cards and offers handed over whose window has closed. */
  readonly given: number;
  /** Of those, people who bought again within the window that was fixed when it was given. */
  readonly cameBack: number;
  /** Similar people of the same weeks who got none. */
  readonly compared: number;
  readonly comparedBack: number;
  /** Of those compared, the ones who were left out by lot: the honest part of the comparison. */
  readonly drawn: number;
  readonly drawnBack: number;
  /** Posterior mean, and the range that holds eight chances in ten. */
  readonly uplift: number;
  readonly low: number;
  readonly high: number;
  /** How probable it is that it helps at all, 0–1. */
  readonly sure: number;
  /** Whether there is enough to say anything: at least thirty given, and somebody to compare with. */
  readonly isShown: boolean;
}

export interface GestureEffects {
  readonly all: GestureEffect;
  /** Only stories that something was given for. Each leans on all others as far as it has few counts of its own. */
  readonly byReason: ReadonlyMap<ReasonGroup, GestureEffect>;
  /** The mean uplift believed of a story that nothing was given for yet. */
  readonly untried: number;
}

/** From so many given something is said of the effect. */
export const shownFrom = 30;

/** The effects of all that was given until `today`. */
export function gestureEffects(source: EffectSource): GestureEffects {
  const { trials, comparisons } = trialsOf(source);
  const groups = [...new Set(trials.map((trial) => trial.group))].toSorted();
  const counts = groups.map((group) =>
    countsOf(
      trials.filter((trial) => trial.group === group),
      comparisons,
    ),
  );
  const beliefs = upliftBeliefs([...counts, noCounts]);
  const all = countsOf(trials, comparisons);
  return {
    all: effectOf(all, upliftBelief(all)),
    byReason: new Map(
      groups.flatMap((group, index) => {
        const [counted, belief] = [counts[index], beliefs[index]];
        return counted && belief ? [[group, effectOf(counted, belief)] as const] : [];
      }),
    ),
    untried: (beliefs.at(-1) ?? upliftPrior).mean,
  };
}

const noCounts: ArmCounts = { given: 0, cameBack: 0, compared: 0, comparedBack: 0 };

type Counts = Pick<
  GestureEffect,
  'given' | 'cameBack' | 'compared' | 'comparedBack' | 'drawn' | 'drawnBack'
>;

function countsOf(trials: readonly Trial[], comparisons: readonly Comparison[]): Counts {
  const tried = new Set(trials.map(alikeKey));
  const similar = comparisons.filter((each) => tried.has(alikeKey(each)));
  const drawn = similar.filter((each) => each.isDrawn);
  return {
    given: trials.length,
    cameBack: backIn(trials),
    compared: similar.length,
    comparedBack: backIn(similar),
    drawn: drawn.length,
    drawnBack: backIn(drawn),
  };
}

function alikeKey({ week, standing }: Pick<Trial, 'week' | 'standing'>): string {
  return `${week} ${standing}`;
}

function backIn(trials: readonly Pick<Trial, 'isBack'>[]): number {
  return trials.filter((trial) => trial.isBack).length;
}

function effectOf(counts: Counts, belief: UpliftBelief): GestureEffect {
  return {
    ...counts,
    uplift: belief.mean,
    low: belief.mean - deviationsToTenths * belief.deviation,
    high: belief.mean + deviationsToTenths * belief.deviation,
    sure: sureOf(belief),
    isShown: counts.given >= shownFrom && counts.compared > 0,
  };
}
