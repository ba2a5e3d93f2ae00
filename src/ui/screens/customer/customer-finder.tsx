import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CustomerId } from '#domain/customers/customer.ts';
import { usePeople } from '#ui/hooks/use-customer-list.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { TextField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import './customer-finder.css';

export interface PersonFinderProps {
  readonly label: string;
  /** People who make no sense here: the one whose page it is. */
  readonly without: readonly CustomerId[];
  readonly onChoose: (id: CustomerId) => void;
}

const mostShown = 6;

/** Finds one person by a few letters; before any letter, the likeliest people stand there. */
export function PersonFinder({ label, without, onChoose }: PersonFinderProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const limit = mostShown + without.length;
  const listed = usePeople(useRoster(), { typed, limit });
  const people = listed?.filter(({ id }) => !without.includes(id)).slice(0, mostShown);
  return (
    <div class="customer-finder">
      <TextField label={label} type="search" value={typed} onInput={setTyped} />
      {people?.length === 0 ? (
        <p class="type_sub">
          {typed.trim() === '' ? m.people_picker_first() : m.people_picker_none()}
        </p>
      ) : (
        <ul class="customer-finder_people">
          {people?.map(({ id, card: { name, cue } }) => (
            <li key={id}>
              <button class="customer-finder_person" type="button" onClick={() => onChoose(id)}>
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
