// Learns from a shop's own log how its tiles are best put in order: fits the correction on past visits, then lives the latest weeks again with
// each list and believes in the one that would have shown the most visitors. Runs in the worker once a day; the Counter never loads it.
// The work is bounded: some hundred visits, and a short list of people at each, however large the shop.

import { sumOf } from '#lib/statistics.ts';
import { highestPlaces } from '#engine/math/top-k.ts';
import { arrivalLists, type ArrivalBeliefs, type ArrivalList } from './ranker.ts';
import type { ArrivalTimes } from './visit-times.ts';
import { featureCount, writeFeatures } from './features.ts';
import { DayHours } from './daily-visit-hours.ts';
import { liftOf, reordered, type ArrivalsRidge } from './correction.ts';
import { simpleScore } from './rank.ts';
import { relive, type PastVisit } from './replay.ts';
import { fewestChoices, fitRidge, mostChoices, type PastChoice } from './conditional-logit.ts';
import { pastSampleOf } from './training-sample.ts';
import { plainScores, type Moment, type Standing } from './state.ts';

/** On so many of the latest visits the lists are tried (a standard error of .025); with fewer than 30 nothing was tried. */
const mostTried = 400;
const fewestTried = 30;
/** People among whom the likeliest at a minute are looked for, chosen by how often, this weekday and how due: the hour moves nobody further. */
const shortList = 1000;
/** A place near the twelfth counts by degrees, from wholly on the eighth to not at all on the sixteenth: the same share as on twelve tiles, seen
 * with less chance in it. */
const [surePlace, lostPlace] = [8, 16];
const tiles = 12;
/** One-sided 99 % of the normal distribution: it is asked anew every day, and one day in twenty would be wrong at 95 %. */
const surely = 2.33;
/** The shop's habits of the past are looked at once in four weeks: they change slowly, and looking costs a pass over every visit. */
const usualDays = 28;

/** One past visit as the lists would have shown it. Ranks begin at 0. */
interface Tried {
  /** Nothing when somebody came whom no order would have shown. */
  readonly choice: readonly PastChoice[];
  readonly ranks: Readonly<Record<Exclude<ArrivalList, 'learned'>, number>>;
}

/** What the comings of `everybody` up to day number `day` teach, in any order of people but for rounding. */
export function learnArrivals(everybody: readonly ArrivalTimes[], day: number): ArrivalBeliefs {
  const sample = pastSampleOf(everybody, day, { earlier: mostChoices, recent: mostTried });
  const orderOf = formulaOrders();
  const earlier: PastChoice[] = [];
  relive(everybody, sample.earlier, {
    usualDays,
    onVisit: (visit) => earlier.push(...choiceAmong(visit, orderOf(visit))),
  });
  const tried: Tried[] = [];
  const simpleRanks = ranksBySimpleLists();
  relive(everybody, sample.recent, {
    usualDays,
    onVisit: (visit) => tried.push(triedAt(visit, orderOf(visit), simpleRanks)),
  });
  const recent = tried.flatMap(({ choice }) => choice);
  const ridge = earlier.length + recent.length < fewestChoices ? null : fitRidge(earlier);
  const found = foundBy(tried, ridge);
  const list = bestList(found, {
    tried: tried.length,
    isCorrected: ridge !== null && surelyHelps(tried, ridge),
  });
  return {
    list,
    ridge: ridge !== null && list === 'learned' ? fitRidge([...earlier, ...recent], ridge) : null,
    tried: tried.length,
    found,
  };
}

interface Trial {
  readonly tried: number;
  readonly isCorrected: boolean;
}

/** The formula, corrected where that surely helps, unless a plain list would have shown more visitors. */
function bestList(found: ArrivalBeliefs['found'], { tried, isCorrected }: Trial): ArrivalList {
  if (tried < fewestTried) return 'formula';
  const scored = isCorrected && found.learned >= found.formula ? 'learned' : 'formula';
  const simple = (['frecency', 'most-frequent', 'most-recent'] as const).reduce((best, list) =>
    found[list] > found[best] ? list : best,
  );
  return found[simple] > found[scored] ? simple : scored;
}

/** Whether who came stood further up by the correction than by the formula, so that it is hardly chance. */
function surelyHelps(tried: readonly Tried[], ridge: ArrivalsRidge): boolean {
  const gains = tried.map(
    (visit) => worth(rankIn(visit, 'learned', ridge)) - worth(rankIn(visit, 'formula', ridge)),
  );
  const mean = sumOf(gains) / gains.length;
  const variance = sumOf(gains.map((gain) => (gain - mean) ** 2)) / gains.length;
  return mean > surely * Math.sqrt(variance / gains.length);
}

/** What a place is worth: more on the tiles, less and less behind them. Chances alone would praise a correction that changes no order. */
function worth(rank: number): number {
  return 1 / (tiles + rank);
}

function foundBy(tried: readonly Tried[], ridge: ArrivalsRidge | null): ArrivalBeliefs['found'] {
  const shareOf = (list: ArrivalList): number =>
    sumOf(tried.map((visit) => shown(rankIn(visit, list, ridge)))) / Math.max(1, tried.length);
  const [learned, formula, frequent, recent, frecency] = arrivalLists.map(shareOf);
  return {
    learned: learned ?? 0,
    formula: formula ?? 0,
    'most-frequent': frequent ?? 0,
    'most-recent': recent ?? 0,
    frecency: frecency ?? 0,
  };
}

function rankIn(
  { choice: [choice], ranks }: Tried,
  list: ArrivalList,
  ridge: ArrivalsRidge | null,
): number {
  if (list !== 'learned') return ranks[list];
  if (ridge === null || choice === undefined) return ranks.formula;
  const { features, people, came } = choice;
  const scores = Float64Array.from({ length: people }, (_, person) => {
    const offset = person * featureCount;
    return (features[offset] ?? 0) + liftOf(ridge, features, offset);
  });
  return rankOf(scores, came);
}

function shown(rank: number): number {
  return Math.min(1, Math.max(0, (lostPlace - 0.5 - rank) / (lostPlace - surePlace)));
}

function triedAt(
  visit: PastVisit,
  order: readonly number[],
  simpleRanks: (visit: PastVisit) => Record<SimpleList, number>,
): Tried {
  const rank = order.indexOf(visit.came);
  return {
    choice: choiceAmong(visit, order),
    ranks: { formula: rank < 0 ? reordered : rank, ...simpleRanks(visit) },
  };
}

type SimpleList = 'most-frequent' | 'most-recent' | 'frecency';

/** Gives the rank of who came by each plain list. Of one day only who has come since the last look is looked at again. */
function ranksBySimpleLists(): (visit: PastVisit) => Record<SimpleList, number> {
  let day: number | undefined;
  let counts: number[] = [];
  const scores: Record<SimpleList, number[]> = {
    'most-frequent': [],
    'most-recent': [],
    frecency: [],
  };
  return ({ standings, moment, came }) => {
    if (day !== moment.day) {
      counts = [];
      for (const list of ['most-frequent', 'most-recent', 'frecency'] as const) scores[list] = [];
    }
    day = moment.day;
    for (let place = 0; place < standings.length; place += 1) {
      const standing = standings[place];
      if (standing === undefined || counts[place] === standing.count) continue;
      counts[place] = standing.count;
      scores['most-frequent'][place] = simpleScore(standing, 'most-frequent');
      scores['most-recent'][place] = simpleScore(standing, 'most-recent');
      scores.frecency[place] = simpleScore(standing, 'frecency');
    }
    return {
      'most-frequent': rankOf(scores['most-frequent'], came),
      'most-recent': rankOf(scores['most-recent'], came),
      frecency: rankOf(scores.frecency, came),
    };
  };
}

/** Gives the places of the likeliest people by the formula, the likeliest first. The short list is made once a day. */
function formulaOrders(): (visit: PastVisit) => readonly number[] {
  let made: { readonly day: number; readonly places: readonly number[] } | undefined;
  const hours = new DayHours();
  const weightAt = hours.weightAt.bind(hours);
  return ({ standings, moment }) => {
    if (made?.day !== moment.day) {
      made = { day: moment.day, places: shortListOf(standings, moment) };
      hours.begin(standingAt(made.places, standings));
    } else if (standings.length <= shortList) made = { ...made, places: everyPlace(standings) };
    const { places } = made;
    const scores = plainScores(standingAt(places, standings), moment, weightAt);
    return highestPlaces(scores, reordered).map((place) => places[place] ?? place);
  };
}

function standingAt(
  places: readonly number[],
  standings: readonly Standing[],
): readonly Standing[] {
  const found: Standing[] = [];
  for (const place of places) {
    const standing = standings[place];
    if (standing !== undefined) found.push(standing);
  }
  return found;
}

function everyPlace(standings: readonly Standing[]): readonly number[] {
  return standings.map((_, place) => place);
}

function shortListOf(standings: readonly Standing[], moment: Moment): readonly number[] {
  if (standings.length <= shortList) return everyPlace(standings);
  const anyHour = { ...moment, usual: { ...moment.usual, hours: new Float64Array() } };
  return highestPlaces(plainScores(standings, anyHour), shortList);
}

/** What the correction learns from one visit. */
function choiceAmong(
  { standings, moment, came }: PastVisit,
  order: readonly number[],
): readonly PastChoice[] {
  const place = order.indexOf(came);
  if (place < 0) return [];
  const features = new Float32Array(order.length * featureCount);
  order.forEach((person, index) => {
    const standing = standings[person];
    if (standing !== undefined) writeFeatures(features, index * featureCount, { standing, moment });
  });
  return [{ features, people: order.length, came: place }];
}

/** How many score higher; of equals half are taken to stand before. */
function rankOf(scores: ArrayLike<number>, came: number): number {
  const mine = scores[came] ?? 0;
  let higher = 0;
  let equal = -1;
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] ?? 0;
    if (score > mine) higher += 1;
    else if (score === mine) equal += 1;
  }
  return higher + Math.max(0, equal) / 2;
}
