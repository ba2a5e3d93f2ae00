import type { JSX } from 'preact';
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
  const { counter, typed, money } = props;
  return (
    <>
      {money ?? (
        <LetterPad
          kind={padKind(props)}
          otherLetters={props.otherLetters}
          typed={typed}
          onType={counter.type}
          onBack={counter.back}
          onKind={counter.showPad}
          onClose={counter.escape}
        />
      )}
      {props.recent}
    </>
  );
}

function padKind({ counter, otherLetters }: KeypadColumnProps): LetterPadKind {
  const { panel, pad } = counter.state;
  if (panel === 'naming') return 'names';
  return pad === 'money' || (pad === 'other' && otherLetters.length === 0) ? 'letters' : pad;
}
