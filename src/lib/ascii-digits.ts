// Digits of any script as 0 to 9: a list from Cairo, Delhi or Tokyo counts like any other.

/** `text` with the decimal digits of every script as ASCII; all else stays as it is. */
export function withAsciiDigits(text: string): string {
  return text.replace(otherDigit, asciiDigit);
}

const otherDigit = /(?![0-9])\p{Decimal_Number}/gu;

// Unicode gives ten digits in a row, from a place that ends in 0 or in 6. Those of mathematics, in
// which fonts follow one another, fold to ASCII by themselves.
function asciiDigit(digit: string): string {
  const plain = digit.normalize('NFKC');
  if (plain >= '0' && plain <= '9') return plain;
  const place = (digit.codePointAt(0) ?? 0) % 16;
  const first = isDigit((digit.codePointAt(0) ?? 0) - place) ? 0 : 6;
  return String(place - first);
}

function isDigit(codePoint: number): boolean {
  return /\p{Decimal_Number}/u.test(String.fromCodePoint(codePoint));
}
