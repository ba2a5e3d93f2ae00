import type { JSX } from 'preact';
import { m } from '#ui/messages.ts';
import { StripButton } from './strip-button.tsx';
import './strip-question.css';

export interface StripQuestionProps {
  readonly words: string;
  readonly yes: string;
  readonly onYes: () => void;
}

/** A question or a failure beside its one answer. */
export function StripQuestion({ words, yes, onYes }: StripQuestionProps): JSX.Element {
  return (
    <div class="strip-question">
      <p class="type_cue strip-question_words">{words}</p>
      <StripButton kind="warn" word={yes} onPress={onYes} />
    </div>
  );
}

export interface AmountQuestionProps {
  readonly amount: string;
  readonly why: string;
  /** What was probably meant, when there is a good guess. */
  readonly make: string | null;
  readonly onMake: () => void;
  readonly onKeep: () => void;
}

/** An amount that looks mistyped: said in amber, never stopping anybody. */
export function AmountQuestion(props: AmountQuestionProps): JSX.Element {
  return (
    <div class="strip-question_doubt">
      <p class="type_cue strip-question_amount">
        <b>{m.counter_doubt({ amount: props.amount })}</b> {props.why}
      </p>
      {props.make === null ? null : (
        <StripButton
          kind="warn"
          word={m.counter_doubt_make({ amount: props.make })}
          onPress={props.onMake}
        />
      )}
      <StripButton kind="warn" word={m.counter_doubt_keep()} onPress={props.onKeep} />
    </div>
  );
}
