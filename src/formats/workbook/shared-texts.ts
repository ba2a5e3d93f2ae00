// The texts that the cells of a workbook share: each is written once and has a number.

import { storedText } from './stored-text.ts';
import { xmlTags, type TagScanner } from './xml-tags.ts';

/** A scanner of their part, which fills `texts`. */
export function sharedTexts(texts: string[]): TagScanner {
  let pieces: string[] = [];
  let isText = false;
  // How a Japanese name is spoken stands beside it and is not part of it.
  let isSpoken = false;
  return xmlTags({
    open(name) {
      if (name === 'si') pieces = [];
      isText = name === 't';
      if (name === 'rPh') isSpoken = true;
    },
    close(name) {
      if (name === 'si') texts.push(storedText(pieces.join('')));
      if (name === 'rPh') isSpoken = false;
      isText = false;
    },
    text(text) {
      if (isText && !isSpoken) pieces.push(text);
    },
  });
}
