// Did it help? Of the cards and offers whose window has closed, how many people came back, compared
// with similar people of the same weeks who got none. Must never count an open window, nor anybody
// on both sides.

import { minGivenToJudge } from '#domain/week/insights.ts';
import { normalQuantile90 } from '#lib/statistics.ts';
import {
  observationsOf,
  type Comparison,
  type ObservationSource,
  type Treated,
} from './observations.ts';
import type { ReasonGroup } from './reason-groups.ts';
import { isHoldOutEligible } from '#engine/suggestions/hold-out.ts';
import {
  probabilityPositive,
  scepticalPrior,
  upliftPosterior,
  upliftPosteriors,
  upliftPrior,
  type ArmCounts,
  type UpliftPosterior,
} from './uplift.ts';

/**
 * What cards and offers did, in counts and as a posterior. An uplift of .05 is five people more in
 * a hundred.
 */
export interface GestureEffect extends ArmCounts {
  /** Cards and offers handed over whose window has closed. */
  readonly given: number;
  /** Of those, people who bought again within the window fixed at the hand-over. */
  readonly cameBack: number;
  /** Similar people of the same weeks who got none. */
  readonly compared: number;
  readonly comparedBack: number;
  /** Of those compared, the held-out ones: the randomised part of the comparison. */
  readonly heldOut: number;
  readonly heldOutBack: number;
  /** Posterior mean, and its 10–90 % range. */
  readonly uplift: number;
  readonly low: number;
  readonly high: number;
  /** The probability that it helps at all, 0–1, by those left out at random; null with too few. */
  readonly probability: number | null;
  /** At least thirty given, and somebody to compare with. */
  readonly hasEnoughData: boolean;
}

export interface GestureEffects {
  readonly all: GestureEffect;
  /** Only groups that something was given for; those with few counts lean on all others. */
  readonly byReason: ReadonlyMap<ReasonGroup, GestureEffect>;
  /** The expected uplift of a group that nothing was given for yet. */
  readonly untried: number;
}

/** Fewer left out at random say nothing: twenty of thirty and twelve of twenty are still alike. */
const minHeldOut = 20;

/** The effects of all that was given until `today`. */
export function gestureEffectsOf(source: ObservationSource): GestureEffects {
  const { treated, comparisons } = observationsOf(source);
  const groups = [...new Set(treated.map((observation) => observation.group))].toSorted();
  const counts = groups.map((group) =>
    countsOf(
      treated.filter((observation) => observation.group === group),
      comparisons,
    ),
  );
  const posteriors = upliftPosteriors([...counts, noCounts]);
  const all = countsOf(treated, comparisons);
  return {
    all: effectOf(all, upliftPosterior(all), randomisedCountsOf(treated, comparisons)),
    byReason: new Map(
      groups.flatMap((group, index) => {
        const [counted, posterior] = [counts[index], posteriors[index]];
        const randomised = randomisedCountsOf(
          treated.filter((observation) => observation.group === group),
          comparisons,
        );
        return counted && posterior
          ? [[group, effectOf(counted, posterior, randomised)] as const]
          : [];
      }),
    ),
    untried: (posteriors.at(-1) ?? upliftPrior).mean,
  };
}

const noCounts: ArmCounts = { given: 0, cameBack: 0, compared: 0, comparedBack: 0 };

type Counts = Pick<
  GestureEffect,
  'given' | 'cameBack' | 'compared' | 'comparedBack' | 'heldOut' | 'heldOutBack'
>;

function countsOf(treated: readonly Treated[], comparisons: readonly Comparison[]): Counts {
  const strata = new Set(treated.map(stratumKey));
  const similar = comparisons.filter((each) => strata.has(stratumKey(each)));
  const heldOut = similar.filter((each) => each.isHeldOut);
  return {
    given: treated.length,
    cameBack: returnedIn(treated),
    compared: similar.length,
    comparedBack: returnedIn(similar),
    heldOut: heldOut.length,
    heldOutBack: returnedIn(heldOut),
  };
}

function stratumKey({
  week,
  stratum,
  beginning,
}: Pick<Treated, 'week' | 'stratum' | 'beginning'>): string {
  return `${week} ${stratum} ${beginning}`;
}

function returnedIn(treated: readonly Pick<Treated, 'isBack'>[]): number {
  return treated.filter((observation) => observation.isBack).length;
}

/**
 * The randomised part alone. Of the weeks in which somebody was left out at random, and of people
 * who came in that week: both sides begin at that visit, by which they differ in nothing but the
 * gift. Who was late is left out, for a letter may go to them before they come.
 */
function randomisedCountsOf(
  treated: readonly Treated[],
  comparisons: readonly Comparison[],
): ArmCounts {
  const heldOut = comparisons.filter((each) => each.isHeldOut && isAlike(each));
  const weeks = new Set(comparisons.flatMap((each) => (each.isHeldOut ? [each.week] : [])));
  const given = treated.filter(
    (each) => weeks.has(each.week) && isRandomised(each) && isAlike(each),
  );
  return {
    given: given.length,
    cameBack: returnedIn(given),
    compared: heldOut.length,
    comparedBack: returnedIn(heldOut),
  };
}

function isAlike({ stratum, beginning }: Pick<Treated, 'stratum' | 'beginning'>): boolean {
  return stratum !== 'late' && beginning === 'visit';
}

function isRandomised({ group }: Treated): boolean {
  return group !== 'feedback' && group !== 'own-idea' && isHoldOutEligible('open', group);
}

function effectOf(
  counts: Counts,
  posterior: UpliftPosterior,
  randomised: ArmCounts,
): GestureEffect {
  return {
    ...counts,
    uplift: posterior.mean,
    low: posterior.mean - normalQuantile90 * posterior.deviation,
    high: posterior.mean + normalQuantile90 * posterior.deviation,
    probability:
      randomised.given < minHeldOut || randomised.compared < minHeldOut
        ? null
        : probabilityPositive(upliftPosterior(randomised, scepticalPrior)),
    hasEnoughData: counts.given >= minGivenToJudge && counts.compared > 0,
  };
}
