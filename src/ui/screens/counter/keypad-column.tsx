import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Counter } from './use-counter.ts';
import { LetterPad, type LetterPadKind } from '#ui/parts/counter/letter-pad.tsx';

export interface KeypadColumnProps {
  readonly counter: Counter;
  /** Letters of the shop’s people that no key from A to Z types. */
  readonly otherLetters: readonly string[];
  /** What was typed, as it is drawn. */
  readonly typed: string;
  /** The keys for an amount while one is typed, otherwise null. */
  readonly money: JSX.Element | null;
  /** Just now, once it is fetched. */
  readonly recent: JSX.Element | null;
}

export function KeypadColumn(props: KeypadColumnProps): JSX.Element {
  const { otherLetters, typed, money } = props;
  const { type, back, showPad, escape } = props.counter;
  const kind = padKind(props);
  // Thirty keys that a tap on a tile leaves as they are.
  const letters = useMemo(
    () => (
      <LetterPad
        kind={kind}
        otherLetters={otherLetters}
        typed={typed}
        onType={type}
        onBack={back}
        onKind={showPad}
        onClose={escape}
      />
    ),
    [kind, otherLetters, typed, type, back, showPad, escape],
  );
  return (
    <>
      {money ?? letters}
      {props.recent}
    </>
  );
}

function padKind({ counter, otherLetters }: KeypadColumnProps): LetterPadKind {
  const { panel, pad } = counter.state;
  if (panel === 'naming') return 'names';
  return pad === 'money' || (pad === 'other' && otherLetters.length === 0) ? 'letters' : pad;
}
