import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { ContactField } from '#app/customers/form/customer-form.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { AreaField, TextField } from '#ui/parts/controls/field.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { m } from '#ui/messages.ts';
import type { CustomerFieldsProps } from './customer-fields-props.ts';
import './contact-fields.css';

/** How to reach somebody: all phone numbers, mail and postal addresses, the preferred first. */
export function ContactFields({ form, problems, onChange }: CustomerFieldsProps): JSX.Element {
  const contactsOf = (field: ContactField) => ({
    contacts: form.contacts[field],
    onChange: (contacts: readonly string[]) =>
      onChange({ ...form, contacts: { ...form.contacts, [field]: contacts } }),
  });
  const isWrong = (place: number): boolean =>
    problems.some((problem) => problem.kind === 'email' && problem.place === place);
  return (
    <Card heading="group" title={m.customer_form_reach()}>
      <div class="contact-fields">
        <ContactList {...contactsOf('phones')} words={phoneWords} fieldOf={phoneField} />
        <ContactList
          {...contactsOf('emails')}
          words={emailWords}
          fieldOf={(words, place) => emailField(words, isWrong(place))}
        />
        <ContactList {...contactsOf('addresses')} words={addressWords} fieldOf={addressField} />
      </div>
    </Card>
  );
}

interface ContactWords {
  readonly one: () => string;
  readonly numbered: (facts: { readonly number: number }) => string;
  readonly add: () => string;
}

interface FieldWiring {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

interface ContactListProps {
  readonly contacts: readonly string[];
  readonly words: ContactWords;
  readonly fieldOf: (wiring: FieldWiring, place: number) => JSX.Element;
  readonly onChange: (contacts: readonly string[]) => void;
}

function ContactList({ contacts, words, fieldOf, onChange }: ContactListProps): JSX.Element {
  const list = useFocusAfterChange(contacts.length);
  const several = contacts.length > 1;
  return (
    <div class="contact-fields_list" ref={list}>
      {contacts.map((value, place) => {
        const label = place === 0 ? words.one() : words.numbered({ number: place + 1 });
        const onInput = (next: string): void => onChange(contacts.with(place, next));
        return (
          <div class="contact-fields_one" key={place}>
            {fieldOf({ label, value, onInput }, place)}
            {several ? <ContactKeys {...{ contacts, label, place, onChange }} /> : null}
          </div>
        );
      })}
      {several || contacts[0] !== '' ? (
        <Button
          kind="link"
          icon={<Icon name="plus" size="beside" />}
          onPress={() => onChange([...contacts, ''])}
        >
          {words.add()}
        </Button>
      ) : null}
    </div>
  );
}

interface ContactKeysProps {
  readonly contacts: readonly string[];
  readonly label: string;
  readonly place: number;
  readonly onChange: (contacts: readonly string[]) => void;
}

function ContactKeys({ contacts, label, place, onChange }: ContactKeysProps): JSX.Element {
  const others = contacts.toSpliced(place, 1);
  return (
    <div class="contact-fields_keys">
      {place === 0 ? null : (
        <Button
          kind="quiet"
          icon={<OwnerIcon name="arrow-up" size="beside" />}
          label={m.customer_form_contact_first({ label })}
          onPress={() => onChange([contacts[place] ?? '', ...others])}
        />
      )}
      <Button
        kind="quiet"
        icon={<Icon name="close" size="beside" />}
        label={m.customer_form_contact_remove({ label })}
        onPress={() => onChange(others)}
      />
    </div>
  );
}

/** Whoever added one types it next; where one was removed, the keyboard stays in the list. */
function useFocusAfterChange(length: number) {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(length);
  useLayoutEffect(() => {
    const fields = list.current?.querySelectorAll<HTMLElement>('input, textarea') ?? [];
    const add = list.current?.querySelector<HTMLElement>(':scope > button');
    if (length > before.current) fields[length - 1]?.focus();
    if (length < before.current && document.activeElement === document.body)
      (add ?? fields[0])?.focus();
    before.current = length;
  }, [length]);
  return list;
}

function phoneField(wiring: FieldWiring): JSX.Element {
  return <TextField type="tel" inputMode="tel" maxLength={40} {...wiring} />;
}

function emailField(wiring: FieldWiring, isWrong: boolean): JSX.Element {
  return (
    <TextField
      inputMode="email"
      autoCapitalize="off"
      spellcheck={false}
      maxLength={254}
      {...wiring}
      problem={isWrong ? m.customer_form_email_problem() : null}
    />
  );
}

function addressField(wiring: FieldWiring): JSX.Element {
  return <AreaField maxLength={500} {...wiring} />;
}

const phoneWords: ContactWords = {
  one: m.customer_form_phone,
  numbered: m.customer_form_phone_number,
  add: m.customer_form_phone_add,
};

const emailWords: ContactWords = {
  one: m.customer_form_email,
  numbered: m.customer_form_email_number,
  add: m.customer_form_email_add,
};

const addressWords: ContactWords = {
  one: m.customer_form_address,
  numbered: m.customer_form_address_number,
  add: m.customer_form_address_add,
};
