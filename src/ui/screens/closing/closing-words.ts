import type { ClosingNote } from '#domain/visits/closing-note.ts';
import { enumeration, numberText, shortNamesText } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';

/** More pairs are only counted. */
const maxPairs = 3;

/** At most three sentences: who came in, who brought whom, who was given something. */
export function closingWords(note: ClosingNote): readonly string[] {
  return [cameInWords(note), broughtWords(note), givenWords(note)].filter((words) => words !== '');
}

function cameInWords({ cameIn, firstTime, unnamed }: ClosingNote): string {
  const parts = [
    m.closing_came({ count: cameIn, text: numberText(cameIn) }),
    ...(firstTime === 0 ? [] : [m.closing_first({ text: numberText(firstTime) })]),
    ...(unnamed === 0 ? [] : [m.closing_unnamed({ text: numberText(unnamed) })]),
  ];
  return m.closing_sentence({ parts: enumeration(parts) });
}

function broughtWords({ brought }: ClosingNote): string {
  if (brought.length === 0) return '';
  const pairs = brought.slice(0, maxPairs).map((pair) => m.closing_brought(pair));
  const more = brought.length - pairs.length;
  const rest = more === 0 ? [] : [m.closing_more({ text: numberText(more) })];
  return m.closing_sentence({ parts: enumeration([...pairs, ...rest]) });
}

function givenWords({ givenTo }: ClosingNote): string {
  return givenTo.length === 0 ? '' : m.closing_given({ names: shortNamesText(givenTo) });
}
