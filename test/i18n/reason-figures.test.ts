// No sentence says a number that its reason does not carry: the words of a hundred invented shops,
// every figure in them found in the facts.
import { describe, expect, it } from 'vitest';
import type { Reason } from '#domain/week/reason.ts';
import { reasonSentence } from '#i18n/reasons.ts';
import { dayFrom } from '#lib/day.ts';
import { historiesIn, randomShop } from '../support/shops/random-shop.ts';
import { reasonCodes } from '../support/recount/recount.ts';
import { listOf, reportedReasons } from '../support/recount/shop-report.ts';

const currency = { code: 'GBP', digits: 2 };

describe('the sentence of a reason', () => {
  it('says its own figures and no others', () => {
    const said = Array.from({ length: 100 }, (_, number) => number).flatMap(reasonsOf);
    expect(new Set(said.map(({ reason }) => reason.code)).size).toBe(reasonCodes.length);
    const strange = said.filter(({ reason, sentence }) => {
      const known = figuresOf(reason);
      return figuresIn(sentence, reason).some((figure) => !known.has(figure));
    });
    expect(strange).toEqual([]);
  });
});

function reasonsOf(number: number): readonly { reason: Reason; sentence: string }[] {
  const raw = randomShop(number);
  const seen = { raw, histories: historiesIn(raw), fittedModel: undefined };
  const wording = { today: raw.today, currency, nameOf: () => 'Somebody' };
  return reportedReasons(seen, listOf(seen)).map(({ reason }) => ({
    reason,
    sentence: reasonSentence(reason, wording),
  }));
}

const words = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ');
const otherWords = new Map([
  ['once', 1],
  ['twice', 2],
  ['tenth', 10],
  ['fiftieth', 50],
  ['hundredth', 100],
]);

/**
 * The numbers that a sentence says, in digits or words; what a customer said in their own words is
 * left out.
 */
function figuresIn(sentence: string, reason: Reason): readonly number[] {
  const own = 'text' in reason ? sentence.replace(/“.*”/, '') : sentence;
  // "One" is a word for somebody too, as in "someone": only whole words count.
  const tokens = own.toLowerCase().match(/[a-z]+|\d[\d,]*(?:\.\d+)?/g) ?? [];
  return tokens.flatMap((token) => {
    if (/^\d/.test(token)) return Number(token.replaceAll(',', ''));
    const known = words.indexOf(token);
    return known >= 0 ? known : (otherWords.get(token) ?? []);
  });
}

/** Codes whose name is a number. */
const meant: Partial<Record<Reason['code'], number>> = { 'came-once': 1 };

/**
 * The numbers that the facts of a reason allow to be said: its code, counts, halves as two whole
 * days, money in pounds, days and their years.
 */
function figuresOf(reason: Reason): ReadonlySet<number> {
  return new Set([
    ...[meant[reason.code] ?? []].flat(),
    ...Object.entries(reason).flatMap(([field, value]) => {
      if (Array.isArray(value)) return [value.length];
      if (typeof value === 'number')
        return field.endsWith('Sum') ? [value / 100] : [Math.floor(value), Math.ceil(value)];
      const day = typeof value === 'string' ? dayFrom(value) : undefined;
      return day === undefined ? [] : [Number(day.slice(8)), Number(day.slice(0, 4))];
    }),
  ]);
}
