import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parcelText,
  parseParcel,
  signedParcelText,
  splitSignedText,
} from '#formats/parcel/parcel-text.ts';
import { byFactTable } from '#schema/tables.ts';

const line = fc
  .tuple(fc.constantFrom('customers', 'visits', 'tablets'), fc.json())
  .map(([table, row]) => `${JSON.stringify([table, JSON.parse(row)])}\n`);
const text = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join(''));

describe('the signature of a parcel', () => {
  it('comes off as it was put on, and leaves the text to the letter', () => {
    fc.assert(
      fc.property(text, fc.base64String({ minLength: 4 }), (whole, signature) => {
        expect(splitSignedText(signedParcelText(whole, signature))).toEqual({
          text: whole,
          signature,
        });
      }),
    );
  });

  it('is none where an older app wrote none, and nothing of the text is lost', () => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(splitSignedText(whole)).toEqual({ text: whole, signature: null });
      }),
    );
  });

  it('is none where its line holds anything but a text', () => {
    const whole = '["visits",{}]\n["signed",7]\n';
    expect(splitSignedText(whole)).toEqual({ text: whole, signature: null });
  });
});

describe('a parcel with a line that is none', () => {
  const head = { shop: 'shop', tablet: 'stall', number: 1, app: '1', device: 'stall', knows: null };
  const whole = parcelText(head, { facts: byFactTable(() => []), tablets: [], emptied: [] });

  it('can be read without it', () => {
    expect(parseParcel(whole)).toMatchObject({ ok: true });
  });

  it.each(['5', 'null', '{}', '"visits"', '["nothing",{}]', '["tablets",{}]', 'visits'])(
    'is damaged: %s',
    (line) => {
      expect(parseParcel(`${whole}${line}\n`)).toEqual({ ok: false, problem: 'damaged' });
    },
  );
});
