// A thousand small shops, a hundred by day: every figure of every reason and of every "why not"
// counted again from the raw rows, by somebody who knows nothing of the engine.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Reason, ReasonCode } from '#domain/week/reason.ts';
import type { ExclusionRule } from '#domain/week/suggestion.ts';
import { fitModel } from '#engine/forecast/fit-model.ts';
import { addDays, dayFrom } from '#lib/day.ts';
import { historiesIn, randomShop } from '../support/shops/random-shop.ts';
import { recountedShop } from '../support/recount/raw-count.ts';
import { reasonCodes } from '../support/recount/recount.ts';
import { exclusionRules, recountedRule } from '../support/recount/recount-rule.ts';
import { runs } from '../support/values/runs.ts';
import {
  countedIn,
  countsWithRecount,
  isConfirmed,
  listOf,
  reportedReasons,
  type InspectedShop,
} from '../support/recount/shop-report.ts';

const hundreds = Array.from({ length: runs(1, 10) }, (_, index) => 100 * index);
/** One shop in so many has learned from its past before it is looked at: learning is slow. */
const learnedEvery = 10;

describe('a recount of the raw rows', () => {
  it.each(hundreds)('bears out every figure, in the hundred shops from number %i on', (from) => {
    expect(lookedAt(from).faults).toEqual([]);
  });

  it('meets every reason and every rule', () => {
    const looked = hundreds.map(lookedAt);
    const codes = new Set(looked.flatMap((look) => look.codes));
    const rules = new Set(looked.flatMap((look) => look.rules));
    expect([...codes].toSorted()).toEqual(reasonCodes.toSorted());
    expect([...rules].toSorted()).toEqual(exclusionRules.toSorted());
  });

  it('notices each figure that is off by one', () => {
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    const unnoticed = numbers.flatMap((number) => {
      const seen = seenShop(number);
      const shop = recountedShop(seen.raw);
      return reportedReasons(seen, listOf(seen)).flatMap((said) =>
        wronged(said.reason).filter((reason) => isConfirmed({ ...said, reason }, shop)),
      );
    });
    expect(unnoticed).toEqual([]);
  });
});

interface Look {
  readonly faults: readonly object[];
  readonly codes: readonly ReasonCode[];
  readonly rules: readonly ExclusionRule[];
}

const looks = new Map<number, Look>();

function lookedAt(from: number): Look {
  const look = looks.get(from) ?? lookAtHundred(from);
  looks.set(from, look);
  return look;
}

function lookAtHundred(from: number): Look {
  const all = Array.from({ length: 100 }, (_, index) => lookAt(from + index));
  return {
    faults: all.flatMap(({ faults }) => faults),
    codes: all.flatMap(({ codes }) => codes),
    rules: all.flatMap(({ rules }) => rules),
  };
}

function lookAt(number: number): Look {
  const seen = seenShop(number);
  const shop = recountedShop(seen.raw);
  const week = listOf(seen);
  const said = reportedReasons(seen, week);
  const ruled = week.exclusions.map((exclusion) => {
    const person = countedIn(shop, exclusion.customerId);
    return { said: exclusion, rows: recountedRule(exclusion.rule, { shop, person, week }) };
  });
  const counts = [...ruled, ...countsWithRecount(seen, shop)];
  const faults = [
    ...said.filter((each) => !isConfirmed(each, shop)),
    ...counts.filter(({ said: each, rows }) => !isDeepStrictEqual(each, rows)),
  ];
  return {
    faults: faults.map((fault) => ({ number, ...fault })),
    codes: said.map(({ reason }) => reason.code),
    rules: week.exclusions.map(({ rule }) => rule),
  };
}

function seenShop(number: number): InspectedShop {
  const raw = randomShop(number);
  const histories = historiesIn(raw);
  const { settings: calendar, today } = raw;
  const hasLearned = number % learnedEvery === 0;
  return {
    raw,
    histories,
    fittedModel: hasLearned ? fitModel({ histories, calendar, today }) : undefined,
  };
}

/** The reason once for each of its figures, with that one a little wrong. */
function wronged(reason: Reason): readonly Reason[] {
  return Object.entries(reason).flatMap(([field, value]) => {
    const day = typeof value === 'string' ? dayFrom(value) : undefined;
    if (day !== undefined) return [{ ...reason, [field]: addDays(day, 1) }];
    return typeof value === 'number' ? [{ ...reason, [field]: value + 1 }] : [];
  });
}
