// Lists that write "Krol, Edda". Only where all names of a list do: "Corner Books, Ltd" is no such
// name.

import { normalizeText } from '#lib/normalize-text.ts';
import { textOf } from './cell-text.ts';
import { isStandIn } from './stand-ins.ts';

/** How the names of one list are read. */
export interface NameRules {
  /** Whether they are written "Krol, Edda". */
  readonly isSurnameFirst: boolean;
}

const turned = /^([\p{Letter}\p{Mark}'’ -]+), ?([\p{Letter}\p{Mark}'’. -]+)$/u;
const company =
  /^(?:ltd|limited|inc|llc|gmbh|ag|kg|ug|sarl|sas|sa|srl|spa|sl|bv|nv|ab|lda|ltda|sp z o o|co|jr|sr|phd|md|esq)\b/u;
const surnameFirst =
  /^(?:name|nachname|surname|last ?name|family name|nom|apellidos?|cognome|achternaam|efternamn|apelido|nazwisko),? (?:,|and|und|et|y|e|en|och|i)? ?(?:vorname|first ?name|forename|prenom|nombre|nome|voornaam|fornamn|imie)/u;

/** Whether the names of a column are written with the family name first, and a comma. */
export function isSurnameFirst(names: readonly string[], heading: string): boolean {
  const texts = names.map(textOf).filter((text) => text !== '' && !isStandIn(text));
  const min = surnameFirst.test(normalizeText(heading).trim()) ? 1 : 2;
  return texts.length >= min && texts.every(isTurned);
}

/** "Edda Krol" for "Krol, Edda". */
export function inSpokenOrder(name: string): string {
  return isTurned(name) ? name.replace(turned, '$2 $1').trim() : name;
}

function isTurned(text: string): boolean {
  const behind = turned.exec(text)?.[2];
  return behind !== undefined && !company.test(normalizeText(behind).replaceAll('.', ''));
}
