import { useId } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { TickMark } from '#ui/parts/icons/tick-mark.tsx';
import './choice.css';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly word: string;
  readonly icon?: ComponentChildren;
}

export interface ChoiceProps<Value extends string> {
  readonly legend: string;
  /** `hidden` when a heading right above already asks the question. */
  readonly labelling?: 'shown' | 'hidden';
  readonly hint?: string;
  readonly options: readonly ChoiceOption<Value>[];
  /** Nothing is chosen beforehand when `null`. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** Keys under the question, or at the end of its line when they are few and short. */
  readonly layout?: 'under' | 'beside';
}

/** One of a few. Native radio buttons: arrow keys move, Tab visits the group once. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): JSX.Element {
  const id = useId();
  const hintId = props.hint === undefined ? undefined : `${id}-hint`;
  return (
    <fieldset
      class={`choice choice-${props.layout ?? 'under'}`}
      role="radiogroup"
      aria-labelledby={`${id}-legend`}
      aria-describedby={hintId}
    >
      <div class="choice_question">
        <span
          class={props.labelling === 'hidden' ? 'visually-hidden' : 'choice_legend'}
          id={`${id}-legend`}
        >
          {props.legend}
        </span>
        {hintId === undefined ? null : (
          <span class="choice_hint" id={hintId}>
            {props.hint}
          </span>
        )}
      </div>
      <div class="choice_keys">
        {props.options.map((option) => (
          <ChoiceButton
            key={option.value}
            option={option}
            group={id}
            chosen={option.value === props.value}
            onChoose={() => props.onChange(option.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceButtonProps<Value extends string> {
  readonly option: ChoiceOption<Value>;
  readonly group: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function ChoiceButton<Value extends string>(props: ChoiceButtonProps<Value>): JSX.Element {
  return (
    <label class={props.chosen ? 'choice_key choice_key-chosen' : 'choice_key'}>
      <input
        class="choice_input"
        type="radio"
        name={props.group}
        value={props.option.value}
        checked={props.chosen}
        onChange={props.onChoose}
      />
      {props.option.icon}
      <span>{props.option.word}</span>
      {props.chosen ? <TickMark place="corner" /> : null}
    </label>
  );
}
