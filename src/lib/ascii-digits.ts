// Digits of any script as 0 to 9: a list from Cairo, Delhi or Tokyo counts like any other.

/** `text` with the decimal digits of every script as ASCII; all else stays as it is. */
export function withAsciiDigits(text: string): string {
  return text.replace(otherDigit, asciiDigit);
}

const otherDigit = /(?![0-9])\p{Decimal_Number}/gu;

// Unicode gives the ten digits of a script in a row, 0 first; some rows follow one another,
// hence the % 10. Those of mathematics, in many fonts, fold to ASCII by themselves.
function asciiDigit(digit: string): string {
  const plain = digit.normalize('NFKC');
  if (plain >= '0' && plain <= '9') return plain;
  const place = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (isDigit(place - before - 1)) before += 1;
  return String(before % 10);
}

function isDigit(codePoint: number): boolean {
  return /\p{Decimal_Number}/u.test(String.fromCodePoint(codePoint));
}
