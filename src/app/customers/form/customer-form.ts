// A customer as a form: all text while it is being typed, a change of the customer once it is
// saved. What cannot be saved is told field by field, and stays as typed.

import {
  parseBirthdayInput,
  birthdayInputOf,
  type BirthdayProblem,
} from '#domain/customers/birthday.ts';
import { customerIdFrom, type Customer, type CustomerFields } from '#domain/customers/customer.ts';
import { isLive, type Preference } from '#domain/customers/preference.ts';
import { dayFrom, type Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { recordOf } from '#lib/typed-keys.ts';

/** Fields of a customer that are typed as they are stored. */
const plainTexts = ['name', 'cue', 'note', 'letterName', 'opening', 'wallName'] as const;

/**
 * All fields with one text each; choices are `yes`, `no`, or empty for unknown, and `diedOn` is the
 * day it was noted.
 */
export const customerFormFields = [
  ...plainTexts,
  'alsoCalled',
  'birthDay',
  'birthMonth',
  'birthYear',
  'sentBy',
  'local',
  'passingThrough',
  'suggestNothing',
  'language',
  'young',
  'diedOn',
] as const;

export type CustomerFormField = (typeof customerFormFields)[number];

export interface TypedPreference {
  readonly text: string;
  /** As in a date field: `2026-05-02`, or empty. */
  readonly day: string;
}

/** Fields of a customer that hold several texts, the preferred first. */
export const contactFields = ['phones', 'emails', 'addresses'] as const;

export type ContactField = (typeof contactFields)[number];

/** A customer as they stand in the form, half-typed or not. */
export interface CustomerForm {
  readonly texts: Readonly<Record<CustomerFormField, string>>;
  /** At least one of each, empty where there is none. */
  readonly contacts: Readonly<Record<ContactField, readonly string[]>>;
  readonly preferences: readonly TypedPreference[];
}

/** What keeps a form from being saved. `place` counts emails or preferences from 0. */
export type CustomerFormProblem =
  | { readonly kind: 'no-name' }
  | { readonly kind: 'email'; readonly place: number }
  | { readonly kind: 'birthday'; readonly why: BirthdayProblem }
  | { readonly kind: 'preference-day'; readonly place: number };

export type CustomerFormChanges = Partial<CustomerFields> & {
  readonly name: string;
};

export function blankForm(name: string): CustomerForm {
  const texts = { ...blankTexts, name };
  return { texts, contacts: recordOf(contactFields, () => ['']), preferences: [] };
}

export function formFromCustomer(customer: Customer): CustomerForm {
  const birth = birthdayInputOf(customer.birthday);
  return {
    texts: {
      ...blankTexts,
      ...recordOf(plainTexts, (field) => customer[field]),
      alsoCalled: customer.alsoCalled.join(', '),
      birthDay: birth.day,
      birthMonth: birth.month,
      birthYear: birth.year,
      sentBy: customer.sentBy ?? '',
      local: customer.local === null ? '' : yesNo(customer.local),
      passingThrough: yesNo(customer.passingThrough),
      suggestNothing: yesNo(customer.suggestNothing),
      language: customer.language ?? '',
      young: yesNo(customer.young),
      diedOn: customer.diedOn ?? '',
    },
    contacts: recordOf(contactFields, (field) => withOne(customer[field])),
    preferences: customer.preferences.filter(isLive),
  };
}

/** What saving the form would write, or everything that stands in the way. */
export function changesFrom(
  form: CustomerForm,
  today: Day,
): Result<CustomerFormChanges, readonly CustomerFormProblem[]> {
  const birthday = parseBirthdayInput(typedParts(form), today);
  const problems = problemsIn(form, birthday.ok ? null : birthday.problem, today);
  if (problems.length > 0 || !birthday.ok) return failed(problems);
  const { texts } = form;
  return ok({
    ...recordOf(plainTexts, (field) => texts[field].trim()),
    ...recordOf(contactFields, (field) => contactsIn(form, field)),
    alsoCalled: namesIn(texts.alsoCalled),
    birthday: birthday.value,
    preferences: preferencesIn(form, today),
    sentBy: texts.sentBy === '' ? null : customerIdFrom(texts.sentBy),
    local: texts.local === '' ? null : texts.local === 'yes',
    passingThrough: texts.passingThrough === 'yes',
    suggestNothing: texts.suggestNothing === 'yes',
    language: texts.language === '' ? null : texts.language,
    young: texts.young === 'yes',
    diedOn: dayFrom(texts.diedOn) ?? null,
  });
}

export function formToText({ texts, contacts, preferences }: CustomerForm): string {
  const pairs = new URLSearchParams(Object.entries(texts));
  for (const field of contactFields)
    for (const contact of contacts[field]) pairs.append(contactNames[field], contact);
  for (const { text, day } of preferences) pairs.append('preference', `${day} ${text}`);
  return pairs.toString();
}

/** The form that `formToText` wrote; whatever else the text holds is passed over. */
export function formFromText(text: string): CustomerForm {
  const pairs = new URLSearchParams(text);
  const texts = recordOf(customerFormFields, (field) => pairs.get(field) ?? '');
  const contacts = recordOf(contactFields, (field) => withOne(pairs.getAll(contactNames[field])));
  const preferences = pairs.getAll('preference').map((line) => {
    const space = line.indexOf(' ');
    return { day: line.slice(0, space), text: line.slice(space + 1) };
  });
  return { texts, contacts, preferences };
}

function problemsIn(
  { texts, contacts, preferences }: CustomerForm,
  birthday: BirthdayProblem | null,
  today: Day,
): readonly CustomerFormProblem[] {
  const problems: CustomerFormProblem[] = [];
  if (texts.name.trim() === '') problems.push({ kind: 'no-name' });
  for (const [place, email] of contacts.emails.entries()) {
    if (email.trim() !== '' && !isEmail(email.trim())) problems.push({ kind: 'email', place });
  }
  if (birthday !== null) problems.push({ kind: 'birthday', why: birthday });
  for (const [place, { text, day }] of preferences.entries()) {
    if (text.trim() !== '' && isAhead(day, today)) problems.push({ kind: 'preference-day', place });
  }
  return problems;
}

// An empty day means today; a day that is none, or lies ahead, is a slip.
function isAhead(text: string, today: Day): boolean {
  if (text === '') return false;
  const day = dayFrom(text);
  return day === undefined || day > today;
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}

function withOne(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [''] : texts;
}

function contactsIn({ contacts }: CustomerForm, field: ContactField): readonly string[] {
  const trimmed = contacts[field].map((contact) => contact.trim());
  return [...new Set(trimmed.filter((contact) => contact !== ''))];
}

// What a kept text calls one of them: the same as when a card had one of each.
const contactNames: Readonly<Record<ContactField, string>> = {
  phones: 'phone',
  emails: 'email',
  addresses: 'address',
};

function typedParts({ texts }: CustomerForm) {
  return { day: texts.birthDay, month: texts.birthMonth, year: texts.birthYear };
}

function namesIn(text: string): readonly string[] {
  const names = text.split(/[,\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

function preferencesIn({ preferences }: CustomerForm, today: Day): readonly Preference[] {
  return preferences
    .map(({ text, day }) => ({ text: text.trim(), day: dayFrom(day) ?? today }))
    .filter(({ text }) => text !== '');
}

function yesNo(answer: boolean): string {
  return answer ? 'yes' : 'no';
}

const blankTexts: Readonly<Record<CustomerFormField, string>> = {
  ...recordOf(customerFormFields, () => ''),
  passingThrough: 'no',
  suggestNothing: 'no',
  young: 'no',
};
