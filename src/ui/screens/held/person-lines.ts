import type { Customer } from '#domain/customers/customer.ts';
import { isLive } from '#domain/customers/preference.ts';
import { permissionLine } from '#i18n/permissions.ts';
import { birthdayWords } from '#i18n/story.ts';
import { dayText, enumeration } from '#i18n/format.ts';
import type { Day } from '#lib/day.ts';
import { m } from '#ui/messages.ts';
import { fieldTextsOf, silent, type FieldTexts } from './field-texts.ts';

/** What stands on a person's record, each field with its name. */
export function personLines(row: Partial<Customer>, today: Day): readonly string[] {
  return fieldTextsOf<Customer>(row, textsOn(today));
}

/** What they answered when asked, each with the words that were shown. */
export function permissionLines(row: Partial<Customer>, today: Day): readonly string[] {
  return (row.permissions ?? []).map((permission) => {
    const line = permissionLine(permission, today);
    const { words } = permission;
    return words === '' ? line : m.held_said_words({ line, words });
  });
}

function textsOn(today: Day): FieldTexts<Customer> {
  const onDay = (what: () => string) => (day: Day) => field(what, dayText(day, today));
  return {
    name: text(m.customer_form_name),
    alsoCalled: texts(m.customer_form_also),
    cue: text(m.customer_form_cue),
    letterName: text(m.held_letter_name),
    opening: text(m.held_opening),
    wallName: text(m.held_wall_name),
    language: text(m.held_language),
    phones: texts(m.customer_form_phone),
    emails: texts(m.customer_form_email),
    addresses: texts(m.customer_form_address),
    birthday: (birthday) => field(m.customer_form_birthday, birthdayWords(birthday)),
    preferences: (all) =>
      texts(m.customer_form_likes)(
        all
          .filter(isLive)
          .map((each) => m.held_parts({ first: each.text, rest: dayText(each.day, today) })),
      ),
    note: text(m.customer_form_note),
    sentBy: text(m.customer_form_sent_by),
    // With its own name, further down.
    householdId: silent,
    permissions: silent,
    local: (local) =>
      field(
        m.customer_about_local,
        local ? m.customer_about_local_yes() : m.customer_about_local_no(),
      ),
    passingThrough: flag(m.customer_passing_through),
    suggestNothing: flag(m.customer_suggest_nothing),
    young: flag(m.held_young),
    diedOn: onDay(m.held_died),
    notSameAs: (ids) => (ids.length === 0 ? null : m.held_not_same({ count: ids.length })),
    mergedInto: () => m.held_second_record(),
    forgottenOn: onDay(m.held_asked_erasure),
    importKey: text(m.held_number),
    addedOn: onDay(m.held_since),
    voided: flag(m.held_taken_back),
    importId: silent,
    id: silent,
    createdAt: silent,
    made: silent,
    edits: silent,
  };
}

function field(what: () => string, value: string): string {
  return m.held_field({ what: what(), text: value });
}

function text(what: () => string): (value: string) => string | null {
  return (value) => (value === '' ? null : field(what, value));
}

function texts(what: () => string): (values: readonly string[]) => string | null {
  return (values) => (values.length === 0 ? null : field(what, enumeration(values)));
}

function flag(said: () => string): (isSet: boolean) => string | null {
  return (isSet) => (isSet ? said() : null);
}
