import { afterEach, describe, expect, it } from 'vitest';
import { m, speak, spokenLanguage } from '#i18n/catalogue.ts';
import { timeText } from '#i18n/date-time.ts';
import { digitsText } from '#i18n/language/digits-text.ts';
import {
  countText,
  dayText,
  money,
  namesText,
  weekDaysText,
  weekdayDayText,
} from '#i18n/format.ts';
import { directionOf, languageFor, localeFor } from '#i18n/language/languages.ts';
import { day, today } from '../support/shops/shop-with.ts';

afterEach(async () => speak('en', 'en-GB'));

describe('the language of a tablet', () => {
  it('is the one that was chosen, whatever the browser prefers', () => {
    expect(languageFor('en', ['de-AT', 'de'])).toBe('en');
  });

  it('is the first of the browser’s that is offered, else English', () => {
    expect(languageFor(null, ['nl-BE', 'fr-BE', 'de'])).toBe('fr');
    expect(languageFor(null, ['xx', 'en-US', 'de'])).toBe('en');
    expect(languageFor(null, ['nl', 'xx'])).toBe('en');
    expect(languageFor('klingon', [])).toBe('en');
  });

  it('is written as in the browser’s own country, where it names one', () => {
    expect(localeFor('de', ['fr-CH', 'de-AT', 'de-DE'])).toBe('de-AT');
    expect(localeFor('de', ['de'])).toBe('de');
    expect(localeFor('en', ['en'])).toBe('en-GB');
  });

  it('runs from the right where it is read so', () => {
    expect([directionOf('ar'), directionOf('fr')]).toEqual(['rtl', 'ltr']);
  });
});

describe('days and figures', () => {
  it.each([
    ['de', 'de-AT', ['14. Mai', 'Freitag, 19. Juni', '15. bis 21. Juni', '€ 18,40', '09:42']],
    ['fr', 'fr-FR', ['14 mai', 'vendredi 19 juin', 'du 15 au 21 juin', '18,40 €', '09:42']],
    ['en', 'en-US', ['May 14', 'Friday, June 19', 'June 15 to June 21', '€18.40', '09:42 AM']],
  ] as const)('are written as the country writes them: %s, %s', async (language, locale, texts) => {
    await speak(language, locale);
    const said = [
      dayText(day('2026-05-14'), today),
      weekdayDayText(day('2026-06-19'), today),
      weekDaysText(day('2026-06-15')),
      money(1840, { code: 'EUR', digits: 2 }),
      timeText(582),
    ];
    expect(said.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual(texts);
  });

  it('call the first of a month the first in French alone', async () => {
    await speak('fr', 'fr-CH');
    expect(dayText(day('2026-05-01'), today)).toBe('1er mai');
    expect(dayText(day('2026-05-11'), today)).toBe('11 mai');
    expect(weekdayDayText(day('2026-05-01'), today)).toBe('vendredi 1er mai');
  });

  it('are typed on keys that the region can read', async () => {
    await speak('ar', 'ar-JO');
    expect(['7', '00'].map(digitsText)).toEqual(['٧', '٠٠']);
    await speak('en', 'en-GB');
    expect(['7', '00'].map(digitsText)).toEqual(['7', '00']);
  });
});

describe('speaking another language', () => {
  it('says every word in it, those that were held on to as well', async () => {
    const held = { title: m.shell_week };
    await speak('xx', 'en-GB');
    expect(spokenLanguage()).toBe('xx');
    expect(held.title()).toMatch(/^\[.*\]$/);
    expect(countText(2)).toMatch(/^\[/);
    expect(namesText(['Tom', 'Hana'])).toBe('Tom and Hana');
  });
});
