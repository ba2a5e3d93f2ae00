import { describe, expect, it } from 'vitest';
import {
  redactedError,
  recentErrors,
  captureErrors,
  logError,
} from '#platform/lifecycle/error-log.ts';

describe('what may be logged of an error', () => {
  it('keeps the words of the program and nothing of anybody', () => {
    const quoting = new TypeError('Cannot read properties of "Zoë Canary-Khan", 07700 900123');
    quoting.stack = `${quoting.message}\n at look (https://shop.example/assets/index-a1B2.js:1:420)`;
    expect(redactedError(quoting)).toBe(
      'TypeError: Cannot read properties of … | index-a1B2.js:1:420',
    );
  });

  it.each([
    ['a name for a kind', Object.assign(new Error('x'), { name: 'Zoë Canary-Khan' })],
    ['a name in small letters', new Error('zoë canary-khan is not defined')],
    ['a number with spaces', new Error('+44 7700 900 123')],
    ['something thrown that is no error', 'Zoë Canary-Khan 07700900123'],
    [
      'a place that is no place',
      Object.assign(new Error('x'), { stack: 'at /assets/Canary Khan' }),
    ],
  ])('lets neither name nor telephone through: %s', (_what, error) => {
    expect(redactedError(error)).not.toMatch(/canary|khan|zo|\d{2}/i);
  });

  it('is kept of the last twenty, also of those that nobody caught', () => {
    const stop = captureErrors();
    dispatchEvent(new ErrorEvent('error', { error: new RangeError('Maximum call stack size') }));
    stop();
    expect(recentErrors().at(-1)).toContain('RangeError: Maximum call stack size');
    for (let count = 0; count < 30; count += 1)
      logError(new TypeError(count % 2 === 0 ? 'not a function' : 'not iterable'));
    expect(recentErrors()).toHaveLength(20);
  });
});
