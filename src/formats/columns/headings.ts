// What a heading means. Headings are compared whole and folded (no case, accents, units or
// punctuation): "Phone 1 - Label" is no phone number. Words that only say whose it is, such as
// "customer" or "home", do not count.

import type { DayOrder } from '#domain/import/column-meaning.ts';
import { normalizedWords } from '#lib/normalize-text.ts';
import { rejectedAs } from '../cells/row-words.ts';
import { meaningByWords } from './meaning-by-words.ts';
import { consentMeaning } from './consent-heading.ts';
import type { HeadingMeaning } from './heading-meaning.ts';
import { headingWords } from './heading-words.ts';

const inBrackets = /[([{<][^)\]}>]*[)\]}>]/gu;
// The unit or currency behind an amount: "Amount GBP", "Total €", "Betrag in EUR".
const unit = /\s(?:in\s)?(?:EUR|GBP|USD|CHF|PLN|SEK|NOK|DKK|CZK|JPY|kr|zl)$/u;
const camelCase =
  /(\p{Lowercase})(?=\p{Uppercase})|(\p{Uppercase})(?=\p{Uppercase}\p{Lowercase})/gu;
const wholeCamelCase = /^\p{Letter}*\p{Lowercase}\p{Uppercase}[\p{Letter}\d]*$/u;

/** A heading as it is compared: folded words joined by a space. */
export function foldedHeading(heading: string): string {
  const known = foldedHeadings.get(heading);
  if (known !== undefined) return known;
  const folded = foldHeading(heading);
  if (foldedHeadings.size < maxRemembered) foldedHeadings.set(heading, folded);
  return folded;
}

// The headings of a list are compared with each of its rows.
const foldedHeadings = new Map<string, string>();
const maxRemembered = 5000;

function foldHeading(heading: string): string {
  const bare = heading.replace(inBrackets, ' ').trim() || heading;
  const split = wholeCamelCase.test(bare.trim()) ? bare.replace(camelCase, '$1$2 ') : bare;
  return normalizedWords(split.replace(/[_/]/gu, ' ').trim().replace(unit, '')).join(' ');
}

const howMany =
  /^(?:number of|no of|count of|quantity of|how many|anzahl|aantal|antal|liczba|ilosc|количество|numero di|(?:nombre|numero) (?:de|d) ?(?:visit\p{L}*|commandes|achats|passages|articles|tickets|pedidos|compras|encomendas))(?!\p{Letter})/u;
const aboutRow = /^(?:(?:is|was|has been|late|order|sale|booking|appointment|ist|wurde) )+/u;

/** What a heading means by itself, or undefined when it is unknown. */
export function meaningOfHeading(heading: string): HeadingMeaning | undefined {
  const folded = foldedHeading(heading);
  if (meanings.has(folded)) return meanings.get(folded);
  const meaning = meaningOfFolded(folded);
  if (meanings.size < maxRemembered) meanings.set(folded, meaning);
  return meaning;
}

const meanings = new Map<string, HeadingMeaning | undefined>();

function meaningOfFolded(folded: string): HeadingMeaning | undefined {
  const words = folded.split(' ');
  // A sentence is no heading, whatever words are in it.
  if (folded === '' || words.length > maxWords) return undefined;
  const whole = words.map((word) => abbreviations[word] ?? word);
  return meaningOf(folded) ?? meaningOf(whole.join(' '));
}

const maxWords = 8;

// As programmers write them: "CUST_NAME", "trans_amt".
const abbreviations: Readonly<Record<string, string>> = {
  cust: 'customer',
  trans: 'transaction',
  txn: 'transaction',
  trx: 'transaction',
  tran: 'transaction',
  amt: 'amount',
  dt: 'date',
  tm: 'time',
  inv: 'invoice',
  rcpt: 'receipt',
  ord: 'order',
  pmt: 'payment',
  acct: 'account',
  ph: 'phone',
  addr: 'address',
  fname: 'first name',
  lname: 'last name',
};

function meaningOf(folded: string): HeadingMeaning | undefined {
  const exact = byHeading.get(folded) ?? byHeading.get(withoutNumbers(folded));
  if (exact !== undefined) return exact;
  if (howMany.test(folded)) return 'skip';
  const consent = consentMeaning(folded);
  if (consent !== undefined) return consent;
  const words = withoutNumbers(folded).split(' ');
  if (words.some((word) => notOfCustomers.has(word))) return 'skip';
  const core = words.filter((word) => !whose.has(word)).join(' ');
  return (
    addressLine(folded, byHeading.get(core)) ??
    byHeading.get(core) ??
    meaningByWords(words) ??
    placeMeaning(words) ??
    cancelMeaning(folded) ??
    meaningByStem(words)
  );
}

// "physical_address1" and "physical_address2" are lines of one address.
function addressLine(
  folded: string,
  meaning: HeadingMeaning | undefined,
): HeadingMeaning | undefined {
  return meaning === 'address' && /\d$/u.test(folded) ? 'street' : undefined;
}

// "Postal / Zip Code" and "PLZ/Ort": several parts of an address in one column.
function placeMeaning(words: readonly string[]): HeadingMeaning | undefined {
  const parts = words.map((word) => byHeading.get(word));
  const rest = parts.filter((part) => part !== 'postcode' && part !== 'house-number');
  if (words.includes('code') && parts.includes('postcode')) return 'postcode';
  const isPlace = rest.every((part) => part === rest[0]);
  return isPlace && (rest[0] === 'city' || rest[0] === 'street') ? rest[0] : undefined;
}

// "Non presentato", "Did not show", "Was cancelled": the row says yes or no to it.
function cancelMeaning(folded: string): HeadingMeaning | undefined {
  const code = rejectedAs(folded.replace(aboutRow, ''));
  return code === 'cancelled' || code === 'no-show' || code === 'refund' ? 'cancelled' : undefined;
}

// "Home phone 2", "Street1" and "E-mail 2 address" are a second one of the same.
function withoutNumbers(folded: string): string {
  return folded
    .replace(/(\p{Letter}{4})\d$/u, '$1')
    .replaceAll(/ \d+\b(?! value)/gu, '')
    .replace(/ (?:\d+ )?value$/u, '')
    .trim();
}

function meaningByStem(words: readonly string[]): HeadingMeaning | undefined {
  const text = words.join(' ');
  if (besideValue.test(text)) return 'skip';
  return stems.find(([stem]) => stem.test(text))?.[1];
}

// Languages that write compounds in one word.
const stems: readonly (readonly [RegExp, HeadingMeaning])[] = [
  [/\be ?mail|mailadress|courriel/u, 'email'],
  [
    /telefon|telephone|phone|handy|rufnummer|mobilnummer|mobiltel|cellulare|celular|telemovel/u,
    'phone',
  ],
  [
    /geburts|birth|nascita|nascimento|naissance|nacimiento|geboorte|fodelse|urodz|рожден/u,
    'birthday',
  ],
  [/kundennummer|kundnummer|klantnummer|mitgliedsnummer|medlemsnummer/u, 'customer-number'],
  [/postleitzahl|postnummer|postcode/u, 'postcode'],
  [/kundenname|klantnaam|kundnamn/u, 'name'],
  [/lieferadresse|rechnungsadresse/u, 'address'],
];
const besideValue =
  /\b(?:label|type|typ|status|verified|count|sent|opens?|clicks|anzahl|format|source|quelle|image|photo|url|link|last|first|letzter?|erster?|next|total|balance)\b/u;

const notOfCustomers: ReadonlySet<string> = new Set(
  (
    'employee staff cashier server waiter barista user operator seller salesperson clerk agent ' +
    'mitarbeiter bediener kassierer verkaufer kellner bearbeiter vendeur vendeuse caissier serveur ' +
    'empleado vendedor cajero camarero mesero operatore cassiere venditore dipendente cameriere ' +
    'medewerker kassier verkoper kassamedewerker anstalld saljare kassor vendedora funcionario ' +
    'operador pracownik kasjer sprzedawca supplier vendor lieferant fournisseur proveedor fornitore ' +
    'product item article artikel produkt produit producto prodotto articolo artykul towar sku ' +
    'store shop branch location filiale magasin tienda negozio winkel butik loja sklep outlet ' +
    'emergency notfall urgence emergencia emergenza noodgeval ' +
    'recipient receiver empfanger destinataire destinatario ontvanger odbiorca mottagare beneficiario ' +
    'device terminal register till pos kasse caisse caja cassa kassa kasa bank iban cardholder'
  ).split(' '),
);

// Whose number it is, or which of several: says nothing about what stands there.
const whose: ReadonlySet<string> = new Set(
  (
    'invitee attendee participant subscriber customer customers client clients member members guest contact person patient buyer payer ' +
    'kunde kunden kundin kundens mitglied mitglieds gast gaste kontakt cliente clienti clientes ' +
    'klient klienta klanten klant kund kunds medlem adherent membre socio socia lid besteller kaufer ' +
    'home work business office private personal primary secondary main default other alternate ' +
    'alternative billing invoice shipping delivery current preferred your the a of de du des der die ' +
    'das del della do da dela van no nr num number numero nummer id value privat geschaftlich ' +
    'dienstlich prive professionnel particular trabajo casa ufficio prywatny domowy eltern parent ' +
    'from daytime evening day mobile night ship physical kd bill mailing eltern1 1 2 3'
  ).split(' '),
);

const byHeading: ReadonlyMap<string, HeadingMeaning> = new Map(
  headingWords
    .flatMap(([meaning, ...lines]) =>
      lines.flatMap((line) =>
        line.split(', ').map((word) => [normalizedWords(word).join(' '), meaning] as const),
      ),
    )
    // The first meaning listed for a word wins.
    .toReversed(),
);

// What somebody paid in the end is better than an amount of which nothing is said, and that better
// than one before tax or discount, or the price of one thing.
const amountRanks: readonly RegExp[] = [
  /\b(?:total collected|grand total|order total|receipt total|amount paid|total paid|paid|endbetrag)\b/u,
  /total|gesamt|\bttc\b|brutto|\bincl\b|\binkl\b|\binc\b|totaal|totalt|razem|zaplaty|\bdue\b|合計|税込|итого/u,
  /^/u,
  /\b(?:net|netto|neto|subtotal|gross sales|excl|exkl|hors|ht|sales)\b/u,
  /price|cost|value|preis|wert|prix|precio|prezzo|prijs|\bpris\b|preco|cena|wartosc|цена|стоимость/u,
];
// Looked for in this order: "total price" is a total, "gross sales" is before the discount.
const rankOrder = [0, 3, 1, 4, 2] as const;

/** How well a heading of money names what somebody paid: 0 is the best, 4 the worst. */
export function amountRank(heading: string): number {
  const folded = foldedHeading(heading);
  return rankOrder.find((rank) => amountRanks[rank]?.test(folded) === true) ?? 2;
}

const dayFirst = /\b(?:d{1,2}|t{1,2}|j{1,2}|g{1,2})\s?[./-]\s?(?:m{1,2})\b/iu;
const monthFirst = /\bm{1,2}\s?[./-]\s?(?:d{1,2}|t{1,2}|j{1,2}|g{1,2})\b/iu;

/** The order of days that a heading names: "Date (DD/MM/YYYY)", "Datum (TT.MM.JJJJ)". */
export function dayOrderIn(heading: string): DayOrder | null {
  if (dayFirst.test(heading)) return 'day-first';
  return monthFirst.test(heading) ? 'month-first' : null;
}

/** Whether a heading says that its times are those of UTC: "Created date (UTC)". */
export function isUtcHeading(heading: string): boolean {
  return /\butc\b/iu.test(heading);
}
