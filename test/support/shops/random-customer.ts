// One invented person of some sort, told around a day: the sorts make every fact of the engine come
// up, the rest is chance.
import type { Visit } from '#domain/visits/visit.ts';
import { visitMarks } from '#domain/visits/visit.ts';
import { momentKinds } from '#domain/visits/moment.ts';
import { addDays, type Day } from '#lib/day.ts';
import { monthDayOf } from '#lib/anniversary.ts';
import type { RandomSource } from '../values/random-source.ts';
import { customerId, type CustomerSpec, type VisitSpec } from './shop-with.ts';

type Spec = Omit<CustomerSpec, 'name'>;
type Sort = (random: RandomSource, today: Day) => Spec;

/** Somebody of any sort, with chance marks, moments and gestures beside. */
export function randomPerson(random: RandomSource, today: Day): Spec {
  const spec = random.of(sorts)(random, today);
  const amount = random.of([null, 400, 1500, 6000]);
  const usual: Spec = {
    local: random.of([null, null, true, false]),
    passingThrough: random.happens(0.04),
    suggestNothing: random.happens(0.04),
    ...(random.happens(0.1) ? { permissions: noLetters(today) } : {}),
    birthday: random.happens(0.2) ? '1980-02-29' : null,
    young: random.happens(0.02),
  };
  return {
    ...usual,
    ...spec,
    visits: (spec.visits ?? []).flatMap((visit) =>
      withChance(random, { amount, ...visit, day: rightDay(random, visit.day, today) }),
    ),
    moments: [...(spec.moments ?? []), ...momentsAtRandom(random, today)],
    gestures: [...(spec.gestures ?? []), ...gesturesAtRandom(random, today)],
  };
}

const sorts: readonly [Sort, ...Sort[]] = [
  steady,
  late,
  longGone,
  risingBy('visits'),
  risingBy('money'),
  backAgain,
  newcomer,
  cameOnce,
  justLooking,
  forThePrice,
  inAHurry,
  paysTabs,
  atMilestone,
  withAnniversary,
  withBirthday,
  spreadsTheWord,
  givesFeedback,
  onWeekdays,
  anyhow,
  onlyACard,
];

function steady(random: RandomSource, today: Day): Spec {
  const gap = random.whole(1, 30);
  return {
    visits: run(random, { gap, times: random.whole(3, 40), last: before(today, random, gap) }),
  };
}

function late(random: RandomSource, today: Day): Spec {
  const gap = random.whole(2, 14);
  const last = addDays(today, -Math.max(8, random.whole(3 * gap, 8 * gap)));
  return { visits: run(random, { gap, times: random.whole(4, 40), last }) };
}

function longGone(random: RandomSource, today: Day): Spec {
  const last = addDays(today, -random.whole(150, 450));
  return { visits: run(random, { gap: random.whole(2, 9), times: random.whole(5, 20), last }) };
}

function risingBy(what: 'visits' | 'money'): Sort {
  return (random, today) => {
    const recent = random.whole(3, 9);
    const old = what === 'visits' ? 3 * recent : recent;
    const since = addDays(today, -57 - random.whole(0, 4));
    return {
      visits: [
        ...run(random, { gap: old, times: random.whole(2, 15), last: since, amount: 300 }),
        ...run(random, { gap: recent, times: Math.floor(50 / recent), last: today, amount: 2400 }),
      ],
    };
  };
}

function backAgain(random: RandomSource, today: Day): Spec {
  const gap = random.whole(2, 9);
  const back = before(today, random, 13);
  const last = addDays(back, -random.whole(4 * gap, 12 * gap));
  return {
    visits: [...run(random, { gap, times: random.whole(5, 12), last }), { day: back }],
  };
}

function newcomer(random: RandomSource, today: Day): Spec {
  const times = random.whole(1, 6);
  return {
    local: true,
    visits: Array.from({ length: times }, () => ({ day: before(today, random, 50) })),
  };
}

function cameOnce(random: RandomSource, today: Day): Spec {
  return {
    visits: [{ day: addDays(today, -random.whole(10, 300)), reduced: random.happens(0.3) }],
  };
}

function justLooking(random: RandomSource, today: Day): Spec {
  return {
    birthday: soon(random, today),
    visits: Array.from({ length: random.whole(1, 4) }, () => ({
      day: before(today, random, 120),
      kind: 'browsed' as const,
    })),
  };
}

function forThePrice(random: RandomSource, today: Day): Spec {
  const { visits = [] } = random.of([late, newcomer, steady])(random, today);
  return {
    local: true,
    visits: visits.map((visit) => ({ ...visit, reduced: random.happens(0.8) })),
  };
}

function inAHurry(random: RandomSource, today: Day): Spec {
  const { visits = [] } = steady(random, today);
  return {
    visits: visits.map((visit) => ({
      ...visit,
      marks: random.happens(0.8) ? ['easy' as const] : [],
    })),
  };
}

function paysTabs(random: RandomSource, today: Day): Spec {
  return {
    ...steady(random, today),
    moments: Array.from({ length: random.whole(2, 5) }, () => ({
      kind: random.happens(0.15) ? ('paid-late' as const) : ('paid-on-time' as const),
      day: before(today, random, 200),
    })),
  };
}

function atMilestone(random: RandomSource, today: Day): Spec {
  const times = random.of([10, 50, 100]) + random.whole(0, 2);
  const visits = Array.from({ length: times }, (_, index) => ({
    day: addDays(today, -random.whole(0, 2) - 3 * index),
  }));
  return { visits };
}

function withAnniversary(random: RandomSource, today: Day): Spec {
  const first = addDays(today, -365 * random.whole(1, 2) + random.whole(-2, 14));
  const { visits = [] } = steady(random, today);
  return { visits: [{ day: first }, ...visits.filter((visit) => visit.day > first)] };
}

function withBirthday(random: RandomSource, today: Day): Spec {
  return {
    ...random.of([steady, newcomer, cameOnce])(random, today),
    birthday: soon(random, today),
  };
}

function spreadsTheWord(random: RandomSource, today: Day): Spec {
  const { visits = [] } = random.of([steady, cameOnce])(random, today);
  return {
    visits: visits.map((visit) => ({
      ...visit,
      marks: random.happens(0.2) ? [random.of(['friend', 'shared'] as const)] : [],
    })),
    moments: Array.from({ length: random.whole(0, 3) }, () => ({
      kind: random.of(['shared', 'sent'] as const),
      day: before(today, random, 500),
    })),
  };
}

function givesFeedback(random: RandomSource, today: Day): Spec {
  return {
    ...random.of([steady, cameOnce, newcomer])(random, today),
    moments: Array.from({ length: random.whole(1, 2) }, () => ({
      kind: random.of(['praise', 'idea', 'complaint'] as const),
      day: before(today, random, 120),
      text: random.of(['', 'The 2 pies of 5 May were cold.']),
      answeredOn: random.happens(0.4) ? today : null,
    })),
  };
}

function onWeekdays(random: RandomSource, today: Day): Spec {
  const last = before(today, random, 6);
  return {
    visits: Array.from({ length: random.whole(4, 60) }, (_, index) => ({
      day: addDays(last, -7 * index - (random.happens(0.1) ? 1 : 0)),
    })),
  };
}

function anyhow(random: RandomSource, today: Day): Spec {
  return {
    visits: Array.from({ length: random.whole(0, 12) }, () => ({
      day: addDays(today, -random.whole(0, 430)),
      reduced: random.happens(0.3),
    })),
  };
}

function onlyACard(): Spec {
  return {};
}

interface Run {
  readonly gap: number;
  readonly times: number;
  readonly last: Day;
  readonly amount?: number;
}

// About every `gap` days: most often exactly, sometimes a day or some more.
function run(random: RandomSource, { last, gap, times, ...visit }: Run): readonly VisitSpec[] {
  let ago = 0;
  return Array.from({ length: times }, () => {
    const spec = { day: addDays(last, -ago), ...visit };
    ago += random.happens(0.6) ? gap : random.whole(Math.max(1, gap - 2), gap + 3);
    return spec;
  });
}

function before(today: Day, random: RandomSource, most: number): Day {
  return addDays(today, -random.whole(0, most));
}

function soon(random: RandomSource, today: Day): string {
  return random.of(['', '1971-']) + monthDayOf(addDays(today, random.whole(-1, 14)));
}

// Some visits were two that day, some were taken back, some have no time, amount or a mark.
function withChance(random: RandomSource, visit: VisitSpec): readonly VisitSpec[] {
  const spec: VisitSpec = {
    minute: random.happens(0.5) ? random.whole(0, 1439) : null,
    ...visit,
    amount: random.happens(0.2) ? null : wobbled(random, visit.amount ?? null),
    voided: random.happens(0.04),
    marks: random.happens(0.03) ? random.of(someMarks) : (visit.marks ?? []),
  };
  if (random.happens(0.05)) return [spec, { ...spec, kind: random.of(['browsed', 'bought']) }];
  return [spec];
}

const someMarks: readonly [Visit['marks'], ...Visit['marks'][]] = [
  ['told'],
  ...visitMarks.map((mark) => [mark]),
  ['friend', 'shared', 'easy'],
];

// Now and then a tablet's clock was wrong, and a visit stands on a day to come.
function rightDay(random: RandomSource, spec: Day, today: Day): Day {
  return random.happens(0.005) ? addDays(today, random.whole(1, 3)) : spec;
}

function wobbled(random: RandomSource, amount: number | null): number | null {
  return amount === null ? null : Math.round(amount * (1 + random.whole(-40, 40) / 100));
}

function momentsAtRandom(random: RandomSource, today: Day): NonNullable<Spec['moments']> {
  return Array.from({ length: random.happens(0.15) ? random.whole(1, 2) : 0 }, () => ({
    kind: momentKinds[random.whole(0, momentKinds.length - 1)] ?? 'shared',
    day: addDays(today, -random.whole(-2, 420)),
    about: random.happens(0.6) ? customerId(`Person ${random.whole(0, 13)}`) : null,
    answeredOn: random.happens(0.5) ? today : null,
    voided: random.happens(0.1),
  }));
}

function gesturesAtRandom(random: RandomSource, today: Day): NonNullable<Spec['gestures']> {
  return Array.from({ length: random.happens(0.3) ? random.whole(1, 2) : 0 }, () => {
    const planned = addDays(today, -random.whole(0, random.of([6, 60, 420])));
    const fate = random.of(['waits', 'given', 'given', 'skipped'] as const);
    return {
      kind: random.of(['card', 'card', 'offer', 'word'] as const),
      plannedOn: planned,
      handedOverOn: fate === 'given' ? planned : null,
      skippedOn: fate === 'skipped' ? planned : null,
      expiresOn: random.happens(0.5) ? addDays(planned, 28) : null,
      windowDays: random.happens(0.7) ? random.whole(7, 40) : null,
      voided: random.happens(0.1),
    };
  });
}

function noLetters(today: Day): NonNullable<Spec['permissions']> {
  const given = { day: addDays(today, -300), how: 'at the till', words: '', notedAt: 0 };
  return [{ purpose: 'any', way: 'post', answer: 'no', ...given }];
}
