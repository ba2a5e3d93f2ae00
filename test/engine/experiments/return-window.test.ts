import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  returnWindowOf,
  returnOutcomeOf,
  newcomerReturnDays,
  type ReturnOutcome,
} from '#engine/experiments/return-window.ts';
import { addDays, dayNumber, type Day } from '#lib/day.ts';
import {
  daysAgo,
  every,
  on,
  personWith,
  settingsWith,
  thankedOn,
  today,
  type VisitSpec,
} from '../../support/shops/shop-with.ts';

const calendar = settingsWith();

describe('by when coming back counts', () => {
  it.each([
    ['weekly', every(7, { times: 12, until: daysAgo(2) }), 14],
    ['every nine days', every(9, { times: 12, until: daysAgo(2) }), 18],
    ['daily: at least a week', every(1, { times: 30, until: daysAgo(1) }), 7],
    ['three visits only: no rhythm yet', on([daysAgo(30), daysAgo(20), daysAgo(2)]), 28],
    ['never here', [], newcomerReturnDays],
  ] as const)('%s', (_who, visits, days) => {
    const { history } = personWith({ name: 'Ann', visits });
    expect(returnWindowOf(history, calendar, today)).toBe(days);
  });

  it('is 28 days for somebody without a history', () => {
    expect(returnWindowOf(undefined, calendar, today)).toBe(newcomerReturnDays);
  });

  it('is never less than a week', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(400), { maxLength: 30 }), (ago) => {
        const visits = on(ago.map(daysAgo));
        const { history } = personWith({ name: 'Ann', visits });
        expect(returnWindowOf(history, calendar, today)).toBeGreaterThanOrEqual(7);
      }),
    );
  });
});

describe('whether somebody came back', () => {
  const given = daysAgo(10);

  it.each([
    ['on the day after', on([daysAgo(9)]), { kind: 'came-back', day: dayNumber(daysAgo(9)) }],
    ['on the last day', on([daysAgo(3)]), { kind: 'came-back', day: dayNumber(daysAgo(3)) }],
    ['a day too late', on([daysAgo(2)]), { kind: 'did-not' }],
    ['the same day: that was the hand-over', on([given]), { kind: 'did-not' }],
    ['only to look', on([daysAgo(5)], { kind: 'browsed' }), { kind: 'did-not' }],
  ] as const)('%s', (_when, visits, expected) => {
    expect(outcome(visits, { windowDays: 7 })).toEqual(expected);
  });

  it('is not known before the window is over', () => {
    expect(outcome([], { windowDays: 10 })).toEqual({ kind: 'not-yet', until: dayNumber(today) });
    expect(outcome([], { windowDays: 9 })).toEqual({ kind: 'did-not' });
  });

  it('is no question before it was handed over', () => {
    expect(outcome([], { handedOverOn: null })).toBeNull();
  });

  it('once known stays known, however many days go by', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (back, later) => {
        const { history } = personWith({
          name: 'Ann',
          visits: on([addDays(given, back)]),
          gestures: [{ ...thankedOn(given), windowDays: 14 }],
        });
        const [gesture] = history.gestures;
        if (gesture === undefined) throw new Error('No gesture');
        const first = returnOutcomeOf(history, gesture, dayNumber(given) + 15);
        const then = returnOutcomeOf(history, gesture, dayNumber(given) + 15 + later);
        expect(then).toEqual(first);
      }),
    );
  });

  function outcome(
    visits: readonly VisitSpec[],
    changes: { readonly windowDays?: number; readonly handedOverOn?: Day | null },
  ): ReturnOutcome | null {
    const { history } = personWith({
      name: 'Ann',
      visits,
      gestures: [{ ...thankedOn(given), ...changes }],
    });
    const [gesture] = history.gestures;
    if (gesture === undefined) throw new Error('No gesture');
    return returnOutcomeOf(history, gesture, dayNumber(today));
  }
});
