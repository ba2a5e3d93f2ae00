import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialledNumber } from '#domain/messages/dialled-number.ts';
import { nationalDigits } from '#domain/customers/phone-number.ts';

describe('the number to ring', () => {
  it.each([
    ['0664 123 45 67', 'AT', '+436641234567'],
    ['(0316) 12 34 56', 'AT', '+43316123456'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['07700 900704', 'GB', '+447700900704'],
    ['(212) 555-0100', 'US', '+12125550100'],
    ['06 1234 5678', 'IT', '+390612345678'],
    ['1 212 555 0100', 'US', '+12125550100'],
    ['06 30 123 4567', 'HU', '+36301234567'],
    ['8 612 34567', 'LT', '+37061234567'],
    ['0 612 34567', 'LT', '+37061234567'],
    ['612 345 678', 'ES', '+34612345678'],
    ['+41 79 123 45 67', 'AT', '+41791234567'],
    ['0041 79 123 45 67', 'AT', '+41791234567'],
    ['٠٧٩ ١٢٣ ٤٥٦٧', 'JO', '+962791234567'],
    ['0664 123 45 67', '', '06641234567'],
    ['144', 'AT', '144'],
    ['664 123 45 67', 'AT', '6641234567'],
  ])('%s in %s is %s', (phone, region, dialled) => {
    expect(dialledNumber(phone, region)).toBe(dialled);
  });

  it('is the same phone as before, whatever the country', () => {
    const region = fc.constantFrom('AT', 'DE', 'FR', 'GB', 'CH', '');
    const phone = fc.stringMatching(/^0[1-9]\d{7,9}$/);
    fc.assert(
      fc.property(phone, region, (typed, code) => {
        expect(nationalDigits(dialledNumber(typed, code))).toBe(nationalDigits(typed));
      }),
    );
  });
});
