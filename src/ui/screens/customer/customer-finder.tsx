import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CustomerId } from '#domain/customers/customer.ts';
import { useCustomerList } from '#ui/hooks/use-customer-list.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
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
          {people?.map(({ id, customer: { name, cue } }) => (
            <li key={id}>
              <button
                class="line customer-finder_person"
                type="button"
                onClick={() => onChoose(id)}
              >
                <bdi>{name}</bdi>
                {cue === '' ? null : <small class="customer-finder_cue">{cue}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
