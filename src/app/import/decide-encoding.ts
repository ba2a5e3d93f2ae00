// The encoding of a text file, how sure that is, and what else it could be.

import { listEncodings, type ListEncoding } from '#domain/import/list-encoding.ts';
import { wideEncodingOf } from '#formats/letters/wide-encoding.ts';
import { rankEncodings, type Reading } from './rank-encodings.ts';
import type { SurveyedBytes } from './survey-bytes.ts';

export interface EncodingChoice {
  readonly encoding: ListEncoding;
  /** Two texts of the list as they would read. */
  readonly samples: readonly string[];
}

export interface DecidedEncoding {
  readonly encoding: ListEncoding;
  readonly isSure: boolean;
  /** The best first. */
  readonly choices: readonly EncodingChoice[];
}

/** A reading that is e⁸ times as likely as the next is not asked about. */
const sureMargin = 8;
/** A page that names its encoding is believed, unless its letters say much else. */
const declaredBonus = 20;
/** Only programs of old Macs end lines with a carriage return alone. */
const oldMacBonus = 6;
const carriageReturn = 13;
const lineFeed = 10;
const maxChoices = 6;

/** Decides by a mark, by UTF-8 that is whole, else by what the letters of all readings say. */
export function decideEncoding({ head, isUtf8, cells }: SurveyedBytes): DecidedEncoding {
  const wide = wideEncodingOf(head);
  if (wide !== null) return surely(wide);
  if (isUtf8) return surely('utf-8');
  const readings = ranked(cells, head);
  const [best, next] = readings;
  // Letters beyond ASCII that stand in no short cell: Windows-1252 reads every byte.
  if (best === undefined || cells.length === 0) return { ...surely('windows-1252'), isSure: false };
  const margin = best.plausibility - (next?.plausibility ?? -Infinity);
  const shown = readings.filter((each) => each === best || isReadable(each)).slice(0, maxChoices);
  return { encoding: best.encoding, isSure: margin >= sureMargin, choices: choicesOf(shown) };
}

function surely(encoding: ListEncoding): DecidedEncoding {
  return { encoding, isSure: true, choices: [{ encoding, samples: [] }] };
}

function ranked(cells: readonly Uint8Array[], head: Uint8Array): readonly Reading[] {
  const declared = declaredIn(head);
  const isOfOldMac = head.includes(carriageReturn) && !head.includes(lineFeed);
  const rated = rankEncodings(cells).map((reading) => {
    const isDeclared = reading.encoding === declared;
    const isExpected = reading.encoding === 'macintosh' && isOfOldMac;
    const bonus = (isDeclared ? declaredBonus : 0) + (isExpected ? oldMacBonus : 0);
    return { ...reading, plausibility: reading.plausibility + bonus };
  });
  return rated.toSorted((one, other) => other.plausibility - one.plausibility);
}

const declaration = /<[^>]{0,200}(?:charset|encoding)\s*=\s*["']?\s*([\w-]{1,40})/iu;

function declaredIn(head: Uint8Array): ListEncoding | null {
  const start = String.fromCharCode(...head.subarray(0, 2048));
  const label = declaration.exec(start)?.[1];
  return label === undefined ? null : encodingCalled(label);
}

// The browser knows all names of an encoding: Latin-1 is Windows-1252 to the web.
function encodingCalled(label: string): ListEncoding | null {
  try {
    const name = new TextDecoder(label).encoding;
    return listEncodings.find((encoding) => encoding === name) ?? null;
  } catch {
    return null;
  }
}

// Nobody would choose a reading with holes in it.
function isReadable({ text }: Reading): boolean {
  return !/[\u0080-\u009F\uFFFD\p{Co}]/u.test(text);
}

function choicesOf(readings: readonly Reading[]): readonly EncodingChoice[] {
  const read = readings.map(({ text }) => text.split('\n'));
  const shown = tellingLines(read);
  return readings.map(({ encoding }, index) => ({
    encoding,
    samples: shown.map((line) => withoutQuotes(read[index]?.[line] ?? '')),
  }));
}

const maxSamples = 2;

// The places of two names that read differently in the likeliest encodings.
function tellingLines([best = [], next = []]: readonly (readonly string[])[]): readonly number[] {
  const places = [...best.keys()].filter((line) => (best[line] ?? '') !== '');
  const telling = places.filter((line) => best[line] !== next[line]);
  const names = telling.filter((line) => isNameLike(best[line] ?? ''));
  return [...new Set([...names, ...telling, ...places])].slice(0, maxSamples);
}

function isNameLike(text: string): boolean {
  return /^[\p{L}\p{M}'’. -]{2,40}$/u.test(withoutQuotes(text)) && /\p{Lu}|\p{Lo}/u.test(text);
}

function withoutQuotes(text: string): string {
  return text.replaceAll('"', '').trim();
}
