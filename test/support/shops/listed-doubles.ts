// Lists of a shop in which some people stand twice: names of three languages, people who share a
// home, and second records with slips, short forms, other spellings and other numbers. Drawn from a
// seed, with who is who beside it.
import { customerIdFrom, type CustomerId } from '#domain/customers/customer.ts';
import type { ComparedFields } from '#domain/doubles/compare-two-people.ts';
import { nameFamilies } from '#domain/customers/name-variants.ts';
import { foreignShortNames } from '#domain/doubles/foreign-short-names.ts';
import { seededRandom, type Random } from '#lib/seeded-random.ts';

/** How the shop writes names: all of them whole, or half of them as "Mrs Khan" and "Tom R." */
export type NameStyle = 'whole' | 'as-shops-write';

export interface ListedDoubles {
  readonly people: readonly ComparedFields[];
  /** The pairs that are one person, `id id` with the smaller first. */
  readonly pairs: ReadonlySet<string>;
}

interface Drawn {
  readonly title: string;
  readonly first: string;
  readonly last: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly birthday: string | null;
}

const firsts = [...nameFamilies, ...foreignShortNames].map(([name]) => name ?? '');

const lasts = `
Khan Reid Price Walsh Okoro Patel Moss Singh Byrne Hughes Carter Bell Ward Foster Gray Holt Nolan
Dunn Frost Marsh Booth Clarke Turner Baker Cooper Fisher Mason Parker Potter Shepherd Barnes Brooks
Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter
Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner
Krause Meier Lehmann Köhler Herrmann König Walter Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß
Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy
Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller
Lefevre Faure Andre Mercier Blanc Guerin Boyer Garnier Chevalier Francois Legrand Gauthier Garcia
`
  .trim()
  .split(/\s+/);

const streets =
  'High Street,Mill Lane,Church Road,Station Road,Hauptstraße,Gartenweg,Rue de la Gare'.split(',');

const peopleCount = 2_000;
const doublesCount = 300;

export function listedDoubles(seed: string, style: NameStyle): ListedDoubles {
  const random = seededRandom(seed);
  const drawn: Drawn[] = [];
  for (let count = 0; count < peopleCount; count += 1) {
    const before = drawn[count - 1];
    drawn.push(
      before !== undefined && random() < 0.18 ? atHomeWith(before, random) : stranger(random),
    );
  }
  const people = drawn.map((each, at) =>
    recordOf(each, { at, name: writtenName(each, style, random), random }),
  );
  const recordsOf = new Map(people.map((each, at) => [at, [each]]));
  const pairs = new Set<string>();
  for (let count = 0; count < doublesCount; count += 1) {
    const at = Math.floor(random() * peopleCount);
    const [person, records] = [drawn[at], recordsOf.get(at)];
    const [first] = records ?? [];
    if (person === undefined || records === undefined || first === undefined) continue;
    const second = secondRecord(person, first, { at: peopleCount + count, style, random });
    for (const each of records)
      if (haveSomethingInCommon(each, second)) pairs.add(pairKey(each.id, second.id));
    people.push(second);
    records.push(second);
  }
  return { people, pairs };
}

export function pairKey(a: CustomerId, b: CustomerId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function stranger(random: Random): Drawn {
  const first = capital(pick(random, firsts));
  const last = pick(random, lasts);
  const number = Math.floor(random() * 1_000_000);
  return {
    title: pick(random, ['Mr', 'Mrs']),
    first,
    last,
    phone: `07700 ${String(number).padStart(6, '0')}`,
    email: `${first}.${last}${number % 1000}@example.org`.toLowerCase(),
    address: `${1 + Math.floor(random() * 180)} ${pick(random, streets)}`,
    birthday: random() < 0.3 ? drawnBirthday(random) : null,
  };
}

// The landline is the home's, the mail address everybody's own. Most who share a home and are
// called by title and surname are Mr and Mrs.
function atHomeWith(before: Drawn, random: Random): Drawn {
  const other = stranger(random);
  const { last, phone, address } = before;
  const title = (before.title === 'Mr') === random() < 0.9 ? 'Mrs' : 'Mr';
  return { ...other, title, last, phone, address };
}

function recordOf(
  { phone, email, address, birthday }: Drawn,
  { at, name, random }: { readonly at: number; readonly name: string; readonly random: Random },
): ComparedFields {
  return {
    id: customerIdFrom(`c${String(at).padStart(5, '0')}`),
    name,
    alsoCalled: [],
    phones: random() < 0.75 ? [phone] : [],
    emails: random() < 0.45 ? [email] : [],
    addresses: random() < 0.4 ? [address] : [],
    birthday,
  };
}

interface SecondFacts {
  readonly at: number;
  readonly style: NameStyle;
  readonly random: Random;
}

function secondRecord(
  person: Drawn,
  first: ComparedFields,
  { at, style, random }: SecondFacts,
): ComparedFields {
  const named = changedName(person, random);
  const isTurned = style === 'whole' && random() < 0.08;
  const name = isTurned ? `${named.last}, ${named.first}` : writtenName(named, style, random);
  const record = recordOf({ ...person, ...named }, { at, name, random });
  const phones = random() < 0.2 ? [stranger(random).phone] : record.phones.map(abroad(random));
  return { ...record, phones, birthday: random() < 0.5 ? first.birthday : null };
}

function abroad(random: Random): (phone: string) => string {
  return (phone) => (random() < 0.5 ? `+44 ${phone.slice(1)}` : phone);
}

function changedName(person: Drawn, random: Random): Pick<Drawn, 'title' | 'first' | 'last'> {
  const { title, first, last } = person;
  const chance = random();
  if (chance < 0.3) return { title, first: shortForm(first, random), last };
  if (chance < 0.5) return { title, first, last: withSlip(last, random) };
  if (chance < 0.6) return { title, first: withSlip(first, random), last };
  if (chance < 0.75) return { title, first, last: otherSpelling(last) };
  return { title, first, last };
}

function shortForm(first: string, random: Random): string {
  const families = [...nameFamilies, ...foreignShortNames].filter(
    ([name]) => name === first.toLowerCase(),
  );
  const forms = families.flatMap((family) => family.slice(1));
  return forms.length === 0 ? first : capital(pick(random, forms));
}

function withSlip(word: string, random: Random): string {
  if (word.length < 5) return word;
  const at = 2 + Math.floor(random() * (word.length - 3));
  const turned = `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
  return random() < 0.5 ? turned : word.slice(0, at) + word.slice(at + 1);
}

function otherSpelling(word: string): string {
  return word
    .replace('ü', 'ue')
    .replace('ö', 'oe')
    .replace('ä', 'ae')
    .replace('ß', 'ss')
    .replace('ey', 'ei')
    .replace('dt', 't');
}

function writtenName(
  { title, first, last }: Pick<Drawn, 'title' | 'first' | 'last'>,
  style: NameStyle,
  random: Random,
): string {
  const chance = style === 'whole' ? 0 : random();
  if (chance < 0.5) return `${first} ${last}`;
  return chance < 0.75 ? `${title} ${last}` : `${first} ${last.slice(0, 1)}.`;
}

function haveSomethingInCommon(a: ComparedFields, b: ComparedFields): boolean {
  const digits = (phone: string): string => phone.replace(/\D/g, '').slice(-9);
  return (
    a.phones.some((one) => b.phones.some((other) => digits(one) === digits(other))) ||
    a.emails.some((one) => b.emails.includes(one)) ||
    a.addresses.some((one) => b.addresses.includes(one)) ||
    (a.birthday !== null && a.birthday === b.birthday)
  );
}

function drawnBirthday(random: Random): string {
  const [month, on] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
  return `${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}`;
}

function pick<T>(random: Random, all: readonly T[]): T {
  const one = all[Math.floor(random() * all.length)];
  if (one === undefined) throw new Error('There are some');
  return one;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
