import { describe, expect, it } from 'vitest';
import type { Hint } from '#domain/week/hint.ts';
import type { Reason } from '#domain/week/reason.ts';
import { allSegments } from '#domain/week/segment.ts';
import type { Exclusion } from '#domain/week/suggestion.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import { exclusionSentence } from '#i18n/exclusions.ts';
import { dayText, moneyShort, money, namesText, timesText, type Wording } from '#i18n/format.ts';
import { hintLine } from '#i18n/hints.ts';
import { segmentName, nowAndThen } from '#i18n/segments.ts';
import { reasonSentence, whyLine, whyLineOnPaper } from '#i18n/reasons.ts';
import { medianOf } from '#lib/statistics.ts';
import fc from 'fast-check';
import { anyShop } from '../support/shops/any-shop.ts';
import { customerId, day, historiesOf, settingsWith, today } from '../support/shops/shop-with.ts';

const pounds = { code: 'GBP', digits: 2 };
const wording: Wording = { today, currency: pounds, nameOf: (id) => id.replace('customer-', '') };
const tom = customerId('Tom R.');
const hana = customerId('Hana');

describe('a reason', () => {
  it.each<[Reason, string]>([
    [
      { code: 'sent-people', people: [tom, hana], since: day('2026-05-03'), theirVisits: 9 },
      'Sent two people since 3 May: Tom R. and Hana. Together they came nine times.',
    ],
    [
      { code: 'sent-people', people: [hana], since: day('2026-05-03'), theirVisits: 2 },
      'Sent Hana: first visit 3 May, twice so far.',
    ],
    [
      { code: 'overdue', typicalDays: 7, silentDays: 35, last: day('2026-05-14') },
      'Usually every seven days. Not seen since 14 May (35 days).',
    ],
    [
      {
        code: 'overdue',
        typicalDays: 5,
        mostlyDays: 9,
        silentDays: 55,
        last: day('2026-04-24'),
        emptyDays: 13,
      },
      'Mostly back within nine days. Not seen since 24 April (55 days, nobody came on 13).',
    ],
    [
      { code: 'own-rhythm', typicalDays: 7.5, within: 5, of: 6, low: 6, high: 9 },
      'Comes every six to nine days (five of the last six gaps).',
    ],
    [
      { code: 'usual-weekday', weekday: 4, times: 8, of: 10 },
      'Mostly Thursdays: eight of the last ten.',
    ],
    [
      {
        code: 'complaint-open',
        day: day('2026-06-12'),
        text: 'The brisket was dry.',
        visitsSince: 2,
      },
      'Complained on 12 June: “The brisket was dry”. Not answered yet. Has come back twice.',
    ],
    [
      { code: 'new-here', first: day('2026-06-01'), visitDays: 1 },
      'First visit 1 June; one visit so far.',
    ],
    [
      { code: 'new-here', first: day('2026-06-01'), visitDays: 4 },
      'First visit 1 June; four visits so far.',
    ],
    [
      { code: 'milestone', visitDays: 50, day: day('2026-06-11') },
      '11 June was the fiftieth day here.',
    ],
    [{ code: 'birthday', day: day('2026-06-19') }, 'Birthday on Friday 19 June.'],
    [
      { code: 'coming-more', recentVisits: 5, recentWeeks: 8, earlierVisits: 14, earlierWeeks: 52 },
      'Here on five days in the last eight weeks, on 14 in the 52 weeks before.',
    ],
    [
      {
        code: 'spending-more',
        recentSum: 9050,
        recentWeeks: 8,
        earlierSum: 20_000,
        earlierWeeks: 40,
      },
      '£90.50 in the last eight weeks, £200 in the 40 weeks before.',
    ],
    [
      { code: 'together', first: day('2024-03-07'), visitDays: 61 },
      'A customer since March 2024: 61 visits.',
    ],
    [
      { code: 'together', first: day('2024-03-07'), visitDays: 76, visits: 129 },
      'A customer since March 2024: 76 days, 129 visits.',
    ],
    [
      { code: 'visits-this-year', visitDays: 12, visits: 15, weeks: 52 },
      'In the last 52 weeks: twelve days, 15 visits.',
    ],
    [
      { code: 'anniversary', years: 2, first: day('2024-06-20') },
      'Two years on 20 June since the first visit.',
    ],
    [{ code: 'shared', times: 1, last: day('2026-06-02') }, 'Shared the shop on 2 June.'],
    [
      { code: 'just-looking', visits: 3, last: day('2026-06-02') },
      'Looked around three times, last on 2 June, bought nothing so far.',
    ],
    [{ code: 'last-thanked', day: day('2025-02-12') }, 'Last thanked on 12 February 2025.'],
    [{ code: 'last-thanked', day: null }, 'Never thanked yet.'],
    [{ code: 'reserved-place', week: day('2026-06-15') }, 'This week’s kept place.'],
  ])('%o is said in a sentence', (reason, sentence) => {
    expect(reasonSentence(reason, wording)).toBe(sentence);
  });

  it('stands beside one more, and the kept place is always said', () => {
    const reasons: readonly Reason[] = [
      { code: 'new-here', first: day('2026-06-01'), visitDays: 4 },
      { code: 'usual-weekday', weekday: 4, times: 4, of: 5 },
      { code: 'reserved-place', week: day('2026-06-15') },
    ];
    expect(whyLine(reasons, wording)).toBe(
      'First visit 1 June; four visits so far. This week’s kept place.',
    );
  });

  it('says nothing on paper that nobody would like to find beside their name', () => {
    const reasons: readonly Reason[] = [
      { code: 'new-here', first: day('2026-06-01'), visitDays: 4 },
      { code: 'mostly-reduced', reduced: 3, of: 4 },
      { code: 'reserved-place', week: day('2026-06-15') },
    ];
    expect(whyLineOnPaper(reasons, wording, 'Birthday soon.')).toBe(
      'First visit 1 June; four visits so far.',
    );
  });

  it('is short: half of the lines have a hundred letters at most', () => {
    const lines = fc
      .sample(anyShop, { numRuns: 200, seed: 100 })
      .flatMap((shop) => {
        const histories = historiesOf(shop);
        return suggest({ histories, settings: settingsWith(), today }).suggestions;
      })
      .map(({ reasons }) => whyLine(reasons, wording).length);
    expect(medianOf(lines)).toBeLessThanOrEqual(100);
  });

  it('is said with a number or a date, and without her or his, in any shop', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        for (const { reasons } of suggest({
          histories: historiesOf(shop),
          settings: settingsWith(),
          today,
        }).suggestions) {
          const line = whyLine(reasons, wording);
          expect(line).toMatch(
            /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice)\b/,
          );
          expect(line).not.toMatch(/undefined|NaN|\b(her|his|she|he)\b/);
          expect(line.endsWith('.')).toBe(true);
        }
      }),
    );
  });
});

describe('why not', () => {
  const who = { customerId: tom, name: 'Tom R.' };
  it.each<[Exclusion, string]>([
    [
      { ...who, rule: 'resting', thanked: day('2026-05-28'), restWeeks: 8 },
      'Thanked on 28 May. We leave at least eight weeks between thank-yous.',
    ],
    [
      { ...who, rule: 'skipped', skipped: day('2026-06-11'), skipWeeks: 1 },
      'Skipped on 11 June. We ask again after a week.',
    ],
    [
      { ...who, rule: 'over-budget', cost: 400, left: 50 },
      'Would cost £4, and £0.50 of this week’s budget is left.',
    ],
    [{ ...who, rule: 'places-full', pieces: 8 }, 'This week’s eight places are taken.'],
    [
      { ...who, rule: 'came-once', day: day('2026-02-28'), silentDays: 110 },
      'Came once, on 28 February, and not in the 110 days since.',
    ],
    [
      { ...who, rule: 'only-for-offers', reduced: 3, of: 4 },
      'Three of four visits at a reduced price. We don’t add another offer.',
    ],
  ])('%o is said in a sentence', (exclusion, sentence) => {
    expect(exclusionSentence(exclusion, wording)).toBe(sentence);
  });
});

describe('a hint', () => {
  it.each<[Hint, string]>([
    [{ code: 'to-hand-over', gesture: 'card', words: '' }, 'Card under the till.'],
    [
      { code: 'to-hand-over', gesture: 'offer', words: 'sausages, no charge' },
      'To hand over: sausages, no charge.',
    ],
    [{ code: 'birthday', day: today }, 'Birthday today.'],
    [{ code: 'birthday', day: day('2026-06-19') }, 'Birthday tomorrow.'],
    [{ code: 'birthday', day: day('2026-06-20') }, 'Birthday on Saturday.'],
    [
      { code: 'back-since', day: day('2026-03-20') },
      'First time back since March. Good to see you.',
    ],
    [{ code: 'second-visit' }, 'Second visit. Welcome back.'],
    [{ code: 'milestone', visitDays: 10, visits: 14 }, 'The tenth day here.'],
    [{ code: 'preference', text: 'Likes lamb.', day: today }, 'Likes lamb.'],
    [{ code: 'usual-weekday', weekday: 1, times: 4, of: 5 }, 'Usually here on a Monday.'],
  ])('%o is a line that may be read over the counter', (hint, line) => {
    expect(hintLine(hint, today)).toBe(line);
    expect(line.split(' ').length).toBeLessThanOrEqual(14);
  });
});

describe('words and figures', () => {
  it('name every kind, each by its own word', () => {
    const words = [...allSegments.map(segmentName), nowAndThen()];
    expect(new Set(words).size).toBe(allSegments.length + 1);
    expect(segmentName('slipping')).toBe('Coming less');
  });

  it('give the year only to days far away', () => {
    expect(dayText(day('2026-05-14'), today)).toBe('14 May');
    expect(dayText(day('2024-05-14'), today)).toBe('14 May 2024');
  });

  it('write money in the shop’s own currency', () => {
    expect(money(1840, pounds)).toBe('£18.40');
    expect(moneyShort(1800, pounds)).toBe('£18');
    expect(money(780, { code: 'JPY', digits: 0 })).toBe('¥780');
  });

  it('count in words, and cut long lists of names', () => {
    expect([1, 2, 3, 14].map(timesText)).toEqual(['once', 'twice', 'three times', '14 times']);
    expect(namesText(['Tom R.', 'Hana'])).toBe('Tom R. and Hana');
    expect(namesText(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and two more');
  });
});
