import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { TextField } from '#ui/parts/controls/field.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { findQuestions } from './find-questions.ts';
import { helpQuestions, type HelpQuestion } from './help-questions.ts';
import './help.css';

export interface HelpScreenProps {
  /** The question that a link led to. */
  readonly linked: string | null;
}

/** What is asked most, found by any of its words, and what the keys of a keyboard do. */
export function HelpScreen({ linked }: HelpScreenProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const questions = useMemo(helpQuestions, []);
  const found = findQuestions(questions, typed);
  useShown(linked);
  return (
    <Page
      title={m.help_title()}
      lead={m.help_lead()}
      back={{ href: formatRoute({ kind: 'shop' }), word: m.backup_to_shop() }}
    >
      <div class="help">
        <TextField
          label={m.help_find()}
          type="search"
          size="large"
          value={typed}
          onInput={setTyped}
        />
        <p class="visually-hidden" aria-live="polite">
          {typed === '' ? null : found.map(({ question }) => question).join('. ')}
        </p>
        {found.length === 0 ? (
          <p class="help_none">{m.help_none()}</p>
        ) : (
          <Card>
            {found.map((each) => (
              <Question
                key={each.name}
                asked={each}
                isOpen={found.length === 1 || each.name === linked}
              />
            ))}
          </Card>
        )}
        <KeyboardCard />
      </div>
    </Page>
  );
}

// Whoever came by a link sees the answer without looking for it.
function useShown(linked: string | null): void {
  useEffect(() => {
    if (linked !== null) document.getElementById(`help-${linked}`)?.scrollIntoView();
  }, [linked]);
}

interface QuestionProps {
  readonly asked: HelpQuestion;
  /** The only one that is left needs no tap. */
  readonly isOpen: boolean;
}

function Question({ asked, isOpen }: QuestionProps): JSX.Element {
  return (
    <details class="help_question" id={`help-${asked.name}`} open={isOpen}>
      <summary class="help_ask">{asked.question}</summary>
      <p class="help_answer">{asked.answer}</p>
    </details>
  );
}

function KeyboardCard(): JSX.Element {
  return (
    <Card title={m.help_keys()}>
      <dl class="help_keys">
        {keys.map(([names, what]) => (
          <div key={what()} class="help_key">
            <dt class="help_names">
              {names().map((name) => (
                <kbd key={name} class="help_name">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{what()}</dd>
          </div>
        ))}
      </dl>
      <p class="help_off">{m.help_keys_off()}</p>
    </Card>
  );
}

type KeyLine = readonly [() => readonly string[], () => string];

const keys: readonly KeyLine[] = [
  [() => [m.counter_letters_key()], m.help_key_letters],
  [() => [m.help_key_enter_name()], m.help_key_enter],
  [() => [m.help_key_control_name(), 'Z'], m.help_key_undo],
  [() => [m.help_key_backspace_name()], m.help_key_back],
  [() => [m.help_key_escape_name()], m.help_key_escape],
  [() => ['?'], m.help_key_help],
];
