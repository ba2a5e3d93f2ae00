import { useId } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
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
}

// Spread as objects: each type of input has its own attributes, and a union of words fits none of
// them.
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
  const wiring = useWiring(props);
  return (
    <FieldFrame words={props} id={wiring.id}>
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
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={(event) => props.onLeave?.(event.currentTarget.value)}
        />
      </span>
    </FieldFrame>
  );
}

export interface AreaFieldProps extends FieldText {
  readonly rows?: number;
  /** Something is being pasted; prevent it to take it elsewhere. */
  readonly onPaste?: (event: ClipboardEvent) => void;
}

export function AreaField(props: AreaFieldProps): JSX.Element {
  const wiring = useWiring(props);
  return (
    <FieldFrame words={props} id={wiring.id}>
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
          onPaste={props.onPaste}
          onBlur={(event) => props.onLeave?.(event.currentTarget.value)}
        />
      </span>
    </FieldFrame>
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
  const wiring = useWiring(props);
  return (
    <FieldFrame words={props} id={wiring.id}>
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
            <option key={option.value} value={option.value} selected={option.value === props.value}>
              {option.word}
            </option>
          ))}
        </select>
      </span>
    </FieldFrame>
  );
}

export interface FieldStackProps {
  /** `two` columns where there is room for them. */
  readonly columns?: 'one' | 'two';
  readonly children: ComponentChildren;
}

/** Fields under one another, with the air between them that keeps a label with its own box. */
export function FieldStack({ columns = 'one', children }: FieldStackProps): JSX.Element {
  return <div class={`field_stack field_stack-${columns}`}>{children}</div>;
}

interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly disabled: boolean | undefined;
  readonly required: boolean | undefined;
}

/** What ties a control to the words around it. */
function useWiring(words: FieldWords): Wiring {
  const id = useId();
  const hint = words.hint === undefined ? [] : [hintId(id)];
  const problem = hasProblem(words) ? [problemId(id)] : [];
  const describedBy = [...hint, ...problem].join(' ');
  return {
    id,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': hasProblem(words) ? true : undefined,
    disabled: words.disabled,
    required: words.required,
  };
}

interface FieldFrameProps {
  readonly words: FieldWords;
  readonly id: string;
  readonly children: ComponentChildren;
}

/** Label above, hint between, problem below: the same for every kind of control. */
function FieldFrame({ words, id, children }: FieldFrameProps): JSX.Element {
  return (
    <div class={hasProblem(words) ? 'field field-problem' : 'field'}>
      <label class={words.labelling === 'hidden' ? 'visually-hidden' : 'field_label'} for={id}>
        {words.label}
      </label>
      {words.hint === undefined ? null : (
        <p class="type_small field_hint" id={hintId(id)}>
          {words.hint}
        </p>
      )}
      {children}
      {hasProblem(words) ? (
        <p class="type_small field_problem" id={problemId(id)}>
          {words.problem}
        </p>
      ) : null}
    </div>
  );
}

function hasProblem(words: FieldWords): boolean {
  return words.problem !== undefined && words.problem !== null;
}

function hintId(id: string): string {
  return `${id}-hint`;
}

function problemId(id: string): string {
  return `${id}-problem`;
}
