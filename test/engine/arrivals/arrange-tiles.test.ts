import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#domain/customers/customer.ts';
import { arrangeTiles } from '#engine/arrivals/arrange-tiles.ts';
import { customerId } from '../../support/shops/shop-with.ts';

const people = (letters: string): readonly CustomerId[] =>
  letters.split('').map((letter) => customerId(letter));
const tiles = (letters: string): readonly (CustomerId | null)[] =>
  letters.split('').map((letter) => (letter === '-' ? null : customerId(letter)));

describe('the tiles', () => {
  it('leave everybody in place who is still likely', () => {
    expect(arrangeTiles(tiles('ABCD'), people('DCBAE'), { maxChanges: 3 })).toEqual(tiles('ABCD'));
  });

  it('change three people at most, the least likely first', () => {
    expect(arrangeTiles(tiles('ABCDE'), people('VWXYZEDCBA'), { maxChanges: 3 })).toEqual(
      tiles('VWXDE'),
    );
  });

  it('fill all empty tiles at once', () => {
    expect(arrangeTiles(tiles('----'), people('ABCDE'), { maxChanges: 3 })).toEqual(tiles('ABCD'));
  });

  it('free the tile of somebody the shop no longer knows', () => {
    expect(arrangeTiles(tiles('AXB'), people('ABC'), { maxChanges: 0 })).toEqual(tiles('ACB'));
  });

  it('stay empty where there are too few people', () => {
    expect(arrangeTiles(tiles('---'), people('A'), { maxChanges: 3 })).toEqual(tiles('A--'));
  });

  const letters = 'ABCDEFGHIJKLMNOP'.split('');
  const anyTiles = fc
    .array(fc.constantFrom(...letters, null), { minLength: 1, maxLength: 8 })
    .map((each) => each.map((letter) => (letter === null ? null : customerId(letter))));
  const anyRanking = fc
    .shuffledSubarray(letters)
    .map((each) => each.map((letter) => customerId(letter)));

  it('never hold anybody twice, never move anybody, and settle in the end', () => {
    fc.assert(
      fc.property(
        anyTiles,
        anyRanking,
        fc.integer({ min: 1, max: 3 }),
        (current, ranked, maxChanges) => {
          const next = arrangeTiles(current, ranked, { maxChanges });
          const standing = next.filter((id) => id !== null);
          expect(next.length).toBe(current.length);
          expect(new Set(standing).size).toBe(standing.length);
          for (const [index, id] of next.entries()) {
            if (id !== null && current.includes(id)) expect(current[index]).toBe(id);
          }
          const gaveWay = current.filter(
            (id, index) =>
              id !== null &&
              ranked.includes(id) &&
              current.indexOf(id) === index &&
              next[index] !== id,
          );
          expect(gaveWay.length).toBeLessThanOrEqual(maxChanges);
          const settled = Array.from({ length: 8 }).reduce<typeof next>(
            (tilesNow) => arrangeTiles(tilesNow, ranked, { maxChanges }),
            next,
          );
          expect(new Set(settled.filter((id) => id !== null))).toEqual(
            new Set(ranked.slice(0, current.length)),
          );
        },
      ),
    );
  });
});
