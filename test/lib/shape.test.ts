import { describe, expect, it } from 'vitest';
import {
  dayShape,
  firstShape,
  listShape,
  numberShape,
  oneOfShape,
  recordShape,
  textShape,
  withDefault,
} from '#lib/shape.ts';

describe('what comes from outside', () => {
  const tablet = recordShape({ name: textShape, visits: withDefault(numberShape, null) });

  it('is taken field by field, and nothing else comes along', () => {
    expect(tablet({ name: 'Till', visits: 3, more: true })).toEqual({ name: 'Till', visits: 3 });
  });

  it('is refused when a field is missing or something else', () => {
    expect(tablet({ visits: 3 })).toBeUndefined();
    expect(tablet({ name: 7, visits: 3 })).toBeUndefined();
    expect(tablet(null)).toBeUndefined();
    expect(tablet(['Till'])).toBeUndefined();
  });

  it('may leave out what has a default', () => {
    expect(tablet({ name: 'Till', visits: 'many' })).toEqual({ name: 'Till', visits: null });
  });

  it('keeps of a list what fits, empty places too where they are meant', () => {
    expect(listShape(textShape)(['a', 1, 'b'])).toEqual(['a', 'b']);
    expect(listShape(withDefault(textShape, null))(['a', 1, null])).toEqual(['a', null, null]);
    expect(listShape(textShape)('a')).toBeUndefined();
  });

  it('may be one of several things', () => {
    const answer = firstShape<unknown>(oneOfShape(['yes', 'no']), dayShape);
    expect(answer('no')).toBe('no');
    expect(answer('2026-03-29')).toBe('2026-03-29');
    expect(answer('2026-02-30')).toBeUndefined();
  });
});
