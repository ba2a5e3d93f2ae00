import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSamePerson, marksOf, type PersonSigns } from '#domain/customers/erasure-marks.ts';

const edda = person({
  name: 'Edda Krol',
  phones: ['07700 900110'],
  emails: ['edda.k@example.org'],
  number: '7',
});

describe('somebody of a later list', () => {
  it.each<[string, Partial<PersonSigns>]>([
    ['the same in all', {}],
    ['the number in another form', { emails: [], number: null, phones: ['+44 7700 900110'] }],
    ['the mail in capitals', { phones: [], number: null, emails: ['Edda.K@example.org'] }],
    ['the surname first', { name: 'KROL, Edda' }],
    ['nothing but the name', { phones: [], emails: [], number: null }],
    ['the name and a number that is new', { phones: ['020 7555 0118'], emails: [] }],
    ['another name, but number and phone', { name: 'Edda Valk', emails: [] }],
    ['no name, but the customer number', { name: '', phones: [], emails: [] }],
    ['a number in place of a name', { name: '07700 900110', emails: [], number: null }],
  ])('is whoever was erased: %s', (_what, listed) => {
    expect(isSame({ ...edda, ...listed })).toBe(true);
  });

  it.each<[string, Partial<PersonSigns>]>([
    ['the name with another phone', { phones: ['07700 900999'], emails: [], number: null }],
    ['the name with another number', { phones: [], emails: [], number: '9' }],
    ['a name more', { name: 'Edda Maria Krol', phones: [], emails: [], number: null }],
    ['another name on the same phone', { name: 'Bram Krol', emails: [], number: null }],
    ['another name with the same number', { name: 'Bram Osei', phones: [], emails: [] }],
    ['no name, and another phone', { name: '', phones: ['07700 900999'], emails: [] }],
    ['nothing at all', { name: '', phones: [], emails: [], number: null }],
  ])('is somebody else: %s', (_what, listed) => {
    expect(isSame({ ...edda, ...listed })).toBe(false);
  });

  it('is found by a name of a merged card, and by a whole other name', () => {
    const cards = [person({ name: 'Mrs Krol', alsoCalled: ['Edda Krol', 'Edda'] }), edda];
    const erased = marksOf(cards, hash);
    for (const name of ['Mrs Krol', 'Edda Krol'])
      expect(isSamePerson(marksOf([person({ name })], hash), erased), name).toBe(true);
    expect(isSamePerson(marksOf([person({ name: 'Edda' })], hash), erased)).toBe(false);
  });
});

describe('the marks of somebody', () => {
  it('are hashes of 80 bits that differ from shop to shop', () => {
    const marks = marksOf([edda, edda], hash);
    expect(marks).toHaveLength(4);
    for (const mark of marks) expect(mark).toMatch(/^[cepn][0-9a-f]{20}$/);
    const elsewhere = marksOf([edda], (text) => hash(`other ${text}`));
    expect(elsewhere.filter((mark) => marks.includes(mark))).toEqual([]);
  });

  it('hold no word that was written about them', () => {
    const anyText = fc.string({ minLength: 3 }).filter((text) => !/^[0-9a-f]*$/.test(text));
    fc.assert(
      fc.property(anyText, (text) => {
        const all = person({ name: text, phones: [text], emails: [text], number: text });
        expect(marksOf([all], hash).join()).not.toContain(text);
      }),
    );
  });
});

function isSame(listed: PersonSigns): boolean {
  return isSamePerson(marksOf([listed], hash), marksOf([edda], hash));
}

function person(signs: Partial<PersonSigns>): PersonSigns {
  return { name: '', phones: [], emails: [], number: null, ...signs };
}

function hash(text: string): string {
  return createHash('sha256').update(`shop ${text}`).digest('hex');
}
