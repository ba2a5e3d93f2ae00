// Lives the later half of a log visit by visit and asks each time: was the person who came on the first 6, 12 or 24 tiles? Everything is
// updated as visits come; the correction is learned once, from the earlier visits.
import {
  featureCount,
  usualAt,
  writeFeatures,
  type Moment,
  type Stamps,
  type Usual,
} from '../../src/engine/models/arrivals-features.ts';
import {
  correctedArrival,
  fewestChoices,
  learnArrivals,
  reordered,
  type ArrivalsRidge,
  type PastChoice,
} from '../../src/engine/models/arrivals-ridge.ts';
import { calmTiles } from './calm-tiles.ts';
import { highest } from './accuracy.ts';
import type { VisitLog } from './visit-log.ts';

export const tileCounts: readonly number[] = [6, 12, 24];

export type Ranking =
  | 'most frequent'
  | 'most recent'
  | '30-day frecency'
  | 'plain'
  | 'corrected'
  | 'corrected, calm';

export interface Replay {
  /** Only people with so many earlier visits are candidates. */
  readonly least: number;
  readonly visits: number;
  readonly meanCandidates: number;
  readonly isCorrected: boolean;
  /** Share of visits found on the first tiles, by ranking, in the order of `tileCounts`. */
  readonly hits: Readonly<Record<string, readonly number[]>>;
}

interface Visit {
  readonly stamp: number;
  readonly who: number;
}

interface Candidates {
  readonly people: readonly number[];
  readonly features: Float32Array;
  readonly came: number;
}

const mergedMinutes = 60;
const trainFrom = 0.2;
const testFrom = 0.5;

/** The replay with candidates of at least `least` earlier visits. */
export function replayOf(log: VisitLog, least: number): Replay {
  const stamps: Stamps = log.customers.map(({ visits }) =>
    mergedStamps(visits.map(({ stamp }) => stamp)),
  );
  const visits = visitsOf(stamps);
  const counts = new Int32Array(stamps.length);
  const choices: PastChoice[] = [];
  const tally = tallyOf();
  let usual: Usual | undefined;
  let usualDay = -1;
  let ridge: ArrivalsRidge | null | undefined;
  visits.forEach(({ stamp, who }, index) => {
    const day = Math.floor(stamp / 1440);
    if (usual === undefined || day !== usualDay)
      usual = usualAt(stamps, { stamp, counts, timed: log.isTimed });
    usualDay = day;
    const moment = { stamp, counts, usual };
    if (index >= trainFrom * visits.length && (counts[who] ?? 0) >= least) {
      const candidates = candidatesAt(stamps, moment, { who, least });
      if (index < testFrom * visits.length) {
        const choice = choiceOf(candidates);
        if (choice !== undefined) choices.push(choice);
      } else {
        ridge ??= ridge === undefined ? learnArrivals(choices) : null;
        tally.add(candidates, { stamps, moment, ridge });
      }
    }
    counts[who] = (counts[who] ?? 0) + 1;
  });
  return {
    least,
    isCorrected: choices.length >= fewestChoices && ridge !== null && ridge !== undefined,
    ...tally.result(),
  };
}

function mergedStamps(all: readonly number[]): Int32Array {
  let previous = Number.NEGATIVE_INFINITY;
  const kept = all.filter((stamp) => {
    const isNew = stamp - previous >= mergedMinutes;
    previous = stamp;
    return isNew;
  });
  return Int32Array.from(kept);
}

function visitsOf(stamps: Stamps): readonly Visit[] {
  return stamps
    .flatMap((times, who) => Array.from(times, (stamp) => ({ stamp, who })))
    .toSorted((a, b) => a.stamp - b.stamp || a.who - b.who);
}

function candidatesAt(
  stamps: Stamps,
  moment: Moment,
  { who, least }: { readonly who: number; readonly least: number },
): Candidates {
  const people: number[] = [];
  moment.counts.forEach((count, person) => {
    if (count >= least) people.push(person);
  });
  const features = new Float32Array(people.length * featureCount);
  people.forEach((person, place) => {
    const times = stamps[person] ?? new Int32Array();
    writeFeatures(features, place * featureCount, { times, who: person, moment });
  });
  return { people, features, came: people.indexOf(who) };
}

/**
 * What the correction learns from: the likeliest people by the plain score, and who came. None when somebody further down came: nobody
 * there is put in a new order, and counting them in would teach that the unlikely come.
 */
function choiceOf({ people, features, came }: Candidates): PastChoice | undefined {
  const likeliest = highest(
    people.map((_, place) => features[place * featureCount] ?? 0),
    reordered,
  );
  if (!likeliest.includes(came)) return undefined;
  const kept = new Float32Array(likeliest.length * featureCount);
  likeliest.forEach((place, index) =>
    kept.set(
      features.subarray(place * featureCount, (place + 1) * featureCount),
      index * featureCount,
    ),
  );
  return { features: kept, people: likeliest.length, came: likeliest.indexOf(came) };
}

interface Known {
  readonly stamps: Stamps;
  readonly moment: Moment;
  readonly ridge: ArrivalsRidge | null;
}

interface Tally {
  readonly add: (candidates: Candidates, known: Known) => void;
  readonly result: () => Pick<Replay, 'visits' | 'meanCandidates' | 'hits'>;
}

function tallyOf(): Tally {
  const hits = new Map<Ranking, number[]>();
  const calm = tileCounts.map((count) => calmTiles(count));
  let visits = 0;
  let candidatesSeen = 0;
  function count(ranking: Ranking, found: readonly boolean[]): void {
    const sums = hits.get(ranking) ?? tileCounts.map(() => 0);
    hits.set(
      ranking,
      sums.map((sum, place) => sum + (found[place] === true ? 1 : 0)),
    );
  }
  return {
    add: (candidates, known) => {
      visits += 1;
      candidatesSeen += candidates.people.length;
      for (const [ranking, scores] of rankingsOf(candidates, known)) {
        const rank = rankOf(scores, candidates.came);
        count(
          ranking,
          tileCounts.map((tiles) => rank < tiles),
        );
      }
      const order = calmOrder(candidates, known.ridge);
      const who = candidates.people[candidates.came] ?? -1;
      count(
        'corrected, calm',
        calm.map((tiles) => tiles.shown(order, known.moment.stamp).includes(who)),
      );
    },
    result: () => ({
      visits,
      meanCandidates: candidatesSeen / Math.max(1, visits),
      hits: Object.fromEntries(
        [...hits].map(([ranking, sums]) => [ranking, sums.map((sum) => sum / visits)]),
      ),
    }),
  };
}

function rankingsOf(
  { people, features }: Candidates,
  { stamps, moment, ridge }: Known,
): readonly (readonly [Ranking, readonly number[]])[] {
  const { counts, stamp } = moment;
  const plain = people.map((_, place) => features[place * featureCount] ?? 0);
  return [
    ['most frequent', people.map((person) => counts[person] ?? 0)],
    ['most recent', people.map((person) => stamps[person]?.[(counts[person] ?? 1) - 1] ?? 0)],
    [
      '30-day frecency',
      people.map((person) =>
        frecency(stamps[person] ?? new Int32Array(), counts[person] ?? 0, stamp),
      ),
    ],
    ['plain', plain],
    ['corrected', correctedScores(plain, features, ridge)],
  ];
}

/** Only the likeliest by the plain score are put in a new order; the others stay behind them. */
function correctedScores(
  plain: readonly number[],
  features: Float32Array,
  ridge: ArrivalsRidge | null,
): readonly number[] {
  if (ridge === null) return plain;
  const scores = plain.map((score) => score - 1000);
  for (const place of highest(plain, reordered))
    scores[place] = correctedArrival(ridge, features, place * featureCount);
  return scores;
}

function calmOrder(
  { people, features }: Candidates,
  ridge: ArrivalsRidge | null,
): readonly number[] {
  const plain = people.map((_, place) => features[place * featureCount] ?? 0);
  const most = Math.max(...tileCounts);
  return highest(correctedScores(plain, features, ridge), most).map((place) => people[place] ?? 0);
}

function frecency(times: Int32Array, count: number, stamp: number): number {
  let sum = 0;
  for (let visit = 0; visit < count; visit += 1)
    sum += Math.exp(-(stamp - (times[visit] ?? 0)) / 1440 / 30);
  return sum;
}

/** How many score strictly higher; of equals half are taken to stand before. */
function rankOf(scores: readonly number[], came: number): number {
  const mine = scores[came] ?? 0;
  let higher = 0;
  let equal = -1;
  for (const score of scores) {
    if (score > mine) higher += 1;
    else if (score === mine) equal += 1;
  }
  return higher + Math.max(0, equal) / 2;
}
