import { describe, expect, it } from 'vitest';
import { isNoText, wideEncodingOf } from '#formats/letters/wide-encoding.ts';

const list = 'Name;Phone\r\nTom;1\r\n';

describe('a text of two bytes a letter', () => {
  it('is known by its mark', () => {
    expect(wideEncodingOf(Uint8Array.of(0xff, 0xfe))).toBe('utf-16le');
    expect(wideEncodingOf(Uint8Array.of(0xfe, 0xff))).toBe('utf-16be');
    expect(wideEncodingOf(Uint8Array.of(0xff, 0xff))).toBeNull();
  });

  it('is known without one by the zeros beside its letters', () => {
    expect(wideEncodingOf(wide(list, 0))).toBe('utf-16le');
    expect(wideEncodingOf(wide(list, 1))).toBe('utf-16be');
    expect(wideEncodingOf(wide(list, 0).subarray(0, 33))).toBe('utf-16le');
  });

  it('may have a letter of another script in twenty', () => {
    const words = `${'a'.repeat(40)}\n`;
    expect(wideEncodingOf(wide(`${words}Ā`, 0))).toBe('utf-16le');
    expect(wideEncodingOf(wide(`${words}Ā`, 1))).toBe('utf-16be');
    expect(wideEncodingOf(wide(`${words}ĀĀĀ`, 0))).toBeNull();
    expect(wideEncodingOf(wide(`${words}ĀĀĀ`, 1))).toBeNull();
  });

  it('has lines, and no other controls', () => {
    expect(wideEncodingOf(wide('abcdef', 0))).toBeNull();
    expect(wideEncodingOf(wide('abcdef', 1))).toBeNull();
    expect(wideEncodingOf(wide('abc\ndef\u0001', 0))).toBeNull();
    expect(wideEncodingOf(wide('abc\ndef\u0001', 1))).toBeNull();
    expect(wideEncodingOf(wide('abc\tdef\r', 1))).toBe('utf-16be');
    expect(wideEncodingOf(wide('a\n', 0))).toBeNull();
  });

  it('is none where each letter has one byte', () => {
    expect(wideEncodingOf(new TextEncoder().encode(list))).toBeNull();
    expect(wideEncodingOf(new Uint8Array())).toBeNull();
  });
});

describe('bytes', () => {
  it('are no text when more than one in two hundred is a control', () => {
    expect(isNoText(bytesWith([1], 200))).toBe(false);
    expect(isNoText(bytesWith([1, 2], 200))).toBe(true);
  });

  it.each([0, 1, 8, 14, 31])('%i is a control', (byte) => {
    expect(isNoText(bytesWith([byte, byte], 20))).toBe(true);
  });

  it.each([9, 10, 13, 26, 32, 128, 255])('%i is none', (byte) => {
    expect(isNoText(bytesWith([byte, byte], 20))).toBe(false);
  });
});

/** `zeroSide` 0: the low byte first. */
function wide(text: string, zeroSide: 0 | 1): Uint8Array {
  return Uint8Array.from(
    Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return zeroSide === 0 ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }).flat(),
  );
}

function bytesWith(odd: readonly number[], length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, place) => odd[place] ?? 65);
}
