import { describe, expect, it } from 'vitest';
import { sampleSeed, sampleSettings, sampleSize } from '#sample/sample-settings.ts';
import { generateShop } from '../support/shops/generate-shop.ts';
import { day } from '../support/shops/shop-with.ts';

const endDay = day('2026-11-21');
const plan = { ...sampleSize, seed: sampleSeed, endDay };

describe.each(['de', 'fr'])('the sample shop in %s', (language) => {
  const english = generateShop(plan);
  const own = generateShop({ ...plan, language });

  it('is the same people on the same days', () => {
    expect(own.customers.map(({ id }) => id)).toEqual(english.customers.map(({ id }) => id));
    expect(own.visits).toEqual(english.visits);
  });

  it('has nothing noted in English', () => {
    const noted = (shop: typeof own) => [
      ...shop.customers.map(({ cue }) => cue),
      ...shop.customers.flatMap(({ addresses }) => addresses),
      ...shop.customers.flatMap(({ preferences }) => preferences.map(({ text }) => text)),
      ...shop.moments.map(({ text }) => text),
      ...shop.gestures.map(({ words }) => words),
    ];
    const inEnglish = new Set(noted(english).filter((text) => text !== ''));
    expect(inEnglish.size).toBeGreaterThan(20);
    expect(noted(own).filter((text) => inEnglish.has(text))).toEqual([]);
  });

  it('addresses people as its shops do, and is called in its language', () => {
    expect(own.customers.filter(({ name }) => /^(?:Mrs?|Father|The|Big) /.test(name))).toEqual([]);
    const money = { zone: 'Europe/Paris', currency: { code: 'EUR', digits: 2 } };
    const { shopName, offers = [] } = sampleSettings(endDay, { ...money, language });
    expect(shopName).toMatch(/^(?:Metzgerei|Boucherie) /);
    expect(offers.map(({ words }) => words).join()).not.toMatch(/charge|joint|pot of/);
  });
});
