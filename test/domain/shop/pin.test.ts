import { describe, expect, it } from 'vitest';
import { isPin, remainingWait, pauseAfter } from '#domain/shop/pin.ts';

describe('a PIN', () => {
  it.each(['1234', '00000', '12345678'])('may be %s', (text) => {
    expect(isPin(text)).toBe(true);
  });

  it.each(['', '123', '123456789', '12a4', ' 1234', '１２３４', '1234\n'])(
    'cannot be %j',
    (text) => {
      expect(isPin(text)).toBe(false);
    },
  );
});

describe('the pause after wrong tries', () => {
  it('begins with the fifth and doubles up to an hour', () => {
    const seconds = [0, 4, 5, 6, 7, 11, 12, 500].map((tries) => pauseAfter(tries) / 1_000);
    expect(seconds).toEqual([0, 0, 30, 60, 120, 1_920, 3_600, 3_600]);
  });
});

describe('a wait', () => {
  it('runs down, and begins anew when the clock was set back', () => {
    const left = [100, 130, 160, 500, 99].map((now) =>
      remainingWait({ since: 100, length: 60, now }),
    );
    expect(left).toEqual([60, 30, 0, 0, 60]);
  });
});
