// All column headings that are known by themselves.

import type { HeadingMeaning } from './heading-meaning.ts';
import { personHeadings } from './person-headings.ts';
import { saleHeadings } from './sale-headings.ts';

const unusedHeadings: readonly (readonly [HeadingMeaning, ...(readonly string[])])[] = [
  [
    'skip',
    'quantity, qty, count, menge, anzahl, quantite, cantidad, quantita, aantal, antal, quantidade, ilosc',
    'item, items, item name, product, product name, description, category, sku, variant, services',
    'service, type of service, duration, calendar, artikel, bezeichnung, beschreibung, produkt, article',
    'designation, produit, producto, articulo, descripcion, prodotto, articolo, descrizione, omschrijving',
    'vara, artikelnamn, produto, descricao, towar, opis, nazwa towaru, payment method, payment type',
    'payment, tender, card brand, card type, zahlungsart, zahlungsmethode, mode de paiement, paiement',
    'forma de pago, metodo de pago, metodo di pagamento, betaalwijze, betalningssatt, forma platnosci',
    'employee, staff, cashier, server, mitarbeiter, discount, discounts, rabatt, remise, descuento, sconto',
    'korting, desconto, rabat, fees, fee, gebuhr, frais, payout, payout id, payout date, versement',
    'date de versement, id de versement, auszahlung, auszahlungsdatum, auszahlungs id, end time, end',
    'ende, fin, balance, points, points balance, total visits, total spent, total orders, lifetime spend',
    'transaction count, first visit, last visit, last purchase, last order, letzter besuch, letzter kauf',
    'derniere visite, dernier achat, ultima visita, ultima compra, ultimo acquisto, laatste bezoek',
    'senaste besok, ostatnia wizyta, gender, geschlecht, sexe, sexo, sesso, geslacht, kon, language',
    'sprache, langue, idioma, lingua, taal, sprak, jezyk, website, photo, anniversary, jahrestag, age',
    'alter, paid, bezahlt, guests, covers, table, tisch, tax rate, steuersatz, number of visits, visits',
    'fax, telefax, fax number, faxnummer, fax no, home fax, business fax, numero de fax, iban, bic',
    'vat number, vat no, vat id, tax id, tax number, nif, cif, nie, dni, cpf, cnpj, nip, pesel, siret',
    'steuernummer, steuernr, ust id, ust idnr, partita iva, codice fiscale, p iva, btw nummer',
    'customer since, client since, member since, joined, date joined, join date, joined at, registered',
    'registered at, registered on, registration date, signup date, sign up date, signed up, updated at',
    'last updated, modified, modified at, updated, last modified, last activity date, last login',
    'kunde seit, mitglied seit, eintrittsdatum, eintritt, registriert am, angemeldet am, mitglied ab',
    'client depuis, membre depuis, date d inscription, inscrit le, date d adhesion, cliente desde, alta',
    'fecha de alta, fecha alta, fecha de registro, socio desde, cliente dal, data registrazione',
    'data iscrizione, iscritto dal, klant sinds, lid sinds, inschrijfdatum, kund sedan, medlem sedan',
    'registrerad, data de registo, data de cadastro, cliente desde, klient od, data rejestracji',
    'дата регистрации, клиент с, 登録日',
    'time zone, timezone, date scheduled, to email address, name suffix, suffix, job title, department',
  ],
];

/** Headings by meaning; the first meaning that lists a heading has it. */
export const headingWords: readonly (readonly [HeadingMeaning, ...(readonly string[])])[] = [
  ...personHeadings,
  ...saleHeadings,
  ...unusedHeadings,
];
