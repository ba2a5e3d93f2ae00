// Lets a shop's own past decide what no theory can: how fast to forget and whether its tempo lasts. It stands on earlier days
// ("origins"), predicts from what was known then, and compares with what came. Nothing after `now` is ever looked at.

import { fadeCandidates, fadedPast, usualFadeWeeks } from './exponential-decay.ts';
import { mixtureOf, mostRepeatsIn, outlookOf, type MixtureParams } from './mixture.ts';
import { countUntil, pastsAt, thinned, type Comings, type Pasts } from './recency-frequency.ts';
import { lastingShare, surprise, tempoOf, tempoWeeks } from './drift.ts';

/** What the looks back taught. */
export interface Learned {
  readonly fadeWeeks: number;
  readonly tempo: number;
}

interface LearnOptions {
  readonly now: number;
  /** How far the model shall look ahead. */
  readonly weeks: number;
  readonly params: MixtureParams;
  readonly fit: (pasts: Pasts, start: MixtureParams) => MixtureParams;
}

/** One look back: the fit of that day, and by the way of forgetting ln of the root mean squared error and the surprise that followed. */
interface Look {
  readonly origin: number;
  readonly params: MixtureParams;
  readonly logErrors: readonly number[];
  readonly after: readonly number[];
}

/** The first quarter of a year teaches a model nothing that lasts; looks every four weeks, at most nine of them. */
const firstOriginWeeks = 12;
const mostLooks = 9;
/** More people or visits than these teach no more about a whole shop and only take time. */
const mostPeople = 2000;
const mostVisits = 20_000;
/** Another way of forgetting must be better by so many standard errors over the looks, for these overlap. */
const clearly = 2;

/** How fast to forget and which tempo to believe, from the shop's past up to `now`. */
export function learnFromOrigins(everybody: Comings, options: LearnOptions): Learned {
  const comings = thinned(everybody, { people: mostPeople, visits: mostVisits });
  const looks = originsOf(comings, options.now).map((origin) => lookFrom(comings, origin, options));
  const place = bestFade(looks);
  const fadeWeeks = fadeCandidates[place] ?? usualFadeWeeks;
  const pairs = looks.map(({ origin, params, after }) => ({
    before: surpriseBefore(comings, origin, { params, fadeWeeks }),
    after: after[place] ?? 0,
  }));
  const lately = surpriseBefore(comings, options.now, { params: options.params, fadeWeeks });
  return { fadeWeeks, tempo: tempoOf(lately, lastingShare(pairs)) };
}

/** The days to stand on: latest first. */
function originsOf(comings: Comings, now: number): readonly number[] {
  const first = comings.reduce((least, times) => Math.min(least, times[0] ?? least), now);
  const step = Math.max(tempoWeeks, (now - first) / mostLooks);
  const origins: number[] = [];
  for (let origin = now - step; origin >= first + firstOriginWeeks; origin -= step)
    origins.push(origin);
  return origins;
}

function lookFrom(
  comings: Comings,
  origin: number,
  { now, weeks, params, fit }: LearnOptions,
): Look {
  const then = fit(pastsAt(comings, origin), params);
  const found = fadeCandidates.map((fadeWeeks) =>
    comparison(comings, origin, {
      params: then,
      fadeWeeks,
      weeks: Math.min(weeks, now - origin),
    }),
  );
  return {
    origin,
    params: then,
    // A ten-thousandth of a visit keeps a quiet stretch without any error a number.
    logErrors: found.map(
      ({ squares, people }) => Math.log(squares / Math.max(1, people) + 1e-8) / 2,
    ),
    after: found.map(({ seen, expected }) => surprise(seen, expected)),
  };
}

function bestFade(looks: readonly Look[]): number {
  const usual = fadeCandidates.indexOf(usualFadeWeeks);
  let best = usual;
  let least = 0;
  fadeCandidates.forEach((_, place) => {
    const gains = looks.map((look) => (look.logErrors[place] ?? 0) - (look.logErrors[usual] ?? 0));
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length);
    const spread = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
    const error = Math.sqrt(spread / Math.max(1, gains.length * (gains.length - 1)));
    if (gains.length >= 4 && mean < -clearly * error && mean < least) {
      best = place;
      least = mean;
    }
  });
  return best;
}

interface Beliefs {
  readonly params: MixtureParams;
  readonly fadeWeeks: number;
}

/** How the last weeks before `now` surprised somebody who stood at their beginning. */
function surpriseBefore(comings: Comings, now: number, beliefs: Beliefs): number {
  const { seen, expected } = comparison(comings, now - tempoWeeks, {
    ...beliefs,
    weeks: tempoWeeks,
  });
  return surprise(seen, expected);
}

function comparison(
  comings: Comings,
  origin: number,
  { params, fadeWeeks, weeks }: Beliefs & { readonly weeks: number },
): {
  readonly seen: number;
  readonly expected: number;
  readonly squares: number;
  readonly people: number;
} {
  const pasts = pastsAt(comings, origin);
  const mixture = mixtureOf(params, mostRepeatsIn(pasts));
  let seen = 0;
  let expected = 0;
  let squares = 0;
  for (let index = 0; index < pasts.size; index += 1) {
    const times = comings[pasts.who[index] ?? 0] ?? new Float64Array();
    const came = countUntil(times, origin + weeks) - countUntil(times, origin);
    const ahead = fadedPast(times, { now: origin, fadeWeeks, weeks });
    const outlook = outlookOf(mixture, pasts, { index, ahead });
    seen += came;
    expected += outlook.expected;
    squares += (outlook.expected - came) ** 2;
  }
  return { seen, expected, squares, people: pasts.size };
}
