// Replays the later half of a log visit by visit and asks each time: was the person who came on the
// first 6, 12 or 24 tiles? It runs the app's code: the baseline is read daily, everybody's state
// follows each visit, and the ranker is selected anew as days go by.
import type { Ranker, RankingName } from '#engine/arrivals/ranker.ts';
import {
  arrivalTimesFrom,
  epochMinuteAt,
  type ArrivalTimes,
} from '#engine/arrivals/visit-times.ts';
import type { RankingContext, ArrivalState } from '#engine/arrivals/state.ts';
import { selectRanker } from '#engine/arrivals/select-ranker.ts';
import { rankingScores } from '#engine/arrivals/ranking-scores.ts';
import { topK } from '#engine/math/top-k.ts';
import { byTime, replayDays, type PastVisit, type ReplayVisit } from '#engine/arrivals/replay.ts';
import { calmTiles } from './calm-tiles.ts';
import type { VisitLog } from './visit-log.ts';

export const tileCounts: readonly number[] = [6, 12, 24];

export type Ranking =
  | 'most frequent'
  | 'most recent'
  | '30-day frecency'
  | 'plain'
  | 'corrected'
  | 'app'
  | 'app, calm';

export interface Replay {
  /** Only people with so many earlier visits are candidates. */
  readonly minVisits: number;
  readonly visits: number;
  readonly meanCandidates: number;
  /** For how many of the visits the app would have used each ranking. */
  readonly lists: Readonly<Partial<Record<RankingName, number>>>;
  /** Share of visits found on the first tiles, by ranking, in the order of `tileCounts`. */
  readonly hits: Readonly<Record<string, readonly number[]>>;
}

const testFrom = 0.5;
/** The app selects daily; every four weeks is enough to represent it, and not kinder to it. */
const refitDays = 28;
const minVisitCounts: readonly number[] = [1, 3];

/** The replays with candidates of at least one and at least three earlier visits. */
export function replaysOf(log: VisitLog): readonly Replay[] {
  const everybody = log.customers.map(({ visits }) => arrivalTimesFrom(visits));
  const visits = visitsOf(everybody);
  const tested = visits
    .slice(Math.floor(testFrom * visits.length))
    .filter(({ index }) => index > 0);
  const tallies = minVisitCounts.map((minVisits) => tallyOf(minVisits));
  let ranker: Ranker | undefined;
  let learnedOn = 0;
  replayDays(everybody, tested, {
    baselineDays: 1,
    onVisit: (visit) => {
      const { day } = visit.context;
      if (ranker === undefined || day - learnedOn >= refitDays) {
        ranker = selectRanker(everybody, day - 1);
        learnedOn = day;
      }
      for (const tally of tallies) tally.add(visit, ranker);
    },
  });
  return tallies.map((tally) => tally.result());
}

function visitsOf(everybody: readonly ArrivalTimes[]): readonly ReplayVisit[] {
  return everybody
    .flatMap((times, who) =>
      Array.from(times.days, (_, index) => ({
        who,
        index,
        epochMinute: epochMinuteAt(times, index),
      })),
    )
    .toSorted(byTime);
}

interface Tally {
  readonly add: (visit: PastVisit, ranker: Ranker) => void;
  readonly result: () => Replay;
}

function tallyOf(minVisits: number): Tally {
  const hits = new Map<Ranking, number[]>();
  const lists = new Map<RankingName, number>();
  const calm = tileCounts.map((count) => calmTiles(count));
  let visits = 0;
  let candidatesSeen = 0;
  function count(ranking: Ranking, found: readonly boolean[]): void {
    const sums = hits.get(ranking) ?? tileCounts.map(() => 0);
    hits.set(
      ranking,
      sums.map((sum, index) => sum + (found[index] === true ? 1 : 0)),
    );
  }
  return {
    add: ({ states, context, came }, ranker) => {
      const who = states[came];
      const candidates = states.filter((state) => state.count >= minVisits);
      const index = who === undefined ? -1 : candidates.indexOf(who);
      if (who === undefined || index < 0) return;
      visits += 1;
      candidatesSeen += candidates.length;
      lists.set(ranker.ranking, (lists.get(ranker.ranking) ?? 0) + 1);
      const scores = scoresBy(candidates, context, ranker);
      for (const [ranking, list] of rankings) {
        const rank = rankOf(scores(list ?? ranker.ranking), index);
        count(
          ranking,
          tileCounts.map((tiles) => rank < tiles),
        );
      }
      const order = topK(scores(ranker.ranking), Math.max(...tileCounts)).flatMap(
        (at) => candidates[at]?.times ?? [],
      );
      const epochMinute = context.day * 1440 + context.minute;
      count(
        'app, calm',
        calm.map((tiles) => tiles.visible(order, epochMinute).includes(who.times)),
      );
    },
    result: () => ({
      minVisits,
      visits,
      meanCandidates: candidatesSeen / Math.max(1, visits),
      lists: Object.fromEntries(lists),
      hits: Object.fromEntries(
        [...hits].map(([ranking, sums]) => [ranking, sums.map((sum) => sum / visits)]),
      ),
    }),
  };
}

/** Everybody's scores by each ranking, computed once. */
function scoresBy(
  candidates: readonly ArrivalState[],
  context: RankingContext,
  { correction }: Ranker,
): (list: RankingName) => Float64Array {
  const made = new Map<RankingName, Float64Array>();
  return (list) => {
    const same = list === 'learned' && correction === null ? 'formula' : list;
    const scores =
      made.get(same) ?? rankingScores(candidates, context, { ranking: same, correction });
    made.set(same, scores);
    return scores;
  };
}

/** Each ranking with its list; the app's is the one that it selected. */
const rankings: readonly (readonly [Ranking, RankingName | null])[] = [
  ['most frequent', 'most-frequent'],
  ['most recent', 'most-recent'],
  ['30-day frecency', 'frecency'],
  ['plain', 'formula'],
  ['corrected', 'learned'],
  ['app', null],
];

/** How many score strictly higher; of equals half are taken to stand before. */
function rankOf(scores: Float64Array, came: number): number {
  const mine = scores[came] ?? 0;
  let higher = 0;
  let equal = -1;
  for (const score of scores) {
    if (score > mine) higher += 1;
    else if (score === mine) equal += 1;
  }
  return higher + Math.max(0, equal) / 2;
}
