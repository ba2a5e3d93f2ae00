// No sentence says a number that its reason does not carry, in any language: the words of a hundred
// invented shops, every figure in them found in the facts.
import { afterEach, describe, expect, it } from 'vitest';
import type { Reason } from '#domain/week/reason.ts';
import { speak } from '#i18n/catalogue.ts';
import { reasonSentence } from '#i18n/reasons.ts';
import { dayFrom } from '#lib/day.ts';
import { historiesIn, randomShop } from '../support/shops/random-shop.ts';
import { reasonCodes } from '../support/recount/recount.ts';
import { listOf, reportedReasons } from '../support/recount/shop-report.ts';

const currency = { code: 'GBP', digits: 2 };

afterEach(async () => speak('en', 'en-GB'));

describe('the sentence of a reason', () => {
  it.each([
    ['en', 'en-GB'],
    ['de', 'de-AT'],
    ['de', 'de-CH'],
    ['fr', 'fr-FR'],
  ] as const)('says its own figures and no others: %s, %s', async (language, locale) => {
    await speak(language, locale);
    const said = Array.from({ length: 100 }, (_, number) => number).flatMap(reasonsOf);
    expect(new Set(said.map(({ reason }) => reason.code)).size).toBe(reasonCodes.length);
    const strange = said.filter(({ reason, sentence }) => {
      const known = figuresOf(reason);
      return figuresIn(sentence, { reason, language }).some((figure) => !known.has(figure));
    });
    expect(strange).toEqual([]);
    expect(said.filter(({ sentence }) => !/^\p{Lu}|^[\d£]/u.test(sentence))).toEqual([]);
    expect(said.filter(({ sentence }) => /undefined|NaN|[{}]/.test(sentence))).toEqual([]);
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

const words = {
  en: 'none one two three four five six seven eight nine ten eleven twelve',
  // "Ein" and "un" are also words for somebody or something.
  de: '– – zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  fr: '– – deux trois quatre cinq six sept huit neuf dix onze douze',
};
const otherWords = {
  en: { once: 1, twice: 2, tenth: 10, fiftieth: 50, hundredth: 100 },
  de: {
    einmal: 1,
    ...Object.fromEntries(words.de.split(' ').map((word, count) => [`${word}mal`, count])),
  },
  fr: {},
};

/**
 * The numbers that a sentence says, in digits or words; what a customer said in their own words is
 * left out.
 */
function figuresIn(
  sentence: string,
  { reason, language }: { reason: Reason; language: keyof typeof words },
): readonly number[] {
  const own = 'text' in reason ? sentence.replace(/[“„«].*[”“»]/, '') : sentence;
  const counted = words[language].split(' ');
  const others = new Map(Object.entries(otherWords[language]));
  // "One" is a word for somebody too, as in "someone": only whole words count.
  const tokens = own.toLowerCase().match(numberOrWord[language]) ?? [];
  return tokens.flatMap((token) => {
    if (/^\d/.test(token)) return numberFrom(token);
    const known = counted.indexOf(token);
    return known >= 0 ? known : (others.get(token) ?? []);
  });
}

const numberOrWord = {
  en: /\p{L}+|\d[\d,]*(?:\.\d+)?/gu,
  de: /\p{L}+|\d+(?:[.’'\u00a0]\d{3})*(?:[,.]\d+)?/gu,
  fr: /\p{L}+|\d+(?:\u202f\d{3})*(?:,\d+)?/gu,
};

function numberFrom(token: string): number {
  const plain = token.replaceAll(/[,.’'\u00a0\u202f](?=\d{3})/gu, '');
  return Number(plain.replace(',', '.'));
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
