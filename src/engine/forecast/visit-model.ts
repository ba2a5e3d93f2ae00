// One shop's beliefs about how people come, fitted to its own past, with as much model as the past can carry: a new shop gets
// the prior and one regularity, an old one the mixture that forgets. Everything that the screens ask of the future is asked here.

import { brokenFadeWeeks, isBroken } from './change-point.ts';
import { fadedPast, usualFadeWeeks } from './exponential-decay.ts';
import { fitMixture, shopPrior } from './fit-mixture.ts';
import { learnFromOrigins } from './rolling-origin.ts';
import {
  mixtureOf,
  mostRepeatsIn,
  outlookOf,
  type MixtureParams,
  type Outlook,
} from './mixture.ts';
import { pastsAt, type Comings, type Pasts } from './recency-frequency.ts';

/** How much model the shop's past carries: weeks since the first visit of anybody, and people who came again or how often they did. */
export type Rung = 'beginning' | 'growing' | 'settled';

/** A shop's fitted beliefs. Plain values: it can be kept and sent to another thread. */
export interface ShopModel {
  readonly rung: Rung;
  readonly params: MixtureParams;
  /** Weeks in which a visit fades to a third; Infinity for none. */
  readonly fadeWeeks: number;
  /** True when the whole shop changed from one week to the next: forecasts say so, and forget faster. */
  readonly broken: boolean;
  /** Factor on the weeks ahead by the shop's tempo; 1 where it never lasted. */
  readonly tempo: number;
}

/** Everybody's outlook at one moment. Index i belongs to the person `pasts.who[i]`. */
export interface Outlooks {
  readonly pasts: Pasts;
  readonly outlooks: readonly Outlook[];
}

const settledWeeks = 26;
const growingWeeks = 8;
const growingPeople = 50;
/** Regularity is read from gaps: as many as fifty people with ten each say as much in a shop of twenty. */
const growingGaps = 500;
/** k = 1 keeps a tenth: see mixture.ts. */
const leastFirst = 0.1;

/** The rung for this past. */
export function rungOf(pasts: Pasts): Rung {
  const weeks = pasts.age.reduce((most, age) => Math.max(most, age), 0);
  const returning = pasts.repeats.reduce((count, repeats) => count + (repeats > 0 ? 1 : 0), 0);
  const gaps = pasts.repeats.reduce((sum, repeats) => sum + repeats, 0);
  const isTooLittle = returning < growingPeople && gaps < growingGaps;
  if (weeks < growingWeeks || isTooLittle) return 'beginning';
  return weeks < settledWeeks ? 'growing' : 'settled';
}

/** The regularities a rung can tell apart. */
export function regularitiesOf(rung: Rung): readonly number[] {
  switch (rung) {
    case 'beginning':
      return [1];
    case 'growing':
      return [1, 2];
    case 'settled':
      return [1, 2, 4];
  }
}

/** The parameters for one moment: the most likely ones under the shop prior. */
export function fitParams(pasts: Pasts, start?: MixtureParams): MixtureParams {
  return fitMixture(pasts, {
    departure: 'MBG',
    ks: regularitiesOf(rungOf(pasts)),
    prior: shopPrior,
    leastFirst,
    ...(start === undefined ? {} : { start }),
  }).params;
}

/** The shop's model at `now` (weeks), to look `weeks` ahead. `start` is an earlier fit and only saves time. */
export function fitShop(
  comings: Comings,
  {
    now,
    weeks,
    start,
  }: { readonly now: number; readonly weeks: number; readonly start?: MixtureParams },
): ShopModel {
  const pasts = pastsAt(comings, now);
  const rung = rungOf(pasts);
  const params = fitParams(pasts, start);
  if (rung !== 'settled')
    return { rung, params, fadeWeeks: Number.POSITIVE_INFINITY, broken: false, tempo: 1 };
  const learned = learnFromOrigins(comings, { now, weeks, params, fit: fitParams });
  const broken = isBroken(comings, now);
  // After a break the tempo read from the weeks around it means nothing.
  return broken
    ? { rung, params, broken, fadeWeeks: brokenFadeWeeks, tempo: 1 }
    : { rung, params, broken, ...learned };
}

/** A settled model with the usual forgetting, without looking back: for moments in between, or where speed counts. */
export function fitQuickly(
  comings: Comings,
  { now, start }: { readonly now: number; readonly start?: MixtureParams },
): ShopModel {
  const pasts = pastsAt(comings, now);
  const rung = rungOf(pasts);
  const fadeWeeks = rung === 'settled' ? usualFadeWeeks : Number.POSITIVE_INFINITY;
  return { rung, params: fitParams(pasts, start), fadeWeeks, broken: false, tempo: 1 };
}

/** What to expect of everybody in `weeks` from `now`. Tempo stretches the weeks, so that chances and ranges agree with the expectation. */
export function outlooksOf(
  model: ShopModel,
  comings: Comings,
  { now, weeks }: { readonly now: number; readonly weeks: number },
): Outlooks {
  const pasts = pastsAt(comings, now);
  const mixture = mixtureOf(model.params, mostRepeatsIn(pasts));
  const { fadeWeeks, tempo } = model;
  const outlooks = Array.from({ length: pasts.size }, (_, index) => {
    const times = comings[pasts.who[index] ?? 0] ?? new Float64Array();
    const ahead = fadedPast(times, { now, fadeWeeks, weeks: weeks * tempo });
    return outlookOf(mixture, pasts, { index, ahead });
  });
  return { pasts, outlooks };
}
