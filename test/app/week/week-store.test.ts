import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeSettings } from '#app/shop/change-settings.ts';
import { openRoster, type Roster } from '#app/customers/roster.ts';
import { fitDaily } from '#app/insights/fit-daily.ts';
import { loadModel } from '#app/insights/load-model.ts';
import { computeSuggestions } from '#app/week/suggestions.ts';
import { WeekStore } from '#app/week/week-store.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { addDays } from '#lib/day.ts';
import { personWith, today } from '../../support/shops/shop-with.ts';
import {
  joanPrice,
  moveIn,
  mrOkoro,
  openWeekShop,
  type TestShop,
} from '../../support/shops/week-shop.ts';

let shop: TestShop;
let roster: Roster;
let store: WeekStore;
/** What the board would do after a quiet while. */
let quiet: (() => void) | null;

beforeEach(async () => {
  shop = await openWeekShop([mrOkoro]);
  roster = await openRoster(shop);
  quiet = null;
  store = new WeekStore({
    deps: shop,
    roster,
    schedule: (step) => {
      quiet = step;
      return () => {
        quiet = null;
      };
    },
  });
});

afterEach(() => {
  store.close();
  roster.close();
});

describe('the list of the week on the screens', () => {
  it('is thought out once the day is known', async () => {
    expect(store.list()).toBeUndefined();
    const list = await nextList(() => store.setToday(today));
    expect(list.suggestions.map((each) => each.name)).toEqual(['Mr Okoro']);
    expect(list.week).toBe('2026-06-15');
  });

  it('is thought out with what the past teaches, and is the same after a reload', async () => {
    expect(await loadModel(shop)).toBeUndefined();
    const list = await nextList(() => store.setToday(today));
    expect(await loadModel(shop)).toMatchObject({ fittedOn: today });
    expect(await computeSuggestions(shop, today)).toEqual(list);
  });

  it('learns once, however many ask at the same time', async () => {
    const [one, other] = await Promise.all([fitDaily(shop, today), fitDaily(shop, today)]);
    expect(one).toBe(other);
  });

  it('stays as it is while the day is the same', async () => {
    const list = await nextList(() => store.setToday(today));
    store.setToday(today);
    expect(store.list()).toBe(list);
  });

  it('is another one on Monday', async () => {
    await nextList(() => store.setToday(today));
    const list = await nextList(() => store.setToday(addDays(today, 4)));
    expect(list.week).toBe('2026-06-22');
  });

  it('is thought out anew when people changed and it is quiet, and the old one stands until then', async () => {
    const before = await nextList(() => store.setToday(today));
    await heard(() => moveIn(shop, [personWith(joanPrice)]));
    expect(store.list()).toBe(before);
    const after = await nextList(() => quiet?.());
    expect(after.considered).toBe(before.considered + 1);
  });

  it('holds still while somebody looks at it, and is the newest again when they let go', async () => {
    const before = await nextList(() => store.setToday(today));
    const letGo = store.freeze((shown) => shown);
    await heard(() => moveIn(shop, [personWith(joanPrice)]));
    await nextList(() => quiet?.());
    expect(store.list()).toBe(before);
    expect(store.latest()?.considered).toBe(before.considered + 1);
    letGo();
    expect(store.list()).toBe(store.latest());
  });

  it('is thought out at once when it is asked for, as after a change of settings', async () => {
    await nextList(() => store.setToday(today));
    await changeSettings(shop, { budgetMoney: 0 });
    const list = await nextList(() => store.refresh());
    expect(list.suggestions).toEqual([]);
    expect(list.exclusions[0]).toMatchObject({ name: 'Mr Okoro', rule: 'over-budget', left: 0 });
  });
});

async function nextList(step: () => void): Promise<WeekSuggestions> {
  await new Promise<void>((resolve) => {
    const stop = store.subscribe(() => {
      stop();
      resolve();
    });
    step();
  });
  const list = store.list();
  if (list === undefined) throw new Error('The board told of a list it does not have');
  return list;
}

async function heard(deed: () => Promise<void>): Promise<void> {
  const news = new Promise<void>((resolve) => {
    const stop = roster.subscribe(() => {
      stop();
      resolve();
    });
  });
  await deed();
  await news;
}
