import { describe, expect, it } from 'vitest';
import { segmentsForCustomer } from '../support/shops/segments-for-customer.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import { historyOf, type History } from '#domain/visits/history.ts';
import { allSegments } from '#domain/week/segment.ts';
import { defaultSettings } from '#domain/shop/settings.ts';
import { type Day } from '#lib/day.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { sampleSeed, sampleSettings, sampleSize } from '#sample/sample-settings.ts';
import { generateParts, type ShopPart, type ShopPlan } from '#sample/generate-parts.ts';
import { generateShop } from '../support/shops/generate-shop.ts';
import { day } from '../support/shops/shop-with.ts';

const today = day('2026-11-21');
const money = { zone: 'Europe/London', currency: { code: 'GBP', digits: 2 }, language: 'en' };
const settings = {
  ...defaultSettings(nextTimestamp({ last: null, now: 0, device: 'test' })),
  ...sampleSettings(today, money),
};
const calendar = { openings: settings.openings, closures: settings.closures };

describe('the sample shop', () => {
  it('is the same shop each time', () => {
    expect(sampleOn(today)).toEqual(sampleOn(today));
  });

  it('has 60 people and 3,000 visits, none of them in the future', () => {
    const shop = sampleOn(today, 600);
    expect(shop.customers.length).toBe(60);
    expect(shop.visits.length).toBe(3000);
    const late = shop.visits.filter(
      (visit) => visit.day > today || (visit.day === today && (visit.minute ?? 0) > 600),
    );
    expect(late).toEqual([]);
  });

  it('tells no two people apart by one cue', () => {
    const cues = sampleOn(today).customers.flatMap(({ cue }) => (cue === '' ? [] : [cue]));
    expect(cues.length).toBeGreaterThan(10);
    expect(new Set(cues).size).toBe(cues.length);
  });

  it('knows where most people live, so that labels can be tried, and no two in one house', () => {
    const { customers } = sampleOn(today);
    const addresses = customers.flatMap((each) => each.addresses);
    expect(addresses.length).toBeGreaterThan(customers.length / 2);
    expect(addresses.length).toBeLessThan(customers.length);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^\d+ [A-Z][\w ]+\nPellbridge$/);
  });

  it('gives every row an id of its own', () => {
    const { customers, visits, moments, gestures } = sampleOn(today);
    const ids = [...customers, ...visits, ...moments, ...gestures].map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has nobody in while the shop is away', () => {
    const [closure] = settings.closures;
    const away = sampleOn(today).visits.filter(
      (visit) => closure !== undefined && visit.day >= closure.from && visit.day <= closure.to,
    );
    expect(away).toEqual([]);
  });

  it.each(['2026-01-07', '2026-03-29', '2026-07-14', '2026-11-21', '2028-02-29'])(
    'shows every kind of customer and something to do and to hand over, opened on %s',
    (text) => {
      const at = day(text);
      const shop = sampleOn(at);
      const histories = historiesOf(shop);
      const mine = { ...settings, ...sampleSettings(at, money) };
      const source = { histories, calendar: mine, rules: mine.kindRules, today: at };
      const found = new Set(
        histories.flatMap(({ customerId }) =>
          segmentsForCustomer(customerId, source).map(({ segment }) => segment),
        ),
      );
      expect(allSegments.filter((kind) => !found.has(kind))).toEqual([]);
      expect(suggest({ histories, settings: mine, today: at }).suggestions.length).toBeGreaterThan(
        3,
      );
      expect(shop.gestures.some((gesture) => gesture.handedOverOn === null)).toBe(true);
    },
  );

  it('treats the four who show that spending is no answer as they deserve', () => {
    const histories = historiesOf(sampleOn(today));
    const week = suggest({ histories, settings, today });
    const suggested = week.suggestions.map((suggestion) => suggestion.name);
    expect(suggested).not.toContain('Mr Bergström');
    expect(suggested).not.toContain('Kevin Doyle');
    expect(suggested).toContain('Rosa Amaral');
  });
});

describe('an invented shop of any size', () => {
  it('has exactly as many visits as planned, near enough named', () => {
    const shop = generateShop(crowd(400, 20_000));
    expect(shop.customers.length).toBe(400);
    expect(shop.visits.length).toBe(20_000);
    const named = shop.visits.filter((visit) => visit.customerId !== null).length;
    expect(named / 20_000).toBeGreaterThan(0.75);
    expect(named / 20_000).toBeLessThan(0.95);
  });

  it('comes in parts that hold people together with all that is theirs', () => {
    for (const part of generateParts(crowd(250, 4_000))) {
      const ids = new Set(part.customers.map((customer) => customer.id));
      const strangers = part.visits.filter(
        (visit) => visit.customerId !== null && !ids.has(visit.customerId),
      );
      expect(strangers).toEqual([]);
    }
  });

  it('differs with its seed', () => {
    const [one, two] = ['a', 'b'].map((seed) => generateShop({ ...crowd(20, 200), seed }));
    expect(one).not.toEqual(two);
  });
});

function sampleOn(endDay: Day, endMinute = 1440): ShopPart {
  const { openings = [], closures = [] } = sampleSettings(endDay, money);
  return generateShop({
    ...sampleSize,
    seed: sampleSeed,
    endDay,
    endMinute,
    calendar: { openings, closures },
  });
}

function crowd(customers: number, visits: number): ShopPlan {
  return { seed: 'crowd', customers, visits, endDay: today, people: 'crowd', calendar };
}

function historiesOf(shop: ShopPart): readonly History[] {
  return shop.customers.map((customer) =>
    historyOf({
      customer,
      joined: [],
      visits: shop.visits.filter((visit) => visit.customerId === customer.id),
      moments: shop.moments.filter((moment) => moment.customerId === customer.id),
      gestures: shop.gestures.filter((gesture) => gesture.customerId === customer.id),
    }),
  );
}
