import type { JSX } from 'preact';
import type { RoundLeftOut } from '#app/rounds/propose-round.ts';
import { countFirst } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';

/** Who would stand on the list and does not, each with the reason. */
export function LeftOutList({
  people,
}: {
  readonly people: readonly RoundLeftOut[];
}): JSX.Element | null {
  if (people.length === 0) return null;
  const count = people.length;
  return (
    <details class="rounds_left-out">
      <summary>{m.rounds_left_out({ count, words: countFirst(count) })}</summary>
      <ul>
        {people.map(({ id, name, why }) => (
          <li key={id}>
            <bdi>{whyWords[why]({ name })}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

const whyWords: Readonly<Record<RoundLeftOut['why'], (who: { readonly name: string }) => string>> =
  {
    'no-post': m.print_hand_no_post,
    young: m.print_hand_young,
    died: m.print_hand_died,
    unseen: m.rounds_unseen,
  };
