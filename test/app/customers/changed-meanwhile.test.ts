import { describe, expect, it } from 'vitest';
import { clashesIn, rebasedForm, withTheirs } from '#app/customers/form/changed-meanwhile.ts';
import { blankForm, type CustomerForm } from '#app/customers/form/customer-form.ts';

const before = blankForm('Mrs Khan');

function withTexts(form: CustomerForm, texts: Partial<CustomerForm['texts']>): CustomerForm {
  return { ...form, texts: { ...form.texts, ...texts } };
}

function withPhones(form: CustomerForm, ...phones: readonly string[]): CustomerForm {
  return { ...form, contacts: { ...form.contacts, phones } };
}

describe('a form over somebody who was changed meanwhile', () => {
  it('follows where nothing was typed, and keeps what was', () => {
    const form = withPhones(withTexts(before, { cue: 'red bike' }), '1');
    const now = withTexts(before, { note: 'two dogs', cue: 'blue bike' });
    const rebased = rebasedForm(form, { before, now });
    expect(rebased.texts).toMatchObject({ cue: 'red bike', note: 'two dogs' });
    expect(rebased.contacts.phones).toEqual(['1']);
  });

  it('takes a birthday as one answer, never half of two', () => {
    const form = withTexts(before, { birthDay: '31', birthMonth: '1' });
    const now = withTexts(before, { birthDay: '2', birthMonth: '2', birthYear: '1961' });
    const { texts } = rebasedForm(form, { before, now });
    expect([texts.birthDay, texts.birthMonth, texts.birthYear]).toEqual(['31', '1', '']);
    const clashes = clashesIn(form, { before, now });
    expect(clashes).toEqual(['birthDay', 'birthMonth', 'birthYear']);
    expect(withTheirs(form, now, clashes)).toEqual(now);
  });

  it('clashes only where both sides changed the same, and differently', () => {
    const form = withPhones(withTexts(before, { cue: 'red bike', note: 'a' }), '1');
    const same = withPhones(withTexts(before, { cue: 'red bike', name: 'Amina' }), '1');
    expect(clashesIn(form, { before, now: same })).toEqual([]);
    const other = withPhones(withTexts(before, { note: 'b' }), '1', '2');
    expect(clashesIn(form, { before, now: other })).toEqual(['note', 'phones']);
    expect(withTheirs(form, other, ['note', 'phones'])).toEqual(
      withPhones(withTexts(before, { cue: 'red bike', note: 'b' }), '1', '2'),
    );
  });

  it('takes lists for different though they read alike in a row', () => {
    const form = { ...before, contacts: { ...before.contacts, addresses: ['Mill Lane\nBath'] } };
    const now = { ...before, contacts: { ...before.contacts, addresses: ['Mill Lane', 'Bath'] } };
    expect(clashesIn(form, { before, now })).toEqual(['addresses']);
  });

  it('joins likes: those added on either side are there, those deleted on either are not', () => {
    const like = (text: string) => ({ text, day: '2026-05-02' });
    const [lamb, nuts, rye, quail] = ['lamb', 'nuts', 'rye', 'quail'].map(like);
    if (!lamb || !nuts || !rye || !quail) throw new Error('There are four');
    const had = { ...before, preferences: [lamb, nuts] };
    const form = { ...before, preferences: [lamb, rye] };
    const now = { ...before, preferences: [nuts, quail] };
    expect(rebasedForm(form, { before: had, now }).preferences).toEqual([rye, quail]);
  });
});
