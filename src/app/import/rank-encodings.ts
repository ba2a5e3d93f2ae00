// Which encoding a list is written in: every one is tried on the cells that can tell, and the text
// that somebody most likely wrote wins.

import { listEncodings, type ListEncoding } from '#domain/import/list-encoding.ts';
import { plausibilityOf } from '#formats/letters/plausibility.ts';
import { decodeList } from './list-decoder.ts';

/** A reading of the sample, and how plausible it is. */
export interface Reading {
  readonly encoding: ListEncoding;
  /** The cells, a line each. */
  readonly text: string;
  readonly plausibility: number;
}

// How much rarer an encoding is than the commonest, as a logarithm: it decides where a list holds
// two or three letters that could be anything.
const rarity: Readonly<Partial<Record<ListEncoding, number>>> = {
  'windows-1250': 0.5,
  'iso-8859-2': 2,
  'windows-1254': 0.5,
  'windows-1257': 2,
  macintosh: 1,
  cp850: 1,
  cp437: 2,
  cp852: 1.5,
  'koi8-r': 2,
  ibm866: 2,
};

/** All readings that differ, the most plausible first. */
export function rankEncodings(cells: readonly Uint8Array[]): readonly Reading[] {
  const bytes = joined(cells);
  const readings = listEncodings
    .filter((encoding) => !encoding.startsWith('utf-16'))
    .map((encoding) => readingOf(bytes, encoding));
  // The sort is stable: of two that read alike the likelier encoding stays first.
  const ranked = readings.toSorted((one, other) => other.plausibility - one.plausibility);
  const seen = new Set<string>();
  return ranked.filter(({ text }) => {
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

function readingOf(bytes: Uint8Array, encoding: ListEncoding): Reading {
  const text = decodeList(bytes, encoding);
  return { encoding, text, plausibility: plausibilityOf(text) - (rarity[encoding] ?? 0) };
}

// By line feeds, which are the second byte of no letter: a broken one does not spoil the next cell.
function joined(cells: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(cells.reduce((sum, cell) => sum + cell.length + 1, 0));
  let at = 0;
  for (const cell of cells) {
    bytes.set(cell, at);
    at += cell.length + 1;
    bytes[at - 1] = 10;
  }
  return bytes;
}
