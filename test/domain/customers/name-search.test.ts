import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerIdFrom } from '#domain/customers/customer.ts';
import {
  nameSearch,
  type SearchableCustomer,
  type NameSearch,
} from '#domain/customers/name-search.ts';
import { nameVariantsOf } from '#domain/customers/name-variants.ts';
import { normalizedWords } from '#lib/normalize-text.ts';

describe('finding somebody by a few letters', () => {
  const search = shopOf([
    person('Żaneta Łoś'),
    person('Mrs Khan', { cue: 'red bike', phones: ['07700 900 461'] }),
    person('Tom Kerr'),
    person('William Hughes', { alsoCalled: ['the Captain'] }),
    person('Jean-Luc Øre'),
    person('Frau Straße'),
    person('Siân O’Brien'),
    person('Bob', { phones: ['+44 20 7946 0018'] }),
  ]);

  it.each([
    ['zaneta', 'Żaneta Łoś', 'accents do not matter'],
    ['ZAN', 'Żaneta Łoś', 'nor does case'],
    ['los', 'Żaneta Łoś', 'a Polish ł is an l'],
    ['øre', 'Jean-Luc Øre', 'typed as it is written'],
    ['ore', 'Jean-Luc Øre', 'or as it sounds'],
    ['strasse', 'Frau Straße', 'ß is ss'],
    ['straße', 'Frau Straße', 'and ss is ß'],
    ['kh', 'Mrs Khan', 'any word of the name'],
    ['red', 'Mrs Khan', 'the cue'],
    ['461', 'Mrs Khan', 'the last three digits of the phone'],
    ['0018', 'Bob', 'or more of them'],
    ['tk', 'Tom Kerr', 'initials'],
    ['tomk', 'Tom Kerr', 'two words without a blank between'],
    ['tom ke', 'Tom Kerr', 'two words with one'],
    ['bill', 'William Hughes', 'the short form of a name'],
    ['robert', 'Bob', 'and the long form of a short one'],
    ['capt', 'William Hughes', 'another name they go by'],
    ['o’b', 'Siân O’Brien', 'an apostrophe'],
    ['obr', 'Siân O’Brien', 'or none'],
    ['jean-l', 'Jean-Luc Øre', 'a hyphen'],
    ['jeanl', 'Jean-Luc Øre', 'or none'],
    ['wiliam', 'William Hughes', 'a missing letter'],
    ['hughse', 'William Hughes', 'two letters swapped'],
    ['zanetta', 'Żaneta Łoś', 'a letter too many'],
    ['kern', 'Tom Kerr', 'a wrong letter'],
  ])('%s finds %s: %s', (typed, name) => {
    expect(namesFor(search, typed)).toContain(name);
  });

  it('forgives nothing below four letters', () => {
    expect(namesFor(search, 'zam')).toEqual([]);
    expect(namesFor(search, 'kgan')).toEqual(['Mrs Khan']);
  });

  it('finds nobody for nothing and for signs alone', () => {
    expect(namesFor(search, '')).toEqual([]);
    expect(namesFor(search, ' - ')).toEqual([]);
  });

  it('puts the likely first, never the alphabet', () => {
    const shop = shopOf([person('Anna', {}), person('Anton', {}), person('Anwar', {})]);
    const weights = new Map([
      ['Anna', 1],
      ['Anton', 3],
      ['Anwar', 2],
    ]);
    expect(namesFor(shop, 'an', (id) => weights.get(id) ?? 0)).toEqual(['Anton', 'Anwar', 'Anna']);
  });

  it('puts a name before a cue, and a slip last', () => {
    const shop = shopOf([
      person('Petra', { cue: 'rose tattoo' }),
      person('Rose'),
      person('Ross Hill'),
    ]);
    expect(namesFor(shop, 'rose', (id) => (id === 'Petra' ? 9 : 0))).toEqual([
      'Rose',
      'Petra',
      'Ross Hill',
    ]);
  });

  it('follows a changed customer and drops a removed one', () => {
    const shop = shopOf([person('Petra')]);
    shop.put({ ...person('Petra'), name: 'Petra Novak' });
    expect(namesFor(shop, 'nov')).toEqual(['Petra']);
    shop.remove(customerIdFrom('Petra'));
    expect(namesFor(shop, 'pet')).toEqual([]);
  });
});

describe('whoever is in the shop', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'é', 'ł', 'ø', 'ß', 'z', 'K', 'Q');
  const plain = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'z');
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 8 });
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

  it('is found by any beginning of any word of their name', () => {
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (full, pick, cut) => {
        const words = normalizedWords(full);
        const chosen = words[pick % words.length] ?? '';
        const typed = chosen.slice(0, 1 + (cut % chosen.length));
        expect(namesFor(shopOf([person(full)]), typed)).toEqual([full]);
      }),
    );
  });

  it('is found with one slip from four letters on', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: plain, minLength: 4, maxLength: 9 }),
        fc.nat(),
        plain,
        (full, place, wrong) => {
          const at = place % full.length;
          const slipped = `${full.slice(0, at)}${wrong}${full.slice(at + 1)}`;
          expect(namesFor(shopOf([person(full)]), slipped)).toEqual([full]);
        },
      ),
    );
  });

  it('is found in the same order however the index came about', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 30 }), word, (names, typed) => {
        const forwards = shopOf(names.map((each) => person(each)));
        const backwards = shopOf(names.toReversed().map((each) => person(each)));
        expect(namesFor(forwards, typed)).toEqual(namesFor(backwards, typed));
        const found = namesFor(forwards, typed);
        forwards.prioritize([...names.slice(names.length / 2), 'nobody'].map(customerIdFrom));
        expect(namesFor(forwards, typed)).toEqual(found);
      }),
    );
  });
});

function person(name: string, more: Partial<SearchableCustomer> = {}): SearchableCustomer {
  return { id: customerIdFrom(name), name, alsoCalled: [], cue: '', phones: [], ...more };
}

function shopOf(people: readonly SearchableCustomer[]): NameSearch {
  const search = nameSearch(nameVariantsOf);
  for (const each of people) search.put(each);
  return search;
}

function namesFor(
  search: NameSearch,
  typed: string,
  weightOf: (id: string) => number = () => 0,
): readonly string[] {
  return search.find(typed, { limit: 12, weightOf });
}
