// Column headings in English, German, French, Polish and Spanish. Compared whole and folded (no
// case, accents or punctuation): "Phone 1 - Label" is no phone number.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import { normalizedWords } from '#lib/normalize-text.ts';

/** A heading as it is compared: folded words joined by a space. */
export function foldedHeading(heading: string): string {
  return normalizedWords(heading).join(' ');
}

/** What a heading means by itself, or undefined when it is unknown. */
export function meaningOfHeading(heading: string): ColumnMeaning | undefined {
  const folded = foldedHeading(heading);
  return (
    meaningByHeading.get(folded) ?? meaningByHeading.get(folded.replace(/ \d+( value)?$/u, ''))
  );
}

// Each line lists headings, the likeliest first.
const headings: readonly (readonly [ColumnMeaning, ...(readonly string[])])[] = [
  [
    'name',
    'name, full name, customer, customer name, client, client name, person, who, guest, member',
    'contact, kunde, kundin, kundenname, vollstandiger name, gast, nom complet, nom du client',
    'klient, klientka, imie i nazwisko, nazwa klienta, cliente, nombre completo',
    'nombre del cliente, nombre y apellidos',
  ],
  ['first-name', 'first name, firstname, given name, forename, vorname, prenom, imie, nombre'],
  ['middle-name', 'middle name, additional name, zweiter vorname, drugie imie, segundo nombre'],
  [
    'last-name',
    'last name, lastname, surname, family name, nachname, familienname, nom, nom de famille',
    'nazwisko, apellido, apellidos',
  ],
  [
    'nickname',
    'nickname, also called, known as, short name, spitzname, rufname, surnom, przezwisko, apodo',
  ],
  [
    'customer-number',
    'customer id, customer number, customer no, customer nr, customer code, client id, id',
    'member number, member id, account number, card number, loyalty card, square customer id',
    'customer reference id, kundennummer, kunden nr, kundennr, kunden id, numero client',
    'numero de client, code client, numer klienta, id klienta, numero de cliente',
    'codigo de cliente, household, household id, card',
  ],
  [
    'company',
    'company, company name, organization name, organisation, firma, entreprise, societe, empresa',
  ],
  [
    'phone',
    'phone, phone number, telephone, mobile, mobile phone, mobile number, cell, cell phone, tel',
    'contact number, telefon, telefonnummer, handy, handynummer, mobil, telefon komorkowy',
    'numer telefonu, komorka, numero de telephone, portable, telefono, movil, numero de telefono',
  ],
  [
    'email',
    'email, e mail, mail, email address, e mail address, e mail adresse, mailadresse, courriel',
    'adresse e mail, adres e mail, adres email, correo, correo electronico',
  ],
  [
    'address',
    'address, postal address, full address, adresse, anschrift, adres, direccion',
    'address formatted',
  ],
  [
    'street',
    'street, street address, address line, address1, address2, default address address',
    'default address address1, default address address2, strasse, rue, ulica, calle',
  ],
  [
    'postcode',
    'postcode, postal code, zip, zip code, post code, default address zip, plz, postleitzahl',
    'code postal, kod pocztowy, codigo postal',
  ],
  [
    'city',
    'city, town, default address city, ort, stadt, wohnort, ville, miasto, miejscowosc, ciudad',
    'poblacion',
  ],
  [
    'region',
    'state, region, county, province, default address province code, bundesland, wojewodztwo',
    'provincia',
  ],
  ['country', 'country, default address country code, land, pays, kraj, pais'],
  [
    'birthday',
    'birthday, birthdate, birth date, date of birth, dob, born, geburtstag, geburtsdatum',
    'anniversaire, date de naissance, naissance, urodziny, data urodzenia, cumpleanos',
    'fecha de nacimiento',
  ],
  ['cue', 'cue, how you know them, how we know them, recognise by, erkennungszeichen'],
  [
    'note',
    'note, notes, memo, comment, comments, remark, remarks, notiz, notizen, bemerkung',
    'bemerkungen, kommentar, remarque, remarques, commentaire, notatka, uwagi, nota, notas',
    'observaciones',
  ],
  ['labels', 'labels, tags, group membership, groups, etiketten, etiquetas, etykiety'],
  [
    'visit-day',
    'at, date, day, visit, visit date, visited, visited at, date and time, datetime, timestamp',
    'created at, purchase date, order date, transaction date, sale date, datum, tag, besuch',
    'kaufdatum, bestelldatum, jour, date de visite, date d achat, data, dzien, data wizyty',
    'data zakupu, fecha, dia, fecha de compra',
  ],
  ['visit-time', 'time, time of day, hour, uhrzeit, zeit, heure, godzina, czas, hora'],
  [
    'amount',
    'amount, total, total collected, total amount, sum, price, spent, spend, paid, sale, sales',
    'value, grand total, order total, net sales, gross sales, revenue, betrag, summe, gesamt',
    'gesamtbetrag, umsatz, preis, montant, montant total, prix, kwota, suma, wartosc, cena',
    'importe, cantidad, precio',
  ],
  ['amount-minus', 'tip, tips, gratuity, refunded amount, trinkgeld, pourboire, napiwek, propina'],
  [
    'receipt',
    'receipt, receipt number, receipt no, transaction id, order, order id, order number, invoice',
    'invoice number, bon, bonnummer, beleg, belegnummer, rechnungsnummer, bestellnummer, ticket',
    'numero de ticket, numero de facture, paragon, numer paragonu, numero de pedido, recibo',
  ],
  [
    'receipt-type',
    'receipt type, event type, transaction type, transaktionsart, belegart, type de ticket',
  ],
  ['receipt-status', 'status, transaction status, receipt status, order status, statut, estado'],
  ['cancelled-at', 'cancelled at, canceled at, voided at, storniert am'],
];

const meaningByHeading: ReadonlyMap<string, ColumnMeaning> = new Map(
  headings
    .flatMap(([meaning, ...lines]) =>
      lines.flatMap((line) => line.split(', ').map((word) => [word, meaning] as const)),
    )
    // The first meaning listed for a word wins.
    .toReversed(),
);
