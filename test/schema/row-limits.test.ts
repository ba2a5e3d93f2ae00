// How far a figure in a row from elsewhere may go.
import { describe, expect, it } from 'vitest';
import { defaultOpening } from '#domain/shop/settings.ts';
import { validateRow } from '#schema/validate-row.ts';
import { customerRow, gestureRow, settingsRow, visitRow } from '../support/shops/plain-rows.ts';
import { today } from '../support/shops/shop-with.ts';

const { hours } = defaultOpening(today);
const open = (opens: number, closes: number) => ({
  openings: [{ from: today, hours: [{ opens, closes }, ...hours.slice(1)] }],
});

describe('the settings of another tablet', () => {
  it.each([
    ['open around the clock', open(0, 1440)],
    ['money with four digits behind the sign', { currency: { code: 'CLF', digits: 4 } }],
  ])('may hold %s', (_what, changes) => {
    expect(validateRow('settings', { ...settingsRow({}), ...changes })).toMatchObject({ ok: true });
  });

  it.each([
    ['hours beyond the next day', open(0, 2881)],
    ['hours before the day', open(-1, 1000)],
    ['a week of eight days', { openings: [{ from: today, hours: [...hours, null] }] }],
    ['a week of six', { openings: [{ from: today, hours: hours.slice(1) }] }],
    ['five digits behind the sign', { currency: { code: 'GBP', digits: 5 } }],
    ['a currency of two letters', { currency: { code: 'GB', digits: 2 } }],
    ['a zone that is nowhere', { zone: 'Mars/Olympus' }],
  ])('cannot hold %s', (_what, changes) => {
    expect(validateRow('settings', { ...settingsRow({}), ...changes })).toMatchObject({
      ok: false,
    });
  });

  it('have every rule that they do not name as a shop begins with it', () => {
    const { kindRules } = settingsRow({});
    const read = validateRow('settings', {
      ...settingsRow({}),
      kindRules: { newWeeks: 5, unheard: 1 },
    });
    expect(read.ok && read.value.kindRules).toEqual({ ...kindRules, newWeeks: 5 });
  });
});

describe('a visit from another tablet', () => {
  it.each([
    ['nothing paid at midnight', { amount: 0, minute: 0 }, true],
    ['the most there is, a minute before midnight', { amount: 999_999_999, minute: 1439 }, true],
    ['a penny more', { amount: 1_000_000_000 }, false],
    ['less than nothing', { amount: -1 }, false],
    ['a minute before the day', { minute: -1 }, false],
  ])('may have %s: %o %s', (_what, changes, isRight) => {
    expect(validateRow('visits', { ...visitRow({}), ...changes }).ok).toBe(isRight);
  });
});

describe('other rows from another tablet', () => {
  it('name a weekday from Monday to Sunday', () => {
    const read = (weekday: number) =>
      validateRow('gestures', {
        ...gestureRow({}),
        reasons: [{ code: 'usual-weekday', weekday, times: 6, of: 10 }],
      }).ok;
    expect([0, 1, 7, 8, 1.5].map(read)).toEqual([false, true, true, false, false]);
  });

  it('give a card a time that does not run backwards', () => {
    const read = (windowDays: number) =>
      validateRow('gestures', { ...gestureRow({}), windowDays }).ok;
    expect([-1, 0, 28].map(read)).toEqual([false, true, true]);
  });

  it('know a birthday with its year or without', () => {
    const read = (birthday: string) =>
      validateRow('customers', { ...customerRow({}), birthday }).ok;
    expect(['05-17', '1980-05-17', '80-05-17', '5-17'].map(read)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
