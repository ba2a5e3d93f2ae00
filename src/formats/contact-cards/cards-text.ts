// Contact cards as a list with headings: row 1 is the headings, row n + 1 is card n.

import { delimitedText } from '../delimited/delimited-text.ts';
import { contactCard, type ContactCard } from './contact-card.ts';
import { contentLines, type ContentLine } from './content-lines.ts';
import type { DecodeBytes } from './property-value.ts';

/** More numbers, mails or addresses than this stand together in the last column. */
const maxRepeated = 20;

/** The list, or null when there is no card in `text`. */
export function cardsText(text: string, decode: DecodeBytes): string | null {
  const cards = [...cardsIn(text)].map((lines) => contactCard(lines, decode));
  if (cards.length === 0) return null;
  const counts = countsOf(cards);
  return delimitedText([
    headings(counts),
    ...cards.map((card) => (card === null ? [] : rowOf(card, counts))),
  ]);
}

function* cardsIn(text: string): Generator<readonly ContentLine[]> {
  let open: ContentLine[] | null = null;
  for (const line of linesOfCustomers(text)) {
    const edge = edgeOf(line);
    if (edge === null) {
      open?.push(line);
      continue;
    }
    // A card that is not closed ends where the next one begins.
    if (open !== null) yield open;
    open = edge === 'BEGIN' ? [] : null;
  }
  if (open !== null) yield open;
}

// A card may hold another one, its agent's, who is not a customer.
function* linesOfCustomers(text: string): Generator<ContentLine> {
  let agents = 0;
  let last = '';
  for (const line of contentLines(text)) {
    const edge = edgeOf(line);
    if (edge === 'BEGIN' && (agents > 0 || last === 'AGENT')) agents += 1;
    if (agents === 0) yield line;
    if (edge === 'END' && agents > 0) agents -= 1;
    last = line.name;
  }
}

function edgeOf({ name, value }: ContentLine): 'BEGIN' | 'END' | null {
  if (name !== 'BEGIN' && name !== 'END') return null;
  return /^\s*VCARD\s*$/iu.test(value) ? name : null;
}

interface Counts {
  readonly phones: number;
  readonly emails: number;
  readonly addresses: number;
}

function countsOf(cards: readonly (ContactCard | null)[]): Counts {
  const most = (lengthOf: (card: ContactCard) => number): number =>
    cards.reduce((max, card) => Math.max(max, card === null ? 0 : lengthOf(card)), 1);
  return {
    phones: Math.min(
      most(({ phones }) => phones.length),
      maxRepeated,
    ),
    emails: Math.min(
      most(({ emails }) => emails.length),
      maxRepeated,
    ),
    addresses: Math.min(
      most(({ addresses }) => addresses.length),
      maxRepeated,
    ),
  };
}

function headings({ phones, emails, addresses }: Counts): readonly string[] {
  return [
    'Name',
    'Nickname',
    'Company',
    ...numbered('Phone', phones),
    ...numbered('Email', emails),
    ...numbered('Address', addresses),
    'Birthday',
    'Note',
    'Labels',
  ];
}

function numbered(heading: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? heading : `${heading} ${index + 1}`,
  );
}

function rowOf(card: ContactCard, counts: Counts): readonly string[] {
  return [
    card.name,
    card.nickname,
    card.company,
    ...spread(card.phones, counts.phones),
    ...spread(card.emails, counts.emails),
    ...spread(card.addresses, counts.addresses),
    card.birthday,
    card.note,
    card.labels,
  ];
}

function spread(values: readonly string[], count: number): readonly string[] {
  const last = values.slice(count - 1).join(', ');
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? last : (values[index] ?? ''),
  );
}
