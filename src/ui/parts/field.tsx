import { useId } from 'preact/hooks';
import type { ComponentChildren, HTMLAttributes, JSX } from 'preact';
import './field.css';

interface FieldWords {
  readonly label: string;
  /** `hidden` when a heading right above already asks the question. */
  readonly labelling?: 'shown' | 'hidden';
  readonly hint?: string;
  /** What is wrong and what to do; tied to the control, so that it is read out with it. */
  readonly problem?: string | null;
  readonly disabled?: boolean;
  readonly required?: boolean;
}

interface FieldText extends FieldWords {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** The writer left the field. */
  readonly onLeave?: (value: string) => void;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly spellcheck?: boolean;
}

export interface TextFieldProps extends FieldText {
  readonly type?: keyof typeof inputTypes;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email' | 'search';
  readonly autoComplete?: string;
  readonly autoCapitalize?: 'off' | 'words' | 'sentences';
  /** `large` for the one question of a page. */
  readonly size?: 'owner' | 'large';
  /** Stands before the text inside the box, a currency for instance. */
  readonly before?: string;
  readonly min?: string;
  readonly max?: string;
  /** The first field of a sheet: the focus starts here instead of on the closing key. */
  readonly autoFocus?: boolean;
}

// Spread as objects: each type of input has its own attributes, and a union of words fits none of them.
const inputTypes = {
  text: { type: 'text' },
  email: { type: 'email' },
  tel: { type: 'tel' },
  date: { type: 'date' },
  time: { type: 'time' },
  search: { type: 'search' },
  password: { type: 'password' },
} as const;

export function TextField(props: TextFieldProps): JSX.Element {
  return (
    <FieldFrame
      words={props}
      control={(wiring) => (
        <span class={`field_box field_box-${props.size ?? 'owner'}`}>
          {props.before === undefined ? null : <span class="field_before">{props.before}</span>}
          <input
            {...wiring}
            class="field_control field_control-text"
            {...inputTypes[props.type ?? 'text']}
            value={props.value}
            inputMode={props.inputMode}
            autoComplete={props.autoComplete ?? 'off'}
            autoCapitalize={props.autoCapitalize}
            spellcheck={props.spellcheck}
            maxLength={props.maxLength}
            placeholder={props.placeholder}
            min={props.min}
            max={props.max}
            autoFocus={props.autoFocus}
            onInput={(event) => props.onInput(event.currentTarget.value)}
            onBlur={(event) => props.onLeave?.(event.currentTarget.value)}
          />
        </span>
      )}
    />
  );
}

export interface AreaFieldProps extends FieldText {
  readonly rows?: number;
}

export function AreaField(props: AreaFieldProps): JSX.Element {
  return (
    <FieldFrame
      words={props}
      control={(wiring) => (
        <span class="field_box">
          <textarea
            {...wiring}
            class="field_control field_control-area"
            rows={props.rows ?? 3}
            value={props.value}
            maxLength={props.maxLength}
            placeholder={props.placeholder}
            spellcheck={props.spellcheck}
            onInput={(event) => props.onInput(event.currentTarget.value)}
            onBlur={(event) => props.onLeave?.(event.currentTarget.value)}
          />
        </span>
      )}
    />
  );
}

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly word: string;
}

export interface SelectFieldProps<Value extends string> extends FieldWords {
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>): JSX.Element {
  return (
    <FieldFrame
      words={props}
      control={(wiring) => (
        <span class="field_box field_box-select">
          <select
            {...wiring}
            class="field_control field_control-select"
            value={props.value}
            onChange={(event) => {
              const chosen = props.options[event.currentTarget.selectedIndex];
              if (chosen !== undefined) props.onChange(chosen.value);
            }}
          >
            {props.options.map((option) => (
              <option
                key={option.value}
                value={option.value}
                selected={option.value === props.value}
              >
                {option.word}
              </option>
            ))}
          </select>
        </span>
      )}
    />
  );
}

type Wiring = Pick<HTMLAttributes<HTMLElement>, 'id' | 'aria-describedby' | 'aria-invalid'> & {
  readonly disabled: boolean | undefined;
  readonly required: boolean | undefined;
};

interface FieldFrameProps {
  readonly words: FieldWords;
  readonly control: (wiring: Wiring) => ComponentChildren;
}

/** Label above, hint between, problem below: the same for every kind of control. */
function FieldFrame({ words, control }: FieldFrameProps): JSX.Element {
  const id = useId();
  const problem = words.problem ?? null;
  const described = [
    words.hint === undefined ? '' : `${id}-hint`,
    problem === null ? '' : `${id}-problem`,
  ];
  const describedBy = described.filter((part) => part !== '').join(' ');
  return (
    <div class={problem === null ? 'field' : 'field field-problem'}>
      <label class={words.labelling === 'hidden' ? 'visually-hidden' : 'field_label'} for={id}>
        {words.label}
      </label>
      {words.hint === undefined ? null : (
        <p class="field_hint" id={`${id}-hint`}>
          {words.hint}
        </p>
      )}
      {control({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': problem === null ? undefined : true,
        disabled: words.disabled,
        required: words.required,
      })}
      {problem === null ? null : (
        <p class="field_problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
