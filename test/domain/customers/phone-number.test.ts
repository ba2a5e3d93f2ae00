import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nationalDigits, phoneDigits, phoneKey } from '#domain/customers/phone-number.ts';

describe('a phone number', () => {
  it.each([
    ['07700 900110', '07700900110', '7700900110'],
    ['+44 7700 900110', '447700900110', '7700900110'],
    ['0044 (0)7700 900-110', '00447700900110', '7700900110'],
    ['(+44) 7700 900110', '447700900110', '7700900110'],
    ['(020) 7555 0118', '02075550118', '2075550118'],
    ['+1 (212) 555-0100', '12125550100', '2125550100'],
    ['+353 87 555 0100', '353875550100', '875550100'],
    ['+39 06 1234 5678', '390612345678', '612345678'],
    ['+٤٤ ٧٧٠٠ ٩٠٠١١٠', '447700900110', '7700900110'],
    ['０７７００ ９００１１０', '07700900110', '7700900110'],
    ['', '', ''],
    ['none', '', ''],
  ])('%s has the digits %s and, at home, %s', (phone, digits, national) => {
    expect(phoneDigits(phone)).toBe(digits);
    expect(nationalDigits(phone)).toBe(national);
  });

  it('is the same in all ways of writing', () => {
    const forms = ['07700 900110', '+44 7700 900110', '0044 7700 900110', '(07700) 900-110'];
    expect(new Set(forms.map(phoneKey)).size).toBe(1);
    expect(phoneKey('07700 900111')).not.toBe(phoneKey('07700 900110'));
  });

  it('that is too short to be one stays as it is written', () => {
    expect([phoneKey('ext. 12'), phoneKey('ask Tom'), phoneKey(' 999 ')]).toEqual([
      'ext. 12',
      'ask Tom',
      '999',
    ]);
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(phoneDigits(text)).toMatch(/^[0-9]*$/);
        expect(nationalDigits(text)).toMatch(/^[0-9]*$/);
      }),
    );
  });
});
