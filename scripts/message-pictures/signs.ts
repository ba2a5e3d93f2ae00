// A number as signs that take no room and are never drawn.

const digits = ['\u200b', '\u200c', '\u200d', '\u2062'];
const end = '\u2063';

export const numberSigns = /((?:\u200b|\u200c|\u200d|\u2062)+)\u2063/gu;

export function signsOf(number: number): string {
  return (
    Array.from(number.toString(digits.length), (digit) => digits[Number(digit)]).join('') + end
  );
}

export function numberOf(signs: string): number {
  const text = Array.from(signs, (sign) => digits.indexOf(sign)).join('');
  return Number.parseInt(text, digits.length);
}
