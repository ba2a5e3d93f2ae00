// The value of a property of a contact card: decoded, split at what separates its parts, unescaped.

import type { ContentLine } from './content-lines.ts';

/** Text from bytes in the encoding that a card names. */
export type DecodeBytes = (bytes: Uint8Array<ArrayBuffer>, charset: string) => string;

/** The parts between semicolons, each with its parts between commas. */
export function partsOf(line: ContentLine, decode: DecodeBytes): readonly (readonly string[])[] {
  return splitAt(line.value, ';').map((part) =>
    splitAt(part, ',').map((each) => readable(each, line, decode)),
  );
}

/** The value as one text: commas and semicolons are letters like others. */
export function propertyText(line: ContentLine, decode: DecodeBytes): string {
  return readable(line.value, line, decode);
}

/** Whether the value is a picture, a sound or a key. */
export function isBinary({ params }: ContentLine): boolean {
  return (params.get('ENCODING') ?? []).some((encoding) => /^(?:b|base64)$/iu.test(encoding));
}

function readable(part: string, line: ContentLine, decode: DecodeBytes): string {
  const plain = isQuotedPrintable(line) ? quotedPrintable(part, line, decode) : part;
  return unescaped(plain)
    .split('\n')
    .map((each) => each.trimEnd())
    .join('\n')
    .trim();
}

function isQuotedPrintable({ params }: ContentLine): boolean {
  return (params.get('ENCODING') ?? []).some((encoding) => /^quoted-printable$/iu.test(encoding));
}

// The separators of 2.1 are never encoded, so each part is decoded by itself.
function quotedPrintable(part: string, { params }: ContentLine, decode: DecodeBytes): string {
  const charset = params.get('CHARSET')?.[0] ?? 'utf-8';
  return part.replaceAll(/(?:=[\dA-F]{2})+/giu, (run) =>
    decode(
      Uint8Array.from(run.slice(1).split('='), (hex) => Number.parseInt(hex, 16)),
      charset,
    ).replaceAll(/\r\n?/gu, '\n'),
  );
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([nN,;:\\])/gu, (_, char: string) =>
    char.toLowerCase() === 'n' ? '\n' : char,
  );
}

function splitAt(text: string, separator: ',' | ';'): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === separator) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
