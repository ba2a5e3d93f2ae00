import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '#i18n/catalogue.ts';
import { clockText } from '#i18n/date-time.ts';
import { dayText, money, numberText } from '#i18n/format.ts';
import { amountFieldText } from '#i18n/language/amount-field-text.ts';
import { localeFor, type Language } from '#i18n/language/languages.ts';
import { regionName, regionNames } from '#i18n/language/region-names.ts';
import { weekdaysInOrder } from '#i18n/language/weekdays-in-order.ts';
import { day, today } from '../support/shops/shop-with.ts';

const euros = { code: 'EUR', digits: 2 };

afterEach(async () => speak('en', 'en-GB'));

describe('the country of a shop', () => {
  it.each<[Language, string, readonly string[]]>([
    ['de', 'AT', ['1 840,5', '€ 18,40', '18,40', '14. Mai', '9:42', '1']],
    ['de', 'CH', ["1'840.5", 'EUR 18.40', '18.40', '14. Mai', '9:42', '1']],
    ['fr', 'FR', ['1 840,5', '18,40 €', '18,40', '14 mai', '9:42', '1']],
    ['fr', 'CA', ['1 840,5', '18,40 €', '18,40', '14 mai', '9 h 42', '7']],
    ['en', 'GB', ['1,840.5', '€18.40', '18.40', '14 May', '9:42', '1']],
    ['en', 'US', ['1,840.5', '€18.40', '18.40', 'May 14', '9:42 AM', '7']],
    ['ar', 'JO', ['١٬٨٤٠٫٥', '', '18.40', '', '', '6']],
  ])('writes figures and days in %s as in %s', async (language, region, expected) => {
    await speak(language, localeFor(language, ['en-GB', 'de-DE', 'fr-BE'], region));
    const said = [
      numberText(1840.5),
      money(1840, euros),
      amountFieldText(1840, euros),
      dayText(day('2026-05-14'), today),
      clockText(582),
      String(weekdaysInOrder()[0]),
    ].map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' ').replace('’', "'"));
    expect(said.filter((_, place) => expected[place] !== '')).toEqual(
      expected.filter((text) => text !== ''),
    );
  });

  it('is the tablet’s where the shop names none', () => {
    expect(localeFor('de', ['de-AT'], '')).toBe('de-AT');
    expect(localeFor('de', ['de-AT'], 'CH')).toBe('de-CH');
  });

  it('is called as the language calls it, in the order of its names', async () => {
    await speak('de', 'de-AT');
    expect(regionName('AT')).toBe('Österreich');
    const names = regionNames().map(({ name }) => name);
    expect(names.indexOf('Ägypten')).toBeLessThan(names.indexOf('Belgien'));
    expect(names).toContain('Jordanien');
    await speak('fr', 'fr-FR');
    expect(regionName('AT')).toBe('Autriche');
  });

  it('begins its weeks as Unicode has it, in every country that can be chosen', async () => {
    for (const { code } of regionNames()) {
      await speak('en', localeFor('en', [], code));
      expect(weekdaysInOrder()[0], code).toBe(firstDayByIntl(code));
      expect(new Set(weekdaysInOrder()).size).toBe(7);
    }
  });
});

/** Node knows it, as newer browsers do. */
function firstDayByIntl(code: string): number {
  const known: object = new Intl.Locale(`und-${code}`);
  const info: unknown = Reflect.get(known, 'weekInfo') ?? Reflect.get(known, 'getWeekInfo');
  const week: unknown = typeof info === 'function' ? Reflect.apply(info, known, []) : info;
  return typeof week === 'object' && week !== null ? Number(Reflect.get(week, 'firstDay')) : 0;
}
