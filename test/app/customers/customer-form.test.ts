import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blankForm,
  customerFormFields,
  changesFrom,
  formFromText,
  formToText,
  type CustomerForm,
} from '#app/customers/customer-form.ts';
import { day } from '../../support/shops/shop-with.ts';

const today = day('2026-06-18');

describe('a half-typed card', () => {
  it('is kept as a text and read back letter for letter, whatever was typed', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(formFromText(formToText(form))).toEqual(form);
      }),
    );
  });

  it('is an empty form when the kept text is not ours', () => {
    expect(formFromText('{"name":1}').texts.name).toBe('');
  });
});

describe('a form that is saved', () => {
  it('takes an empty day as today and drops empty likings', () => {
    const changes = changesFrom(
      withTexts({ post: 'no' }, [
        { text: ' Likes lamb ', day: '' },
        { text: ' ', day: '2026-05-02' },
      ]),
      today,
    );
    expect(changes).toMatchObject({
      ok: true,
      value: {
        preferences: [{ text: 'Likes lamb', day: today }],
        consents: { post: { answer: 'no', day: today, how: '' }, email: null, phone: null },
      },
    });
  });

  it('names everything that stands in the way at once', () => {
    const form = withTexts(
      {
        name: '',
        email: 'amina',
        birthDay: '31',
        birthMonth: '2',
        calling: 'yes',
        callingDay: '2027-01-01',
      },
      [{ text: 'Likes lamb', day: '2026-07-01' }],
    );
    expect(changesFrom(form, today)).toEqual({
      ok: false,
      problem: [
        { kind: 'no-name' },
        { kind: 'email' },
        { kind: 'birthday', why: 'no-such-day' },
        { kind: 'preference-day', place: 0 },
        { kind: 'consent-day', way: 'calling' },
      ],
    });
  });
});

// A lone half of a surrogate pair cannot be typed, and no text encoding keeps it.
const typed = fc.string({ unit: 'binary' });
const anyForm: fc.Arbitrary<CustomerForm> = fc
  .record({
    values: fc.array(typed, {
      minLength: customerFormFields.length,
      maxLength: customerFormFields.length,
    }),
    preferences: fc.array(fc.record({ text: typed, day: fc.constantFrom('', '2026-05-02') })),
  })
  .map(({ values, preferences }) => {
    const texts = { ...blankForm('').texts };
    for (const [place, field] of customerFormFields.entries()) texts[field] = values[place] ?? '';
    return { texts, preferences };
  });

function withTexts(
  texts: Partial<CustomerForm['texts']>,
  preferences: CustomerForm['preferences'],
): CustomerForm {
  return { texts: { ...blankForm('Mrs Khan').texts, ...texts }, preferences };
}
