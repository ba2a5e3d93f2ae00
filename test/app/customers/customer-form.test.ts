import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blankForm,
  customerFormFields,
  changesFrom,
  formFromText,
  formToText,
  type CustomerForm,
} from '#app/customers/form/customer-form.ts';
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

  it('may come from when a card had one phone, mail and address', () => {
    const kept = 'name=Mrs+Khan&phone=07700+900461&email=&address=4+Mill+Lane%0ABath';
    expect(formFromText(kept).contacts).toEqual({
      phones: ['07700 900461'],
      emails: [''],
      addresses: ['4 Mill Lane\nBath'],
    });
  });

  it('is an empty form when the kept text is not ours', () => {
    expect(formFromText('{"name":1}').texts.name).toBe('');
  });
});

describe('a form that is saved', () => {
  it('takes an empty day as today and drops empty likings', () => {
    const changes = changesFrom(
      withTexts({}, [
        { text: ' Likes lamb ', day: '' },
        { text: ' ', day: '2026-05-02' },
      ]),
      today,
    );
    expect(changes).toMatchObject({
      ok: true,
      value: {
        preferences: [{ text: 'Likes lamb', day: today }],
      },
    });
  });

  it('keeps each phone, mail and address once, in their order, and drops empty ones', () => {
    const form = withTexts({}, []);
    const contacts = {
      phones: [' 07700 900461', '', '020 7946 0018', '07700 900461 '],
      emails: [''],
      addresses: ['4 Mill Lane\nBath'],
    };
    expect(changesFrom({ ...form, contacts }, today)).toMatchObject({
      ok: true,
      value: {
        phones: ['07700 900461', '020 7946 0018'],
        emails: [],
        addresses: ['4 Mill Lane\nBath'],
      },
    });
  });

  it('names everything that stands in the way at once', () => {
    const form = withTexts(
      {
        name: '',
        birthDay: '31',
        birthMonth: '2',
      },
      [{ text: 'Likes lamb', day: '2026-07-01' }],
    );
    const contacts = { ...form.contacts, emails: ['amina@example.org', 'amina'] };
    expect(changesFrom({ ...form, contacts }, today)).toEqual({
      ok: false,
      problem: [
        { kind: 'no-name' },
        { kind: 'email', place: 1 },
        { kind: 'birthday', why: 'no-such-day' },
        { kind: 'preference-day', place: 0 },
      ],
    });
  });
});

// A lone half of a surrogate pair cannot be typed, and no text encoding keeps it.
const typed = fc.string({ unit: 'binary' });
const some = fc.array(typed, { minLength: 1, maxLength: 3 });
const anyForm: fc.Arbitrary<CustomerForm> = fc
  .record({
    values: fc.array(typed, {
      minLength: customerFormFields.length,
      maxLength: customerFormFields.length,
    }),
    contacts: fc.record({ phones: some, emails: some, addresses: some }),
    preferences: fc.array(fc.record({ text: typed, day: fc.constantFrom('', '2026-05-02') })),
  })
  .map(({ values, ...others }) => {
    const texts = { ...blankForm('').texts };
    for (const [place, field] of customerFormFields.entries()) texts[field] = values[place] ?? '';
    return { texts, ...others };
  });

function withTexts(
  texts: Partial<CustomerForm['texts']>,
  preferences: CustomerForm['preferences'],
): CustomerForm {
  const blank = blankForm('Mrs Khan');
  return { ...blank, texts: { ...blank.texts, ...texts }, preferences };
}
