// Headings that are put together of known words: "Final price", "Appointment time", "Bon-Zeit". All
// of their words must be known, so that "Total visits" is no amount.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';

/** What a heading of several words means by all of them together, or undefined. */
export function meaningByWords(words: readonly string[]): ColumnMeaning | undefined {
  const parts = words.flatMap(partsOf);
  return kinds.find(({ holds }) => holds(parts))?.meaning;
}

function partsOf(word: string): readonly string[] {
  const end = compound.exec(word)?.[1];
  return end === undefined ? [word] : ['sale', end];
}

interface Kind {
  readonly meaning: ColumnMeaning;
  readonly holds: (words: readonly string[]) => boolean;
}

function setOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}

const purchases = setOf(
  'document documento dokument dokumentu purchase sale sales order orders transaction receipt invoice bill check ticket booking payment',
  'appointment visit checkout kauf verkauf verkaufs bestellung rechnung bon beleg zahlung termin',
  'besuch buchung transaktion vorgang achat vente commande facture ticket paiement visite',
  'rdv reservation reserva prenotazione rezerwacja rezerwacji boeking rendez vous transaction compra venta pedido factura recibo ticket pago cita visita transaccion',
  'acquisto vendita ordine scontrino fattura ricevuta pagamento appuntamento transazione aankoop',
  'verkoop bestelling bon kassabon factuur betaling afspraak bezoek transactie kop inkop order',
  'kvitto faktura betalning bokning besok transaktion venda fatura pagamento marcacao consulta',
  'zakup zakupu sprzedaz sprzedazy zamowienie zamowienia paragon paragonu faktura faktury platnosc',
  'platnosci wizyta wizyty transakcja transakcji продажа продажи покупка покупки заказ заказа чек чека',
  'визит визита оплата оплаты',
);
const fillers = setOf(
  'of the in on at for to and de du des d la le l el los en da do della del di het der die das am im',
  'w z i och av for till от на в и',
);
const moneyWords = setOf(
  'total totals amount sum price cost gross value brutto betrag summe bruttobetrag bruttosumme gesamt',
  'gesamtbetrag gesamtpreis gesamtsumme endbetrag rechnungsbetrag bonsumme belegsumme preis montant',
  'somme prix importe monto precio importo totale prezzo somma bedrag totaal totaalbedrag prijs belopp',
  'summa totalt totalbelopp pris valor quantia montante preco kwota suma cena razem wartosc сумма итого',
  'стоимость цена',
);
const moneyFillers = setOf(
  'final grand overall full complete paid due collected charged gross brutto total base with incl',
  'including inkl inklusive inc ttc con com z avec mit compris comprise compresa inclusa inclusief',
  'inklusiv payable pagado pagato paye bezahlt betaald betalt pago zaplacono оплачено gbp eur usd chf',
  'pln sek nok dkk czk jpy cad aud nzd euro euros pounds dollars',
);
const taxWords = setOf('tax taxes vat gst mwst ust tva iva btw moms podatek ндс ptu');
const inclusive =
  /\b(?:with|incl\w*|inkl\w*|inc|ttc|con|com|z|avec|mit|compris\w*|compresa|inclus\w*|gross|brutto)\b/u;
const dayWords = setOf(
  'date day dates datetime timestamp datum tag fecha dia data giorno jour dag dzien дата 日付',
);
const timeWords = setOf(
  'time hour uhrzeit zeit heure horaire hora ora orario tijd tijdstip tid klockslag godzina czas время',
);
const whenFillers = setOf(
  'local business service start starting begin beginning opened closed completed paid utc scheduled',
  'beginn inicio inizio debut aanvang poczatek starttid started made sold when dd mm yyyy yy',
);
const numberWords = setOf(
  'number no nr num id ref reference code nummer numero numer n identifier номер',
);
const receiptFillers = setOf('sales pos display external internal unique short');
const typeWords = setOf('type typ kind art tipo soort rodzaj тип');
const statusWords = setOf('status state statut estado stato stan etat статус');
const beginnings = setOf(
  'start starts beginn begin beginning inicio inizio debut aanvang poczatek',
);
const cards = setOf(
  'card carte karte kundenkarte tarjeta tessera carta kaart klantenkaart kort karta cartao',
);
const names = setOf('name names namen and y et und i och en');
const firstNames = setOf(
  'first given forename vorname vornamen prenom nombre nombres nome voornaam fornamn imie имя',
);
const lastNames = setOf(
  'last family surname nachname familienname zuname nom apellido apellidos cognome achternaam',
  'efternamn apelido sobrenome nazwisko фамилия',
);
// Languages that write compounds in one word: "Belegzeit", "Bestelstatus", "Kvittobelopp".
const compound =
  /^(?:(?:ein)?kaufs?|verkaufs|bestell?|beleg|(?:kassen)?bon|rechnungs|buchungs|reservierungs|termin|besuchs|zahlungs|transaktions|umsatz|auftrags|vorgangs|zeilen|aankoop|verkoop|factuur|bezoek|afspraak|transactie|order|betaal|inkops|kop|kvitto|faktura|besoks|boknings|betalnings|forsaljnings)(datum|tag|uhrzeit|zeit|tijd|tid|nummer|nr|betrag|summe|bedrag|belopp|summa|typ|type|art|status)$/u;

function isMade(words: readonly string[], ...sets: readonly ReadonlySet<string>[]): boolean {
  return words.every((word) => fillers.has(word) || sets.some((set) => set.has(word)));
}

function hasOf(words: readonly string[], set: ReadonlySet<string>): boolean {
  return words.some((word) => set.has(word));
}

// "VAT amount" is the tax, "Amount incl. VAT" the whole.
function isMoney(words: readonly string[]): boolean {
  const isWhole = !hasOf(words, taxWords) || inclusive.test(words.join(' '));
  return (
    isWhole &&
    hasOf(words, moneyWords) &&
    isMade(words, moneyWords, moneyFillers, taxWords, purchases)
  );
}

function isTax(words: readonly string[]): boolean {
  return hasOf(words, taxWords) && isMade(words, taxWords, moneyWords, purchases);
}

// The languages say "ora" and "data" for other things too: alone they are in the list of headings.
function isWhen(words: readonly string[], own: ReadonlySet<string>): boolean {
  return hasOf(words, own) && isMade(words, dayWords, timeWords, purchases, whenFillers);
}

function isFactOfPurchase(words: readonly string[], own: ReadonlySet<string>): boolean {
  return (
    hasOf(words, own) && hasOf(words, purchases) && isMade(words, own, purchases, receiptFillers)
  );
}

// "Appointment start": a day, or a time beside one, as its cells show.
function isBeginning(words: readonly string[]): boolean {
  return (
    hasOf(words, beginnings) && hasOf(words, purchases) && isMade(words, beginnings, purchases)
  );
}

// "Nachname, Vorname" and "First and last name".
function isWholeName(words: readonly string[]): boolean {
  return (
    hasOf(words, firstNames) &&
    hasOf(words, lastNames) &&
    isMade(words, firstNames, lastNames, names)
  );
}

// The type of an order says how it was handed over.
function isType(words: readonly string[]): boolean {
  return isFactOfPurchase(words, typeWords) && !words.some((word) => servedWays.test(word));
}

const servedWays = /^(?:order|bestellung|commande|pedido|appointment|visit|booking|termin|cita)/u;

const kinds: readonly Kind[] = [
  { meaning: 'name', holds: isWholeName },
  {
    meaning: 'customer-number',
    holds: (words) =>
      isMade(words, cards, numberWords) && hasOf(words, cards) && hasOf(words, numberWords),
  },
  { meaning: 'receipt-type', holds: isType },
  { meaning: 'receipt-status', holds: (words) => isFactOfPurchase(words, statusWords) },
  { meaning: 'receipt', holds: (words) => isFactOfPurchase(words, numberWords) },
  { meaning: 'amount', holds: isMoney },
  { meaning: 'amount-plus', holds: isTax },
  { meaning: 'visit-day', holds: (words) => isWhen(words, dayWords) },
  { meaning: 'visit-day', holds: isBeginning },
  { meaning: 'visit-time', holds: (words) => isWhen(words, timeWords) },
];
