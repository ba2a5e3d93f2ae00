import { describe, expect, it } from 'vitest';
import { roundIdFrom } from '#domain/week/round.ts';
import { hintsFor, tileMarkOf, type HintSource } from '#engine/suggestions/hints.ts';
import { addDays, type Day } from '#lib/day.ts';
import {
  day,
  daysAgo,
  every,
  on,
  personWith,
  settingsWith,
  today,
  type CustomerSpec,
} from '../../support/shops/shop-with.ts';

const wednesdays = every(14, { times: 12, until: daysAgo(1) });

describe('what to say at the counter', () => {
  it('comes in order: something to hand over, a date this week, what they like', () => {
    const codes = codesFor({
      visits: [...wednesdays, ...on([today])],
      gestures: [{ kind: 'card', plannedOn: daysAgo(3) }],
      birthday: '06-19',
      preferences: [{ text: 'Likes lamb', day: daysAgo(40) }],
    });
    expect(codes).toEqual(['to-hand-over', 'birthday', 'preference']);
  });

  it('is nothing of somebody who died, and no greeting or gift for a child', () => {
    const known: Omit<CustomerSpec, 'name'> = {
      visits: [...every(5, { times: 9, until: daysAgo(5) }), ...on([today])],
      gestures: [{ kind: 'card', plannedOn: daysAgo(3) }],
      birthday: '06-19',
      preferences: [{ text: 'No nuts', day: daysAgo(40) }],
    };
    expect(codesFor(known)).toEqual(['to-hand-over', 'birthday', 'milestone']);
    expect(codesFor({ ...known, young: true })).toEqual(['preference']);
    expect(codesFor({ ...known, diedOn: daysAgo(2) })).toEqual([]);
  });

  it('has the card of a Christmas list from December on, and not for ever', () => {
    const line = (roundId: string | null): Omit<CustomerSpec, 'name'> => ({
      gestures: [
        {
          kind: 'card',
          plannedOn: day('2026-11-09'),
          roundId: roundId === null ? null : roundIdFrom(roundId),
        },
      ],
    });
    const waitsOn = (text: string, roundId: string | null): boolean =>
      hintsOf(line(roundId), 'this', day(text)).some(({ code }) => code === 'to-hand-over');
    expect(waitsOn('2026-11-30', 'christmas')).toBe(false);
    expect(waitsOn('2026-12-01', 'christmas')).toBe(true);
    expect(waitsOn('2027-01-31', 'christmas')).toBe(true);
    expect(waitsOn('2027-06-18', 'christmas')).toBe(false);
    // What the week decided waits from the first day.
    expect(waitsOn('2026-11-10', null)).toBe(true);
  });

  it('is three lines at most', () => {
    const preferences = ['a', 'b', 'c', 'd', 'e'].map((text, index) => ({
      text,
      day: daysAgo(index),
    }));
    expect(codesFor({ visits: wednesdays, preferences })).toHaveLength(3);
  });

  it('may be nothing at all', () => {
    expect(codesFor({ visits: on([daysAgo(50), daysAgo(31), daysAgo(20), today]) })).toEqual([]);
  });

  it.each<[string, Omit<CustomerSpec, 'name'>, string]>([
    ['a first visit', { visits: on([today]) }, 'first-visit'],
    ['a second visit, tapped already', { visits: on([daysAgo(9), today]) }, 'second-visit'],
    ['a second visit, not tapped yet', { visits: on([daysAgo(9)]) }, 'second-visit'],
    ['the tenth visit', { visits: every(5, { times: 10, until: today }) }, 'milestone'],
    [
      'a year since the first visit',
      { visits: on([daysAgo(365), daysAgo(200), daysAgo(50), daysAgo(30)]) },
      'anniversary',
    ],
    [
      'back after long',
      { visits: [...every(7, { times: 8, until: daysAgo(90) }), ...on([today])] },
      'back-since',
    ],
    [
      'praise that was noted',
      {
        visits: wednesdays,
        moments: [{ kind: 'praise', day: daysAgo(9), text: 'Best pies in town' }],
      },
      'last-talk',
    ],
    [
      'quick three times of five',
      { visits: every(11, { times: 4, until: daysAgo(20), marks: ['easy'] }) },
      'likes-it-quick',
    ],
  ])('knows %s', (_what, spec, code) => {
    expect(codesFor(spec)[0]).toBe(code);
  });

  it('keeps quiet about a habit that held twice in five visits only', () => {
    const visits = [
      ...every(6, { times: 3, until: daysAgo(20) }),
      ...every(5, { times: 2, until: daysAgo(2), marks: ['easy'] }),
    ];
    expect(codesFor({ visits })).not.toContain('likes-it-quick');
  });

  it('never repeats a complaint over the counter, nor that somebody comes less', () => {
    const moments = [{ kind: 'complaint' as const, day: daysAgo(3), text: 'The coffee was cold' }];
    const text = JSON.stringify(
      hintsOf({ visits: every(7, { times: 20, until: daysAgo(26), amount: 1800 }), moments }),
    );
    expect(text).not.toContain('cold');
    expect(text).not.toContain('1800');
    expect(text).not.toMatch(/overdue|slipping/);
  });

  it('does not offer what has run out', () => {
    const gestures = [{ kind: 'card' as const, plannedOn: daysAgo(60), expiresOn: daysAgo(1) }];
    expect(codesFor({ visits: wednesdays, gestures })).not.toContain('to-hand-over');
  });

  it('says nothing of years to those who came in the first weeks of the log: they may have come for longer', () => {
    const { history } = personWith({
      name: 'Big Dave',
      visits: every(16, { times: 23, until: daysAgo(13) }),
    });
    const source = {
      history,
      preferences: [],
      settings: settingsWith(),
      today,
      visit: 'this' as const,
    };
    const codes = (logSince: Day | null) =>
      hintsFor({ ...source, logSince }).map(({ code }) => code);
    expect(codes(daysAgo(1000))).toContain('anniversary');
    expect(codes(daysAgo(365 + 30))).not.toContain('anniversary');
    expect(codes(null)).not.toContain('anniversary');
  });

  it('says of the next time what will be true then, not what was true today', () => {
    const codesNext = (visits: NonNullable<CustomerSpec['visits']>) =>
      hintsOf({ visits }, 'next').map(({ code }) => code);
    expect(codesNext(on([today]))).toEqual(['second-visit']);
    expect(codesNext(on([daysAgo(9), today]))).toEqual([]);
    expect(codesNext(every(5, { times: 9, until: daysAgo(2) }))).toContain('milestone');
    expect(codesNext(every(5, { times: 10, until: today }))).not.toContain('milestone');
    const awayAndBack = [...every(5, { times: 9, until: daysAgo(60) }), ...on([today])];
    expect(codesFor({ visits: awayAndBack })).toContain('back-since');
    expect(codesNext(awayAndBack)).not.toContain('back-since');
  });

  it('marks a tile for what is worth saying and not for a mere habit', () => {
    expect(
      tileMarkOf(
        hintsOf({
          visits: wednesdays,
          gestures: [{ kind: 'card', plannedOn: daysAgo(3) }],
          birthday: '06-19',
        }),
      ),
    ).toBe('to-hand-over');
    expect(tileMarkOf(hintsOf({ visits: wednesdays, birthday: addDays(today, 2).slice(5) }))).toBe(
      'something-to-say',
    );
    expect(
      tileMarkOf(
        hintsOf({ visits: wednesdays, preferences: [{ text: 'Likes lamb', day: daysAgo(2) }] }),
      ),
    ).toBe('something-to-say');
    expect(tileMarkOf(hintsOf({ visits: on([daysAgo(9)]) }))).toBe('something-to-say');
    const easy = every(11, { times: 4, until: daysAgo(20), marks: ['easy'] });
    expect(tileMarkOf(hintsOf({ visits: easy }))).toBeNull();
  });
});

function hintsOf(
  { preferences = [], ...spec }: Omit<CustomerSpec, 'name'>,
  visit: HintSource['visit'] = 'this',
  at: Day = today,
) {
  const { history } = personWith({ name: 'Mrs Khan', ...spec });
  const logSince = daysAgo(1000);
  return hintsFor({ history, preferences, settings: settingsWith(), today: at, logSince, visit });
}

function codesFor(spec: Omit<CustomerSpec, 'name'>): readonly string[] {
  return hintsOf(spec).map((hint) => hint.code);
}
