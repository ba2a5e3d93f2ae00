import type { JSX } from 'preact';
import type { Counter } from './use-counter.ts';
import { LetterPad } from '#ui/parts/counter/letter-pad.tsx';

export interface KeypadColumnProps {
  readonly counter: Counter;
  /** What was typed, as it is drawn. */
  readonly typed: string;
  /** The keys for an amount while one is typed, otherwise null. */
  readonly money: JSX.Element | null;
  /** Just now, once it is fetched. */
  readonly recent: JSX.Element | null;
}

export function KeypadColumn(props: KeypadColumnProps): JSX.Element {
  const { counter, typed, money } = props;
  const { state } = counter;
  return (
    <>
      {money ?? (
        <LetterPad
          kind={state.panel === 'naming' ? 'names' : state.pad === 'money' ? 'letters' : state.pad}
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
