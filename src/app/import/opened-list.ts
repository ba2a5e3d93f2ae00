// A list as it is handed on: rows as delimited text, whatever form it came in.

import type { ListEncoding } from '#domain/import/list-encoding.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import { cardsText } from '#formats/contact-cards/cards-text.ts';
import { writtenDelimiter } from '#formats/delimited/delimited-text.ts';
import { textFormOf } from '#formats/file-form/text-form.ts';
import { pageText } from '#formats/web-page/page-text.ts';
import type { WorkbookSheet } from '#formats/workbook/read-workbook.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import type { EncodingChoice } from './decide-encoding.ts';
import { decodeList } from './list-decoder.ts';

/** A list, ready to be cut into rows. */
export interface OpenedList {
  readonly fileName: string;
  readonly fileHash: string;
  readonly kind: 'csv' | 'workbook' | 'contact-cards' | 'web-page' | 'pasted';
  /** Null where the form fixes it. */
  readonly encoding: ListEncoding | null;
  /** The plausible ones, the best first, each with two texts of the list as they would read. */
  readonly encodingChoices: readonly EncodingChoice[];
  readonly isEncodingSure: boolean;
  /** The visible ones first. */
  readonly sheets: readonly WorkbookSheet[];
  readonly sheet: string | null;
  /** Row n of the text is row n of the file or the sheet; of contact cards row n + 1 is card n. */
  readonly text: string;
  /** Null where the file itself delimited its cells, and the text has to say how. */
  readonly delimiter: string | null;
}

/** A list without anything, to be filled. */
export const blankList: OpenedList = {
  fileName: '',
  fileHash: '',
  kind: 'csv',
  encoding: null,
  encodingChoices: [],
  isEncodingSure: true,
  sheets: [],
  sheet: null,
  text: '',
  delimiter: null,
};

/** The list in `text`, by the form of the text. */
export function listIn(text: string, list: OpenedList): Result<OpenedList, ImportProblem> {
  const form = textFormOf(text);
  switch (form) {
    case 'delimited':
      return ok({ ...list, text });
    case 'contact-cards':
      return written(cardsText(text, decodeNamed), { ...list, kind: 'contact-cards' });
    case 'web-page':
      return written(pageText(text), { ...list, kind: 'web-page' });
    case 'empty':
    case 'json':
    case 'not-a-table':
      return failed({ kind: form });
  }
}

function written(text: string | null, list: OpenedList): Result<OpenedList, ImportProblem> {
  return text === null
    ? failed({ kind: 'not-a-table' })
    : ok({ ...list, text, delimiter: writtenDelimiter });
}

// A card may name an encoding that no browser knows, or none where it should.
function decodeNamed(bytes: Uint8Array<ArrayBuffer>, charset: string): string {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    // As a stream: Node 20 reads Windows-1252 as Latin-1 when it has all bytes at once.
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return decodeList(bytes, 'windows-1252');
  }
}
