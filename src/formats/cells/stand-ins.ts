// What tills write where nobody was named: "Walk-in Customer", "Laufkunde", "Client comptoir".

import { normalizedWords } from '#lib/normalize-text.ts';

const standIns: ReadonlySet<string> = new Set(
  [
    'walk in, walkin, walk in customer, walk in client, walkin customer, walk in guest, walk ins',
    'cash customer, cash client, cash sale, cash sales, cash, counter sale, counter customer',
    'guest, guest customer, guest user, guest checkout, anonymous, anonymous customer, anon',
    'unknown, unknown customer, no name, noname, no customer, none, n a, na, null, nil, false, true',
    'default customer, default, general customer, general public, retail customer, passer by, misc',
    'customer, client, public, various, diverse, test, test customer, not specified, unassigned',
    'one time customer, house account, store customer, pos customer, generic customer, deleted',
    'deleted customer, customer deleted, private, private customer, walk up, over the counter',
    'laufkunde, laufkundin, laufkundschaft, barkunde, barverkauf, bar, tageskunde, kunde, gast',
    'unbekannt, unbekannter kunde, ohne namen, ohne name, kein kunde, anonym, anonymer kunde',
    'privatkunde, diverse kunden, standardkunde, theke, thekenverkauf, einmalkunde, endkunde',
    'client comptoir, client de passage, clients de passage, comptoir, passage, passant, inconnu',
    'client inconnu, client anonyme, anonyme, client divers, clients divers, divers, sans nom',
    'vente comptoir, client par defaut, client occasionnel, aucun, aucun client, invite',
    'publico en general, publico general, cliente general, cliente contado, contado, mostrador',
    'cliente mostrador, cliente generico, cliente anonimo, anonimo, consumidor final, cliente',
    'cliente varios, clientes varios, varios, sin nombre, desconocido, cliente ocasional, ninguno',
    'cliente de paso, invitado, cliente banco, banco, cliente occasionale, cliente di passaggio',
    'cliente anonimo, sconosciuto, cliente sconosciuto, corrispettivi, privato, ospite, nessuno',
    'passant, passanten, balieklant, baliekl, contante klant, klant, onbekend, onbekende klant',
    'anoniem, losse klant, losse verkoop, kassaklant, particulier, gast klant, geen klant',
    'cliente balcao, balcao, cliente avulso, avulso, venda balcao, venda a dinheiro, sem nome',
    'cliente nao identificado, nao identificado, desconhecido, convidado, nenhum',
    'kontantkund, kontantkunder, drop in, dropin, okand, okand kund, ingen kund, butikskund, kund',
    'anonym kund, diverse kunder, privatkund, kassakund, passerande',
    'klient detaliczny, detal, detaliczny, klient anonimowy, anonimowy, klient, klient z ulicy',
    'sprzedaz detaliczna, paragon, nieznany, brak, brak danych, gosc, kontrahent detaliczny',
    'розничный покупатель, покупатель, гость, клиент, неизвестно, нет, без имени, частное лицо',
    '一般客, 一般のお客様, お客様, ゲスト, 非会員, 未登録',
  ]
    .join(', ')
    .split(', ')
    .map(keyOf),
);

// Names that are put together of such words only: "Klient indywidualny", "Client au comptoir",
// "Ohne Kunde".
const anonymousWords: ReadonlySet<string> = wordsOf(
  'walk walkin in up cash counter sale sales customer customers client clients guest guests shop store',
  'retail general public anonymous unknown unnamed unregistered pos till default generic casual misc',
  'miscellaneous passing trade individual various one time onetime temporary',
  'laufkunde laufkunden laufkundschaft bar barkunde kunde kundin kunden barverkauf thekenkunde theke',
  'tresen laden unbekannter unbekannte unbekannt anonymer anonyme gast gaste sonstige sonstiger diverse',
  'standard allgemeiner verkauf ladenkunde kassenkunde einzelkunde',
  'comptoir passage divers inconnu inconnue anonyme vente ventes magasin occasionnel particulier',
  'cliente clientes publico mostrador contado venta ventas generico generica anonimo anonima final',
  'consumidor varios paso tienda efectivo ocasional',
  'clienti banco vendita vendite generico occasionale anonimo privato passaggio contanti negozio finale',
  'consumatore klant klanten passant passanten contante contant losse balie verkoop winkel anonieme',
  'onbekende kassa particuliere balcao avulso avulsa venda vendas dinheiro loja',
  'kund kunder kontant kontantkund forsaljning kontantforsaljning butik butikskund okand anonym lopkund',
  'klient klienci detaliczny indywidualny anonimowy nieznany sprzedaz detaliczna gotowkowa gotowka',
  'paragonowy sklepowy przypadkowy покупатель клиент розничный неизвестный случайный частное лицо гость',
);
const withoutWords: ReadonlySet<string> = wordsOf(
  'no without ohne kein keine keinen sans aucun aucune sin ningun ninguno senza nessun nessuno zonder',
  'geen sem nenhum utan ingen inget bez brak без нет name namen nom nombre nome naam namn nazwy nazwa',
  'danych details id klienta klienten',
);
const linkWords: ReadonlySet<string> = wordsOf(
  'of the at a an au aux a la le les du des de del al el en di da do dal dla na przy z w vid i im am',
  'an der die das den von zum zur het op aan de over',
);
const places = new RegExp(
  `^(?:(?:table|tisch|mesa|tavolo|tafel|bord|stolik|стол|seat|room)(?: (?:no |nr )?\\d+)?|` +
    'take ?away|take ?out|to ?go|eat in|dine in|delivery|collection|pick ?up|drive thru|' +
    'online|online (?:sale|order)|web order|ausser haus|zum mitnehmen|mitnahme|abholung|lieferung|' +
    'a emporter|emporter|sur place|para llevar|para levar|da asporto|asporto|meenemen|afhalen|' +
    'bezorgen|avhamtning|ta med|na wynos|dostawa|contant|kontantforsaljning)$',
  'u',
);

/** Whether a name stands for nobody in particular. */
export function isStandIn(name: string): boolean {
  const key = keyOf(name);
  if (standIns.has(key) || places.test(key) || isMadeOfAnonymousWords(key)) return true;
  // "Walk-in 3" and "Cash customer 2": several tills, each with its own.
  const bare = key.replace(/ \d+$/u, '');
  return (
    bare !== key && (standIns.has(bare) || isMadeOfAnonymousWords(bare)) && /[a-z]{4}/u.test(key)
  );
}

function isMadeOfAnonymousWords(key: string): boolean {
  const words = key.split(' ').filter((word) => !linkWords.has(word));
  return (
    words.length > 1 && words.every((word) => anonymousWords.has(word) || withoutWords.has(word))
  );
}

function wordsOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ').map(keyOf)));
}

function keyOf(name: string): string {
  return normalizedWords(name).join(' ');
}
