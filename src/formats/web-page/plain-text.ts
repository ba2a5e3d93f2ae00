// Text out of markup: character references become the characters they stand for.

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  deg: '°',
  sect: '§',
  middot: '·',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  szlig: 'ß',
  aelig: 'æ',
  oslash: 'ø',
  eth: 'ð',
  thorn: 'þ',
  oelig: 'œ',
  iexcl: '¡',
  iquest: '¿',
  ordm: 'º',
  ordf: 'ª',
  sup2: '²',
  frac12: '½',
  times: '×',
}; // prettier

// `eacute` and its like: a letter and the mark that stands on it.
const marks: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030A',
  caron: '\u030C',
};

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});?/giu;

/** `markup` with its references resolved; one that means nothing stays as it is. */
export function plainText(markup: string): string {
  if (!markup.includes('&')) return markup;
  return markup.replaceAll(
    reference,
    (whole) => resolved(whole.slice(1).replace(';', '')) ?? whole,
  );
}

function resolved(name: string): string | undefined {
  if (!name.startsWith('#')) return fromName(name);
  const code = Number(/^#x/i.test(name) ? `0x${name.slice(2)}` : name.slice(1));
  return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : undefined;
}

function fromName(name: string): string | undefined {
  const known = named[name] ?? named[name.toLowerCase()];
  if (known !== undefined) return isUpper(name) ? known.toUpperCase() : known;
  const mark = marks[name.slice(1)];
  return mark === undefined ? undefined : `${name.slice(0, 1)}${mark}`.normalize('NFC');
}

function isUpper(name: string): boolean {
  return name.length > 2 && /^[A-Z]/.test(name) && !/^(?:AMP|LT|GT)$/.test(name);
}
