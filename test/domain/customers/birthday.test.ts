import { describe, expect, it } from 'vitest';
import { parseBirthdayInput, birthdayInputOf } from '#domain/customers/birthday.ts';
import { day } from '../../support/shops/shop-with.ts';

const today = day('2026-06-18');

describe('a birthday as somebody says it', () => {
  it.each([
    [{ day: '14', month: '5', year: '' }, '05-14'],
    [{ day: '14', month: '5', year: '1961' }, '1961-05-14'],
    [{ day: '29', month: '2', year: '' }, '02-29'],
    [{ day: ' 1 ', month: '12', year: '' }, '12-01'],
    [{ day: '', month: '', year: '' }, null],
  ])('%o is kept as %s', (typed, kept) => {
    expect(parseBirthdayInput(typed, today)).toEqual({
      ok: true,
      value: kept,
    });
  });

  it.each([
    [{ day: '31', month: '2', year: '' }, 'no-such-day'],
    [{ day: '29', month: '2', year: '1961' }, 'no-such-day'],
    [{ day: 'first', month: '5', year: '' }, 'no-such-day'],
    [{ day: '14', month: '5', year: '0x7ad' }, 'no-such-day'],
    [{ day: '14', month: '', year: '' }, 'part'],
    [{ day: '', month: '', year: '1961' }, 'part'],
    [{ day: '19', month: '6', year: '2026' }, 'ahead'],
    [{ day: '14', month: '5', year: '61' }, 'ahead'],
  ])('%o is a slip: %s', (typed, problem) => {
    expect(parseBirthdayInput(typed, today)).toEqual({ ok: false, problem });
  });

  it('goes into the form and out again unchanged', () => {
    for (const birthday of ['05-14', '1961-05-14', '02-29', null])
      expect(parseBirthdayInput(birthdayInputOf(birthday), today)).toEqual({
        ok: true,
        value: birthday,
      });
  });
});
