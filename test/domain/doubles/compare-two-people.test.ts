import { describe, expect, it } from 'vitest';
import { customerIdFrom } from '#domain/customers/customer.ts';
import {
  comparableOf,
  compareTwoPeople,
  type ComparedFields,
  type DoubleHeap,
} from '#domain/doubles/compare-two-people.ts';

type Signs = Partial<
  Pick<ComparedFields, 'phones' | 'emails' | 'addresses' | 'birthday' | 'alsoCalled'>
>;
type Golden = readonly [string, Signs, string, Signs, DoubleHeap | null, string];

const phone = { phones: ['07700 900123'] };
const abroad = { phones: ['+44 7700 900123'] };
const mail = { emails: ['a.reid@example.org'] };
const home = { addresses: ['12 High St\nBath'] };

const golden: readonly Golden[] = [
  ['Elizabeth Reid', phone, 'Liz Reid', abroad, 'one-person', 'short form, one phone'],
  ['Elizabeth Reid', phone, 'Liz R.', abroad, 'one-person', 'short form and initial, one phone'],
  ['William Byrne', phone, 'Bill Byrne', phone, 'one-person', 'Bill is William'],
  ['Mrs Khan', phone, 'Amina Khan', phone, 'one-home', 'mother and daughter perhaps'],
  ['Mrs Khan', phone, 'Mrs Khan', phone, 'one-person', 'written alike, one phone'],
  ['Mrs Khan', mail, 'Amina Khan', mail, 'one-person', 'one mail address, one surname'],
  ['Mrs Khan', phone, 'Mr Khan', phone, 'one-home', 'Mr and Mrs at one landline'],
  ['Herr Huber', phone, 'Frau Huber', phone, 'one-home', 'the same in German'],
  ['M Dupont', {}, 'Mme Dupont', {}, null, 'nothing in common but the surname'],
  ['Monsieur Roux', phone, 'Madame Roux', phone, 'one-home', 'the same in French'],
  ['Tom Reid', phone, 'Ben Reid', phone, 'one-home', 'father and son'],
  [
    'Ada Twin',
    { ...phone, birthday: '1990-05-02' },
    'Eva Twin',
    { ...phone, birthday: '1990-05-02' },
    'one-home',
    'twins',
  ],
  [
    'John Moss',
    { ...phone, birthday: '1950-03-01' },
    'John Moss',
    { ...phone, birthday: '1980-07-09' },
    'one-home',
    'father and son of one name: other birthdays',
  ],
  ['Jean-Luc Moreau', phone, 'Jean Luc Moreau', phone, 'one-person', 'a hyphen'],
  ['Jean-Luc Moreau', phone, 'Jean-Paul Moreau', phone, 'one-home', 'other second name'],
  ['Thomas Müller', mail, 'Thomas Mueller', mail, 'one-person', 'ü as ue'],
  [
    'Jörg Weiß',
    home,
    'Joerg Weiss',
    { addresses: ['12 High Street, Bath'] },
    'one-person',
    'ß as ss, Street as St',
  ],
  ['Philipp Schmidt', phone, 'Filip Schmit', phone, 'one-person', 'ph as f, dt as t'],
  ['Sepp Bauer', phone, 'Josef Bauer', phone, 'one-person', 'Sepp is Josef'],
  ['Resi Koch', mail, 'Therese Koch', mail, 'one-person', 'Resi is Therese'],
  ['Gaby Leroy', phone, 'Gabrielle Leroy', phone, 'one-person', 'Gaby is Gabrielle'],
  ['Pierrot Petit', phone, 'Pierre Petit', phone, 'one-person', 'Pierrot is Pierre'],
  ['Manu Girard', mail, 'Emmanuelle Girard', mail, 'one-person', 'Manu is Emmanuelle'],
  ['Reid, Elizabeth', phone, 'Elizabeth Reid', phone, 'one-person', 'surname first'],
  ['Reid Elizabeth', phone, 'Elizabeth Reid', phone, 'one-person', 'turned without a comma'],
  ['Catherine Walsh', phone, 'Catherin Walsh', phone, 'one-person', 'a letter is missing'],
  ['Schneider, Karl', home, 'Karl Schnieder', home, 'one-person', 'two letters turned'],
  ['Tom Reid', {}, 'Tom Reid', {}, 'same-name', 'nothing but the name'],
  ['Tom R.', {}, 'Tom Reid', {}, 'same-name', 'nothing but the short name'],
  ['Tom R.', phone, 'Tom Walsh', phone, null, 'an initial of another surname'],
  ['Tom Reid', phone, 'Tom Reid', { phones: ['07700 900999'] }, 'same-name', 'other phones'],
  ['Tom Reid', phone, 'Ben Walsh', phone, null, 'one phone, other names'],
  ['Jon Bell', phone, 'Joe Bell', phone, 'one-home', 'Jon is not Joe'],
  [
    'Anna Weber',
    mail,
    'Peter Weber',
    mail,
    null,
    'a couple with one mail address: no home is known',
  ],
  ['Priya', phone, 'Priya Singh', phone, 'one-person', 'only a first name'],
  ['Priya', {}, 'Priya', {}, 'same-name', 'only first names'],
  [
    'Amina Khan',
    { birthday: '04-15' },
    'Amina Khan',
    { birthday: '1984-04-15' },
    'one-person',
    'birthday and whole name',
  ],
  [
    'Amina Khan',
    { birthday: '04-15' },
    'Amina Patel',
    { birthday: '04-15' },
    null,
    'birthday and first name, other surname',
  ],
  [
    'Amina Khan',
    { birthday: '04-15' },
    'Amina Khan',
    { birthday: '04-16' },
    null,
    'other birthdays',
  ],
  ['Dr Helen Frost', phone, 'Helen Frost', phone, 'one-person', 'a title that both may have'],
  [
    'Ludwig van der Berg',
    phone,
    'Lutz van der Berg',
    phone,
    'one-person',
    'small words before the surname',
  ],
  ['Mary Price', phone, 'M. Price', phone, 'one-person', 'an initial'],
  [
    'Mrs Joan Price',
    { ...home, alsoCalled: ['Joanie'] },
    'Joan Price',
    home,
    'one-person',
    'one home and one whole name',
  ],
];

describe('two records', () => {
  it.each(golden)('%s %o and %s %o are %s: %s', (...row) => {
    const [name, signs, otherName, otherSigns, heap] = row;
    const [a, b] = [recordOf('a', name, signs), recordOf('b', otherName, otherSigns)];
    const found = compareTwoPeople(a, b, () => false)?.heap ?? null;
    expect(found).toBe(heap);
    expect(compareTwoPeople(b, a, () => false)?.heap ?? null).toBe(heap);
  });

  it.each([
    ['Tom Reid', 'Tom Reid', 'name'],
    ['William Byrne', 'Bill Byrne', 'short-name'],
    ['Tom Reid', 'Tom R.', 'short-name'],
  ])('“%s” and “%s” have in common: %s', (name, other, sign) => {
    const [a, b] = [recordOf('a', name, phone), recordOf('b', other, phone)];
    expect(compareTwoPeople(a, b, () => false)?.signs).toEqual(['phone', sign]);
  });

  it('of a short name are one person only where their phone is nobody else’s', () => {
    const [a, b] = [recordOf('a', 'Mrs Khan', phone), recordOf('b', 'Mrs Khan', phone)];
    expect(compareTwoPeople(a, b, () => true)?.heap).toBe('one-home');
  });

  it('that the owner called two people are two, whatever they have in common', () => {
    const a = recordOf('a', 'Tom Reid', { ...phone, ...mail });
    const b = { ...recordOf('b', 'Tom Reid', { ...phone, ...mail }), notSameAs: [a.id] };
    expect(compareTwoPeople(a, b, () => false)).toBeNull();
    expect(compareTwoPeople(b, a, () => false)).toBeNull();
  });
});

function recordOf(id: string, name: string, signs: Signs): ReturnType<typeof comparableOf> {
  const blank = { alsoCalled: [], phones: [], emails: [], addresses: [], birthday: null };
  return comparableOf({ id: customerIdFrom(id), name, ...blank, ...signs });
}
