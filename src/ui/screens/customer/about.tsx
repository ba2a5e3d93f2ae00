import type { ComponentChildren, JSX } from 'preact';
import { isLive } from '#domain/customers/preference.ts';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import { unmergeCustomer } from '#app/customers/merge-customers.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { callLink } from '#domain/messages/message-link.ts';
import { dialledNumber } from '#domain/messages/dialled-number.ts';
import { birthdayWords, dayWords } from '#i18n/story.ts';
import { enumeration } from '#i18n/format.ts';
import { spokenRegion } from '#i18n/language/region-names.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';
import './about.css';

export interface AboutProps {
  readonly page: CustomerDetails;
}

/** What the shop wrote down about somebody: only what is there. */
export function About({ page }: AboutProps): JSX.Element {
  const facts = [...reachFacts(page.customer), ...learnedFacts(page)].filter(
    (fact) => fact !== false,
  );
  // What was merged today stands above, with its Undo.
  const joined = page.joined.filter((each) => !page.mergedToday.includes(each));
  return (
    <section class="about">
      <h2 class="type_section">{m.customer_about()}</h2>
      {facts.length === 0 ? <p class="type_sub">{m.customer_about_empty()}</p> : null}
      <dl>
        {facts.map(({ what, words }) => (
          <AboutFact key={what} what={what}>
            {words}
          </AboutFact>
        ))}
      </dl>
      {joined.length === 0 ? null : <MergedCustomers customers={joined} />}
    </section>
  );
}

interface Fact {
  readonly what: string;
  readonly words: ComponentChildren;
}

export interface AboutFactProps {
  readonly what: string;
  readonly children: ComponentChildren;
}

/** One line of a list of facts: what it is, and the fact. */
export function AboutFact({ what, children }: AboutFactProps): JSX.Element {
  return (
    <div class="line_ruled about_fact">
      <dt class="type_sub type_small">{what}</dt>
      <dd class="about_words">{children}</dd>
    </div>
  );
}

function reachFacts(customer: Customer): readonly (Fact | false)[] {
  return [
    customer.alsoCalled.length > 0 && {
      what: m.customer_about_also(),
      words: enumeration(customer.alsoCalled),
    },
    contactFact(customer.phones, m.customer_about_phone(), (phone) => <PhoneLink phone={phone} />),
    contactFact(customer.emails, m.customer_about_email()),
    contactFact(customer.addresses, m.customer_about_address()),
    customer.birthday !== null && {
      what: m.customer_about_birthday(),
      words: birthdayWords(customer.birthday),
    },
    ...letterFacts(customer),
  ];
}

function letterFacts(customer: Customer): readonly (Fact | false)[] {
  const { letterName, opening, wallName, young, diedOn } = customer;
  return [
    letterName !== '' && { what: m.customer_form_letter_name(), words: <bdi>{letterName}</bdi> },
    opening !== '' && { what: m.customer_form_opening(), words: <bdi>{opening}</bdi> },
    wallName !== '' && { what: m.customer_form_wall_name(), words: <bdi>{wallName}</bdi> },
    young && { what: m.customer_form_young(), words: m.customer_form_young_hint() },
    diedOn !== null && { what: m.customer_form_died(), words: m.customer_form_died_hint() },
  ];
}

function contactFact(
  contacts: readonly string[],
  what: string,
  draw: ContactsProps['draw'] = (contact) => <bdi>{contact}</bdi>,
): Fact | false {
  return contacts.length > 0 && { what, words: <Contacts contacts={contacts} draw={draw} /> };
}

interface ContactsProps {
  readonly contacts: readonly string[];
  readonly draw: (contact: string) => JSX.Element;
}

/** One as it is; several as a list, the preferred first. */
function Contacts({ contacts, draw }: ContactsProps): JSX.Element {
  const [only = '', ...others] = contacts;
  if (others.length === 0) return draw(only);
  return (
    <ul class="about_contacts">
      {contacts.map((contact) => (
        <li key={contact}>{draw(contact)}</li>
      ))}
    </ul>
  );
}

/** Rings from a phone, also from abroad: the country of the shop is added. */
function PhoneLink({ phone }: { readonly phone: string }): JSX.Element {
  const { region } = useSettings();
  return (
    <a class="about_call" href={callLink(dialledNumber(phone, region || spokenRegion()))}>
      <bdi>{phone}</bdi>
    </a>
  );
}

function learnedFacts({ customer }: CustomerDetails): readonly (Fact | false)[] {
  return [
    customer.preferences.some(isLive) && {
      what: m.customer_about_likes(),
      words: <Preferences customer={customer} />,
    },
    customer.note !== '' && { what: m.customer_about_note(), words: customer.note },
    customer.local !== null && {
      what: m.customer_about_local(),
      words: localWords(customer.local),
    },
  ];
}

function Preferences({ customer }: { readonly customer: Customer }): JSX.Element {
  const today = useToday();
  return (
    <ul>
      {customer.preferences.filter(isLive).map(({ text, day }) => (
        <li key={`${day} ${text}`}>
          {text}
          <small class="about_day type_sub type_small">
            {m.customer_about_like_day({ day: dayWords(day, today) })}
          </small>
        </li>
      ))}
    </ul>
  );
}

function MergedCustomers({ customers }: { readonly customers: readonly Customer[] }): JSX.Element {
  const deps = useDeps();
  const { run } = useAction();
  return (
    <div class="about_joined">
      <h3 class="type_heading">{m.customer_merged()}</h3>
      <p class="type_sub type_small">{m.customer_merged_hint()}</p>
      <ul>
        {customers.map((customer) => (
          <li class="line line-apart about_card" key={customer.id}>
            <bdi>{customer.name}</bdi>
            <Button
              kind="quiet"
              label={m.customer_unmerge_named({ name: customer.name })}
              onPress={() => void run(() => unmergeCustomer(deps, customer.id))}
            >
              {m.customer_unmerge()}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function localWords(local: boolean): string {
  return local ? m.customer_about_local_yes() : m.customer_about_local_no();
}
