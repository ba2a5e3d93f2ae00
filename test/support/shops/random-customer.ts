// One invented person of some sort, told around a day: the sorts make every fact of the engine come up, the rest is chance.
import type { Visit } from '#domain/visits/visit.ts';
import { visitMarks } from '#domain/visits/visit.ts';
import { momentKinds } from '#domain/visits/moment.ts';
import { addDays, monthDayOf, type Day } from '#lib/day.ts';
import type { Chance } from '../values/random-source.ts';
import { customerId, type PersonTold, type VisitTold } from './shop-with.ts';

type Told = Omit<PersonTold, 'name'>;
type Sort = (chance: Chance, today: Day) => Told;

/** Somebody of any sort, with chance marks, moments and gestures beside. */
export function randomPerson(chance: Chance, today: Day): Told {
  const told = chance.of(sorts)(chance, today);
  const amount = chance.of([null, 400, 1500, 6000]);
  const usual: Told = {
    local: chance.of([null, null, true, false]),
    passingThrough: chance.often(0.04),
    suggestNothing: chance.often(0.04),
    ...(chance.often(0.1) ? { consents: noLetters(today) } : {}),
    birthday: chance.often(0.2) ? '1980-02-29' : null,
  };
  return {
    ...usual,
    ...told,
    visits: (told.visits ?? []).flatMap((visit) =>
      withChance(chance, { amount, ...visit, day: rightDay(chance, visit.day, today) }),
    ),
    moments: [...(told.moments ?? []), ...momentsAtRandom(chance, today)],
    gestures: [...(told.gestures ?? []), ...gesturesAtRandom(chance, today)],
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
  tellsUs,
  onWeekdays,
  anyhow,
  onlyACard,
];

function steady(chance: Chance, today: Day): Told {
  const gap = chance.whole(1, 30);
  return {
    visits: run(chance, { gap, times: chance.whole(3, 40), last: before(today, chance, gap) }),
  };
}

function late(chance: Chance, today: Day): Told {
  const gap = chance.whole(2, 14);
  const last = addDays(today, -Math.max(8, chance.whole(3 * gap, 8 * gap)));
  return { visits: run(chance, { gap, times: chance.whole(4, 40), last }) };
}

function longGone(chance: Chance, today: Day): Told {
  const last = addDays(today, -chance.whole(150, 450));
  return { visits: run(chance, { gap: chance.whole(2, 9), times: chance.whole(5, 20), last }) };
}

function risingBy(what: 'visits' | 'money'): Sort {
  return (chance, today) => {
    const recent = chance.whole(3, 9);
    const old = what === 'visits' ? 3 * recent : recent;
    const since = addDays(today, -57 - chance.whole(0, 4));
    return {
      visits: [
        ...run(chance, { gap: old, times: chance.whole(2, 15), last: since, amount: 300 }),
        ...run(chance, { gap: recent, times: Math.floor(50 / recent), last: today, amount: 2400 }),
      ],
    };
  };
}

function backAgain(chance: Chance, today: Day): Told {
  const gap = chance.whole(2, 9);
  const back = before(today, chance, 13);
  const last = addDays(back, -chance.whole(4 * gap, 12 * gap));
  return {
    visits: [...run(chance, { gap, times: chance.whole(5, 12), last }), { day: back }],
  };
}

function newcomer(chance: Chance, today: Day): Told {
  const times = chance.whole(1, 6);
  return {
    local: true,
    visits: Array.from({ length: times }, () => ({ day: before(today, chance, 50) })),
  };
}

function cameOnce(chance: Chance, today: Day): Told {
  return { visits: [{ day: addDays(today, -chance.whole(10, 300)), reduced: chance.often(0.3) }] };
}

function justLooking(chance: Chance, today: Day): Told {
  return {
    birthday: soon(chance, today),
    visits: Array.from({ length: chance.whole(1, 4) }, () => ({
      day: before(today, chance, 120),
      kind: 'browsed' as const,
    })),
  };
}

function forThePrice(chance: Chance, today: Day): Told {
  const { visits = [] } = chance.of([late, newcomer, steady])(chance, today);
  return { local: true, visits: visits.map((visit) => ({ ...visit, reduced: chance.often(0.8) })) };
}

function inAHurry(chance: Chance, today: Day): Told {
  const { visits = [] } = steady(chance, today);
  return {
    visits: visits.map((visit) => ({
      ...visit,
      marks: chance.often(0.8) ? ['easy' as const] : [],
    })),
  };
}

function paysTabs(chance: Chance, today: Day): Told {
  return {
    ...steady(chance, today),
    moments: Array.from({ length: chance.whole(2, 5) }, () => ({
      kind: chance.often(0.15) ? ('paid-late' as const) : ('paid-on-time' as const),
      day: before(today, chance, 200),
    })),
  };
}

function atMilestone(chance: Chance, today: Day): Told {
  const times = chance.of([10, 50, 100]) + chance.whole(0, 2);
  const visits = Array.from({ length: times }, (_, index) => ({
    day: addDays(today, -chance.whole(0, 2) - 3 * index),
  }));
  return { visits };
}

function withAnniversary(chance: Chance, today: Day): Told {
  const first = addDays(today, -365 * chance.whole(1, 2) + chance.whole(-2, 14));
  const { visits = [] } = steady(chance, today);
  return { visits: [{ day: first }, ...visits.filter((visit) => visit.day > first)] };
}

function withBirthday(chance: Chance, today: Day): Told {
  return {
    ...chance.of([steady, newcomer, cameOnce])(chance, today),
    birthday: soon(chance, today),
  };
}

function spreadsTheWord(chance: Chance, today: Day): Told {
  const { visits = [] } = chance.of([steady, cameOnce])(chance, today);
  return {
    visits: visits.map((visit) => ({
      ...visit,
      marks: chance.often(0.2) ? [chance.of(['friend', 'shared'] as const)] : [],
    })),
    moments: Array.from({ length: chance.whole(0, 3) }, () => ({
      kind: chance.of(['shared', 'sent'] as const),
      day: before(today, chance, 500),
    })),
  };
}

function tellsUs(chance: Chance, today: Day): Told {
  return {
    ...chance.of([steady, cameOnce, newcomer])(chance, today),
    moments: Array.from({ length: chance.whole(1, 2) }, () => ({
      kind: chance.of(['praise', 'idea', 'complaint'] as const),
      day: before(today, chance, 120),
      text: chance.of(['', 'The 2 pies of 5 May were cold.']),
      answeredOn: chance.often(0.4) ? today : null,
    })),
  };
}

function onWeekdays(chance: Chance, today: Day): Told {
  const last = before(today, chance, 6);
  return {
    visits: Array.from({ length: chance.whole(4, 60) }, (_, index) => ({
      day: addDays(last, -7 * index - (chance.often(0.1) ? 1 : 0)),
    })),
  };
}

function anyhow(chance: Chance, today: Day): Told {
  return {
    visits: Array.from({ length: chance.whole(0, 12) }, () => ({
      day: addDays(today, -chance.whole(0, 430)),
      reduced: chance.often(0.3),
    })),
  };
}

function onlyACard(): Told {
  return {};
}

interface Run {
  readonly gap: number;
  readonly times: number;
  readonly last: Day;
  readonly amount?: number;
}

// About every `gap` days: most often exactly, sometimes a day or some more.
function run(chance: Chance, { last, gap, times, ...visit }: Run): readonly VisitTold[] {
  let ago = 0;
  return Array.from({ length: times }, () => {
    const told = { day: addDays(last, -ago), ...visit };
    ago += chance.often(0.6) ? gap : chance.whole(Math.max(1, gap - 2), gap + 3);
    return told;
  });
}

function before(today: Day, chance: Chance, most: number): Day {
  return addDays(today, -chance.whole(0, most));
}

function soon(chance: Chance, today: Day): string {
  return chance.of(['', '1971-']) + monthDayOf(addDays(today, chance.whole(-1, 14)));
}

// Some visits were two that day, some were taken back, some have no time, amount or a mark.
function withChance(chance: Chance, visit: VisitTold): readonly VisitTold[] {
  const told: VisitTold = {
    minute: chance.often(0.5) ? chance.whole(0, 1439) : null,
    ...visit,
    amount: chance.often(0.2) ? null : wobbled(chance, visit.amount ?? null),
    voided: chance.often(0.04),
    marks: chance.often(0.03) ? chance.of(someMarks) : (visit.marks ?? []),
  };
  if (chance.often(0.05)) return [told, { ...told, kind: chance.of(['browsed', 'bought']) }];
  return [told];
}

const someMarks: readonly [Visit['marks'], ...Visit['marks'][]] = [
  ['told'],
  ...visitMarks.map((mark) => [mark]),
  ['friend', 'shared', 'easy'],
];

// Now and then a tablet's clock was wrong, and a visit stands on a day to come.
function rightDay(chance: Chance, told: Day, today: Day): Day {
  return chance.often(0.005) ? addDays(today, chance.whole(1, 3)) : told;
}

function wobbled(chance: Chance, amount: number | null): number | null {
  return amount === null ? null : Math.round(amount * (1 + chance.whole(-40, 40) / 100));
}

function momentsAtRandom(chance: Chance, today: Day): NonNullable<Told['moments']> {
  return Array.from({ length: chance.often(0.15) ? chance.whole(1, 2) : 0 }, () => ({
    kind: momentKinds[chance.whole(0, momentKinds.length - 1)] ?? 'shared',
    day: addDays(today, -chance.whole(-2, 420)),
    about: chance.often(0.6) ? customerId(`Person ${chance.whole(0, 13)}`) : null,
    answeredOn: chance.often(0.5) ? today : null,
    voided: chance.often(0.1),
  }));
}

function gesturesAtRandom(chance: Chance, today: Day): NonNullable<Told['gestures']> {
  return Array.from({ length: chance.often(0.3) ? chance.whole(1, 2) : 0 }, () => {
    const planned = addDays(today, -chance.whole(0, chance.of([6, 60, 420])));
    const fate = chance.of(['waits', 'given', 'given', 'skipped'] as const);
    return {
      kind: chance.of(['card', 'card', 'offer', 'word'] as const),
      plannedOn: planned,
      handedOverOn: fate === 'given' ? planned : null,
      skippedOn: fate === 'skipped' ? planned : null,
      expiresOn: chance.often(0.5) ? addDays(planned, 28) : null,
      windowDays: chance.often(0.7) ? chance.whole(7, 40) : null,
      voided: chance.often(0.1),
    };
  });
}

function noLetters(today: Day): NonNullable<Told['consents']> {
  const post = { answer: 'no' as const, day: addDays(today, -300), how: 'at the till' };
  return { post, email: null, phone: null };
}
