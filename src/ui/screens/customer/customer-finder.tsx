import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { distinctionFor } from '#app/customers/distinction-for.ts';
import type { RosterEntry } from '#app/customers/roster.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { distinctionText } from '#i18n/story.ts';
import { useCustomerList } from '#ui/hooks/use-customer-list.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { TextField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import './customer-finder.css';

export interface CustomerFinderProps {
  readonly label: string;
  /** People who make no sense here: the one whose page it is. */
  readonly without: readonly CustomerId[];
  readonly onChoose: (id: CustomerId) => void;
}

const maxShown = 6;

/** Finds one person by a few letters; before any letter, the likeliest people stand there. */
export function CustomerFinder({ label, without, onChoose }: CustomerFinderProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const limit = maxShown + without.length;
  const listed = useCustomerList(useRoster(), { typed, limit });
  const people = listed?.filter(({ id }) => !without.includes(id)).slice(0, maxShown);
  return (
    <div class="customer-finder">
      <TextField label={label} type="search" value={typed} onInput={setTyped} />
      {people?.length === 0 ? (
        <p class="type_sub">
          {typed.trim() === '' ? m.people_picker_first() : m.people_picker_none()}
        </p>
      ) : (
        <ul class="customer-finder_people">
          {people?.map((person) => (
            <li key={person.id}>
              <button
                class="line customer-finder_person"
                type="button"
                onClick={() => onChoose(person.id)}
              >
                <bdi>{person.customer.name}</bdi>
                <Cue person={person} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Cue({ person }: { readonly person: RosterEntry }): JSX.Element | null {
  const { roster } = useRoster();
  const today = useToday();
  const distinction = distinctionFor(roster, person.id);
  const cue = distinction === null ? person.customer.cue : distinctionText(distinction, today);
  return cue === '' ? null : <small class="customer-finder_cue">{cue}</small>;
}
