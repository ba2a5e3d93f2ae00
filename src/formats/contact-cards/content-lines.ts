// The lines of a file of contact cards (vCard 2.1, 3.0 and 4.0), put together again: a long one is
// folded, and in 2.1 an encoded one goes on behind a soft break.

/** One property: `item1.TEL;type=HOME:020 7555 0118`. */
export interface ContentLine {
  /** In capitals, without its group. */
  readonly name: string;
  readonly group: string;
  /** Names in capitals; `TYPE` has all types, also those of 2.1, which have no name. */
  readonly params: ReadonlyMap<string, readonly string[]>;
  /** As it is written: still escaped and encoded. */
  readonly value: string;
}

/** All properties of `text`, line by line. What is no property is left out. */
export function* contentLines(text: string): Generator<ContentLine> {
  const lines = text.split(/\r\n|\r|\n/u);
  for (let at = 0; at < lines.length;) {
    const pieces = [lines[at] ?? ''];
    at += 1;
    const isEncoded = encodedHead.test(pieces[0] ?? '');
    while (at < lines.length && goesOn(pieces.at(-1) ?? '', lines[at] ?? '', isEncoded)) {
      pieces.push(continuationOf(lines[at] ?? '', isEncoded));
      at += 1;
    }
    const line = parsedLine(isEncoded ? withoutSoftBreaks(pieces) : pieces.join(''));
    if (line !== null) yield line;
  }
}

const encodedHead = /^[^:]{0,200}QUOTED-PRINTABLE/iu;

function goesOn(last: string, next: string, isEncoded: boolean): boolean {
  if (isEncoded && last.endsWith('=')) return !/^END:VCARD\s*$/iu.test(next);
  return /^[ \t]/u.test(next);
}

// A fold takes one blank with it; behind a soft break a blank is a blank.
function continuationOf(line: string, isEncoded: boolean): string {
  return isEncoded ? line : line.slice(1);
}

function withoutSoftBreaks(pieces: readonly string[]): string {
  return pieces.map((piece) => (piece.endsWith('=') ? piece.slice(0, -1) : piece)).join('');
}

const lineHead = /^(?:([\w-]{1,60})\.)?([\w-]{1,60})((?:;(?:"[^"]*"|[^":])*)?):/u;

function parsedLine(line: string): ContentLine | null {
  const head = lineHead.exec(line);
  if (head === null) return null;
  const [whole, group = '', name = '', params = ''] = head;
  return {
    name: name.toUpperCase(),
    group,
    params: paramsOf(params),
    value: line.slice(whole.length),
  };
}

const param = /;([^;="]*)(?:=((?:"[^"]*"|[^;"])*))?/gu;
const encodings = /^(?:QUOTED-PRINTABLE|BASE64|8BIT|7BIT|B)$/iu;
/** No program writes more. */
const maxParams = 50;

function paramsOf(written: string): ReadonlyMap<string, readonly string[]> {
  const params = new Map<string, string[]>();
  let count = 0;
  for (const [, first = '', second] of written.matchAll(param)) {
    if (++count > maxParams) break;
    const name = second === undefined ? impliedName(first) : first.trim().toUpperCase();
    const known = params.get(name) ?? [];
    known.push(...(second ?? first).replaceAll('"', '').split(',', maxParams));
    params.set(name, known);
  }
  return params;
}

// In 2.1 a value may stand alone.
function impliedName(value: string): string {
  return encodings.test(value) ? 'ENCODING' : 'TYPE';
}
