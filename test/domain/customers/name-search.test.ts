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
    ['hguhes', 'William Hughes', 'or further in front'],
    ['zanetta', 'Żaneta Łoś', 'a letter too many'],
    ['kern', 'Tom Kerr', 'a wrong letter'],
  ])('%s finds %s: %s', (typed, name) => {
    expect(namesFor(search, typed)).toContain(name);
  });

  it('forgives nothing below four letters', () => {
    expect(namesFor(search, 'zam')).toEqual([]);
    expect(namesFor(search, 'kgan')).toEqual(['Mrs Khan']);
  });

  it('takes letters for swapped only when both stand in each other’s place', () => {
    expect(namesFor(search, 'kahn')).toEqual(['Mrs Khan']);
    expect(namesFor(search, 'kxhn')).toEqual([]);
    expect(namesFor(search, 'kaxn')).toEqual([]);
  });

  it('forgives one letter, never two', () => {
    for (const typed of ['khxyan', 'kxyn', 'hkna']) expect(namesFor(search, typed)).toEqual([]);
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

describe('finding somebody by what is on their card', () => {
  const search = shopOf([
    person('Jean-Luc Étienne', {
      phones: ['+447700900110'],
      emails: ['jl@example.org', 'Jean.Etienne@Example.com'],
      importKey: '100200',
    }),
    person('Jörg Müller-Weiß', { phones: ['+447700900301'], importKey: 'A-1002' }),
    person('Łucja Śliwa', { phones: ['020 7946 0199', '0151 5550101'] }),
    person('Ольга Смирнова', { phones: ['+7 903 555-01-10'] }),
    person('Søren Åkesson', { phones: ['+47 955 50 101'], emails: ['søren@example.org'] }),
    person('Anne Marie d’Arcy', { phones: ['(020) 7555 0118'] }),
    person('Giulia Riva', { phones: ['+39 06 1234 5678'] }),
    person('Mona Said', { phones: ['٠١٠٠٧٦٥٤٣٢١'] }),
    person('Table 12 30'),
    person('राम'),
    person('रमा'),
  ]);

  it.each([
    ['07700 900110', 'Jean-Luc Étienne', 'a number as it is dialled here'],
    ['+44 7700 900110', 'Jean-Luc Étienne', 'as from abroad'],
    ['0044 7700 900110', 'Jean-Luc Étienne', 'as from abroad with zeros'],
    ['+44 (0)7700 900110', 'Jean-Luc Étienne', 'as both at once'],
    ['(07700) 900-110', 'Jean-Luc Étienne', 'with brackets and a dash'],
    ['+44 7700 9001', 'Jean-Luc Étienne', 'its beginning from abroad'],
    ['077009001', 'Jean-Luc Étienne', 'its beginning here'],
    ['9001', 'Jean-Luc Étienne', 'four digits of it'],
    ['étienne 9001', 'Jean-Luc Étienne', 'a word of the name beside it'],
    ['0151 5550101', 'Łucja Śliwa', 'the second number'],
    ['+44 151 555', 'Łucja Śliwa', 'the second number, begun from abroad'],
    ['8 903 555 01 10', 'Ольга Смирнова', 'a trunk 8'],
    ['95550101', 'Søren Åkesson', 'a country without a trunk 0'],
    ['020 7555 0118', 'Anne Marie d’Arcy', 'without the brackets'],
    ['+442075550118', 'Anne Marie d’Arcy', 'from abroad'],
    ['06 12345678', 'Giulia Riva', 'a 0 that stays from abroad'],
    ['01007654321', 'Mona Said', 'digits of another script'],
    ['٧٦٥٤٣٢١', 'Mona Said', 'or the same ones'],
    ['jl@example.org', 'Jean-Luc Étienne', 'a mail address'],
    ['jl@', 'Jean-Luc Étienne', 'its beginning'],
    ['jean.e', 'Jean-Luc Étienne', 'the beginning of the second'],
    ['soren@example', 'Søren Åkesson', 'without accents'],
    ['100200', 'Jean-Luc Étienne', 'a customer number'],
    ['a1002', 'Jörg Müller-Weiß', 'a customer number without its dash'],
    ['A-1002', 'Jörg Müller-Weiß', 'or with it'],
    ['mueller', 'Jörg Müller-Weiß', 'ü as ue'],
    ['weiss', 'Jörg Müller-Weiß', 'ß as ss'],
    ['soeren', 'Søren Åkesson', 'ø as oe'],
    ['annemarie', 'Anne Marie d’Arcy', 'two names in one'],
    ['sliwa', 'Łucja Śliwa', 'letters that are not on the pad'],
    ['12 30', 'Table 12 30', 'digits that are a name'],
  ])('%s finds %s: %s', (typed, name) => {
    expect(namesFor(search, typed)).toEqual([name]);
  });

  it('puts a whole mail address before the beginning of another, whoever comes more often', () => {
    const two = shopOf([
      person('Ada Moss', { emails: ['shop@moss.example'] }),
      person('Ben Moss', { emails: ['shop@moss.example.org'] }),
    ]);
    const weightOf = (id: string): number => (id === 'Ben Moss' ? 9 : 0);
    expect(namesFor(two, 'shop@moss.example', weightOf)).toEqual(['Ada Moss', 'Ben Moss']);
  });

  it.each([
    '07700 900 119',
    '+49 7700 900110 5',
    'jl@example.net',
    '10020',
    '990',
    'l@example.org',
  ])('%s finds nobody', (typed) => {
    expect(namesFor(search, typed)).toEqual([]);
  });

  it('finds राम and not रमा', () => {
    expect(namesFor(search, 'राम')).toEqual(['राम']);
  });

  it('puts a whole number before those with a part of it, however likely they are', () => {
    const shop = shopOf([
      person('Ada', { phones: ['07700 100200'] }),
      person('Ben', { importKey: '100200' }),
      person('Cy', { phones: ['100200'] }),
    ]);
    const found = namesFor(shop, '100200', (id) => (id === 'Ada' ? 9 : 0));
    expect(found).toEqual(['Ben', 'Cy', 'Ada']);
  });

  it('finds a number in whatever form it is kept and typed', () => {
    const spelled = fc.constantFrom<(national: string) => string>(
      (national) => `0${national}`,
      (national) => `+44${national}`,
      (national) => `0044 ${national}`,
      (national) => `+44 (0)${national.slice(0, 4)} ${national.slice(4)}`,
      (national) => `(0${national.slice(0, 4)}) ${national.slice(4, 7)}-${national.slice(7)}`,
    );
    const national = fc.stringMatching(/^[1-9][0-9]{9}$/);
    fc.assert(
      fc.property(national, spelled, spelled, (digits, kept, typed) => {
        const shop = shopOf([person('Ada', { phones: ['999', kept(digits)] })]);
        expect(namesFor(shop, typed(digits))).toEqual(['Ada']);
      }),
    );
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

describe('names in other letters', () => {
  it.each([
    ['olga', 'Ольга Петрова'],
    ['mariya', 'Мария'],
    ['maria', 'Мария'],
    ['julia', 'Юлия'],
    ['yulia', 'Юлия'],
    ['shevch', 'Тарас Шевченко'],
    ['nikos', 'Νίκος'],
    ['eleni', 'Ελένη'],
    ['papadop', 'Μαρία Παπαδοπούλου'],
    ['bill', 'Уильям'],
  ])('are found by “%s” on the keys from A to Z: %s', (typed, name) => {
    const search = shopOf([person(name), person('Tom Reid')]);
    expect(namesFor(search, typed)).toEqual(name === 'Уильям' ? [] : [name]);
  });

  it('are found by their own letters too, and before anybody spelled alike', () => {
    const search = shopOf([person('Ольга'), person('Olga')]);
    expect(namesFor(search, 'Оль')).toEqual(['Ольга']);
    expect(namesFor(search, 'olga')).toEqual(['Olga', 'Ольга']);
  });

  it.each([
    ['sepp', 'Josef Huber'],
    ['manu', 'Emmanuelle Roux'],
    ['josef', 'Sepp Moser'],
  ])('and short forms are known in German and French: “%s” finds %s', (typed, name) => {
    expect(namesFor(shopOf([person(name)]), typed)).toEqual([name]);
  });
});

function person(name: string, more: Partial<SearchableCustomer> = {}): SearchableCustomer {
  return {
    id: customerIdFrom(name),
    name,
    alsoCalled: [],
    cue: '',
    phones: [],
    emails: [],
    importKey: null,
    ...more,
  };
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
