// A form that stays open while the same person is changed elsewhere: on another tablet, or in
// another window. What was not typed here follows; what was is kept, and said where both did.

import { recordOf } from '#lib/typed-keys.ts';
import {
  contactFields,
  customerFormFields,
  type ContactField,
  type CustomerForm,
  type CustomerFormField,
  type TypedPreference,
} from './customer-form.ts';

/** Where what stood in the form called `name` before anything was typed is kept meanwhile. */
export function beforeFormName(name: string): string {
  return `${name} before`;
}

/** What stood in the form before anything was typed, and what would stand there now. */
export interface FormGround {
  readonly before: CustomerForm;
  readonly now: CustomerForm;
}

/** An answer that was changed here and elsewhere, and not to the same. */
export type ClashingAnswer = CustomerFormField | ContactField;

/** What was typed into `form`, as if it had been typed into what is there now. */
export function rebasedForm(form: CustomerForm, { before, now }: FormGround): CustomerForm {
  const from = (answer: ClashingAnswer): CustomerForm =>
    isSame(form, before, answer) ? now : form;
  return {
    texts: recordOf(customerFormFields, (field) => from(field).texts[field]),
    contacts: recordOf(contactFields, (field) => from(field).contacts[field]),
    preferences: rebasedPreferences(form, { before, now }),
  };
}

/** What saving `form` would write over, though nobody had seen it when the form was opened. */
export function clashesIn(
  form: CustomerForm,
  { before, now }: FormGround,
): readonly ClashingAnswer[] {
  return [...customerFormFields, ...contactFields].filter(
    (answer) =>
      !isSame(form, before, answer) && !isSame(now, before, answer) && !isSame(form, now, answer),
  );
}

/** `form` with the `answers` that are there now. */
export function withTheirs(
  form: CustomerForm,
  now: CustomerForm,
  answers: readonly ClashingAnswer[],
): CustomerForm {
  const from = (answer: ClashingAnswer): CustomerForm => (answers.includes(answer) ? now : form);
  return {
    ...form,
    texts: recordOf(customerFormFields, (field) => from(field).texts[field]),
    contacts: recordOf(contactFields, (field) => from(field).contacts[field]),
  };
}

// Of one note nobody can type a part: those that were added on either side are there, and those
// that were deleted on either are not.
function rebasedPreferences(
  form: CustomerForm,
  { before, now }: FormGround,
): readonly TypedPreference[] {
  const kept = form.preferences.filter((each) => isIn(now, each) || !isIn(before, each));
  const theirs = now.preferences.filter((each) => !isIn(before, each) && !isIn(form, each));
  return [...kept, ...theirs];
}

function isIn({ preferences }: CustomerForm, { text, day }: TypedPreference): boolean {
  return preferences.some((each) => each.text === text && each.day === day);
}

function isSame(some: CustomerForm, other: CustomerForm, answer: ClashingAnswer): boolean {
  return JSON.stringify(textsOf(some, answer)) === JSON.stringify(textsOf(other, answer));
}

const birthFields: readonly ClashingAnswer[] = ['birthDay', 'birthMonth', 'birthYear'];

/** What stands in the form of `answer`; a birthday is one answer in three fields. */
function textsOf({ texts, contacts }: CustomerForm, answer: ClashingAnswer): readonly string[] {
  const { birthDay, birthMonth, birthYear } = texts;
  if (birthFields.includes(answer)) return [birthDay, birthMonth, birthYear];
  return isContact(answer) ? contacts[answer] : [texts[answer]];
}

function isContact(answer: ClashingAnswer): answer is ContactField {
  return contactFields.some((field) => field === answer);
}
