import type { ComponentChildren, JSX } from 'preact';
import type { DoubleView } from '#app/doubles/double-view.ts';
import type { DoubleHeap, SharedSign } from '#domain/doubles/compare-two-people.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { namesText, numberText } from '#i18n/format.ts';
import { birthdayWords, dayWords } from '#i18n/story.ts';
import type { Day } from '#lib/day.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';

export type DoubleReply = 'merge' | 'apart' | 'together' | 'later';

export interface DoublePairCardProps {
  readonly view: DoubleView;
  /** How many questions are left, this one counted. */
  readonly left: number;
  readonly busy: boolean;
  readonly onAnswer: (kind: DoubleReply) => void;
}

/** Two records side by side, what they would be together, and the answers. */
export function DoublePairCard({ view, left, busy, onAnswer }: DoublePairCardProps): JSX.Element {
  const today = useToday();
  const isHome = view.heap === 'one-home';
  const signs = namesText(view.signs.map((sign) => signWords[sign]()));
  return (
    <Card title={titles[view.heap]()} aside={<span class="type_sub">{numberText(left)}</span>}>
      <p>{m.doubles_why({ signs })}</p>
      <Comparison view={view} today={today} />
      <p class="type_sub">{m.doubles_stays()}</p>
      <div class="line line-level button_row doubles_keys">
        <Button kind={isHome ? 'plain' : 'primary'} busy={busy} onPress={() => onAnswer('merge')}>
          {m.doubles_merge()}
        </Button>
        <Button busy={busy} onPress={() => onAnswer('apart')}>
          {m.doubles_apart()}
        </Button>
        <Button
          kind={isHome ? 'primary' : 'plain'}
          busy={busy}
          onPress={() => onAnswer('together')}
        >
          {m.doubles_live_together()}
        </Button>
        <Button kind="link" onPress={() => onAnswer('later')}>
          {m.doubles_later()}
        </Button>
      </div>
    </Card>
  );
}

interface ComparisonProps {
  readonly view: DoubleView;
  readonly today: Day;
}

// A table where there is room; on a phone each line stands under its heading.
function Comparison({ view, today }: ComparisonProps): JSX.Element {
  const { older, younger, together } = view;
  const three = [older.customer, younger.customer, together.customer] as const;
  return (
    <table class="doubles_table">
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{m.doubles_what()}</span>
          </th>
          <th scope="col">{m.doubles_older()}</th>
          <th scope="col">{m.doubles_younger()}</th>
          <th scope="col">{m.doubles_together()}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ label, textOf }) =>
          three.some((each) => textOf(each) !== '') ? (
            <Line key={label()} label={label()}>
              {three.map(textOf)}
            </Line>
          ) : null,
        )}
        <Line label={m.doubles_field_visits()}>
          {[
            lastWords(older.visits, older.last, today),
            lastWords(younger.visits, younger.last, today),
            firstWords(together.visits, together.first, today),
          ]}
        </Line>
      </tbody>
    </table>
  );
}

function Line({
  label,
  children,
}: {
  readonly label: string;
  readonly children: readonly string[];
}): JSX.Element {
  return (
    <tr>
      <th scope="row">{label}</th>
      {children.map((text, place): ComponentChildren => (
        <td key={place}>{text === '' ? m.doubles_nothing() : <bdi>{text}</bdi>}</td>
      ))}
    </tr>
  );
}

interface ComparedField {
  readonly label: () => string;
  readonly textOf: (customer: Customer) => string;
}

const fields: readonly ComparedField[] = [
  { label: () => m.doubles_field_name(), textOf: ({ name }) => name },
  { label: () => m.doubles_field_cue(), textOf: ({ cue }) => cue },
  { label: () => m.doubles_field_phones(), textOf: ({ phones }) => phones.join('\n') },
  { label: () => m.doubles_field_emails(), textOf: ({ emails }) => emails.join('\n') },
  { label: () => m.doubles_field_addresses(), textOf: ({ addresses }) => addresses.join('\n') },
  {
    label: () => m.doubles_field_birthday(),
    textOf: ({ birthday }) => (birthday === null ? '' : birthdayWords(birthday)),
  },
];

function lastWords(visits: number, last: Day | null, today: Day): string {
  const text = numberText(visits);
  return last === null ? text : m.doubles_visits_last({ text, day: dayWords(last, today) });
}

function firstWords(visits: number, first: Day | null, today: Day): string {
  const text = numberText(visits);
  return first === null ? text : m.doubles_visits_first({ text, day: dayWords(first, today) });
}

const titles: Readonly<Record<DoubleHeap, () => string>> = {
  'one-person': () => m.doubles_one_person(),
  'one-home': () => m.doubles_one_home(),
  'same-name': () => m.doubles_same_name(),
};

const signWords: Readonly<Record<SharedSign, () => string>> = {
  email: () => m.doubles_sign_email(),
  phone: () => m.doubles_sign_phone(),
  address: () => m.doubles_sign_address(),
  birthday: () => m.doubles_sign_birthday(),
  name: () => m.doubles_sign_name(),
  'short-name': () => m.doubles_sign_short_name(),
};
