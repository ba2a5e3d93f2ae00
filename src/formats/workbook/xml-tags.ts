// A scanner for the parts of a workbook, piece by piece: tags and the text between them. It builds
// no tree and knows no entities of a file's own, so that depth and entity bombs mean nothing to it.

import { plainText } from '../web-page/plain-text.ts';

/** What is found, with names that have lost their prefix: `x:row` is `row`. */
export interface TagHandler {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  /** May come in several pieces. */
  readonly text: (text: string) => void;
}

export interface TagScanner {
  /** False when this is no XML: a tag does not end. */
  readonly feed: (piece: string) => boolean;
}

/** No tag of a workbook is longer. */
const maxTagLength = 1_048_576;
/** No reference is longer: `&#x1F600;`. */
const maxReference = 12;

/** Begins a part. */
export function xmlTags(handler: TagHandler): TagScanner {
  let rest = '';

  function feed(piece: string): boolean {
    const text = rest + piece;
    let at = 0;
    for (;;) {
      const begin = text.indexOf('<', at);
      const end = begin === -1 ? -1 : endOfTag(text, begin);
      if (begin === -1 || end === -1) {
        at = giveText(text, at, begin);
        break;
      }
      if (begin > at) handler.text(plainText(text.slice(at, begin)));
      giveTag(text, begin, end);
      at = end;
    }
    rest = text.slice(at);
    return rest.length <= maxTagLength;
  }

  // Text is given as it comes, but for a reference that may be cut in two.
  function giveText(text: string, from: number, begin: number): number {
    const end = begin === -1 ? text.length : begin;
    const cut = begin === -1 ? text.lastIndexOf('&') : -1;
    const to = cut >= from && cut > end - maxReference ? cut : end;
    if (to > from) handler.text(plainText(text.slice(from, to)));
    return to;
  }

  function giveTag(text: string, begin: number, end: number): void {
    if (text.startsWith(cdata, begin)) handler.text(text.slice(begin + cdata.length, end - 3));
    if (text[begin + 1] === '!' || text[begin + 1] === '?') return;
    if (text[begin + 1] === '/') return handler.close(localName(text.slice(begin + 2, end - 1)));
    const isEmpty = text[end - 2] === '/';
    const inside = text.slice(begin + 1, end - (isEmpty ? 2 : 1));
    const blank = inside.search(/\s/u);
    const name = localName(blank === -1 ? inside : inside.slice(0, blank));
    handler.open(name, blank === -1 ? '' : inside.slice(blank));
    if (isEmpty) handler.close(name);
  }

  return { feed };
}

const cdata = '<![CDATA[';

/** Behind the tag that begins at `begin`; -1 while its end has not come yet. */
function endOfTag(text: string, begin: number): number {
  const closing = closingOf(text, begin);
  const at = text.indexOf(closing, begin + 1);
  return at === -1 ? -1 : at + closing.length;
}

function closingOf(text: string, begin: number): string {
  if (text[begin + 1] !== '!') return '>';
  if (text.startsWith('<!--', begin)) return '-->';
  return text.startsWith(cdata, begin) ? ']]>' : '>';
}

function localName(name: string): string {
  const trimmed = name.trimEnd();
  return trimmed.slice(trimmed.indexOf(':') + 1);
}

/** The value of one attribute, or null. */
export function attributeIn(attributes: string, name: string): string | null {
  // As all programs write it: a million cells are asked for three of them each.
  const opening = ` ${name}="`;
  const at = attributes.indexOf(opening);
  if (at === -1)
    return /['\n\r\t]|\s=|=\s/u.test(attributes) ? rareAttribute(attributes, name) : null;
  const from = at + opening.length;
  const end = attributes.indexOf('"', from);
  return end === -1 ? null : plainText(attributes.slice(from, end));
}

const assignment = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Attributes of which all are looked through. */
const maxRareLength = 4096;

function rareAttribute(attributes: string, wanted: string): string | null {
  if (attributes.length > maxRareLength) return null;
  for (const [, name, double, single] of attributes.matchAll(assignment))
    if (name === wanted) return plainText(double ?? single ?? '');
  return null;
}
