import type { JSX } from 'preact';
import type { RoundView } from '#app/rounds/round-view.ts';
import { numberText } from '#i18n/format.ts';
import { TickMark } from '#ui/parts/icons/tick-mark.tsx';
import { m } from '#ui/messages.ts';

/** How far the round is: the list, the addresses, the paper, the letter box. */
export function RoundSteps({ view }: { readonly view: RoundView }): JSX.Element {
  const given = view.lines.filter(({ gesture }) => gesture.skippedOn === null);
  const missing = given.filter(({ address }) => address !== 'known').length;
  const printed = given.filter(({ gesture }) => gesture.printedOn !== null).length;
  const settled = given.filter(({ gesture }) => gesture.handedOverOn !== null).length;
  const of = numberText(given.length);
  const isAny = given.length > 0;
  const steps = [
    { word: m.rounds_step_list({ count: of }), isDone: isAny },
    {
      word:
        missing === 0
          ? m.rounds_step_addresses()
          : m.rounds_step_addresses_missing({ count: numberText(missing) }),
      isDone: isAny && missing === 0,
    },
    {
      word: m.rounds_step_printed({ count: numberText(printed), of }),
      isDone: isAny && printed === given.length,
    },
    {
      word: m.rounds_step_settled({ count: numberText(settled), of }),
      isDone: isAny && settled === given.length,
    },
  ];
  return (
    <ol class="rounds_steps">
      {steps.map(({ word, isDone }) => (
        <li class={isDone ? 'rounds_step rounds_step-done' : 'rounds_step'} key={word}>
          {isDone ? <TickMark place="disc" /> : null}
          {word}
        </li>
      ))}
    </ol>
  );
}
