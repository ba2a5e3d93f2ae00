import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { OpenShopContext } from '#ui/hooks/use-shop.ts';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './help-link.css';

export interface HelpLinkProps {
  readonly name: keyof typeof questions;
}

/** From an empty screen or a problem to the question of help that is about it. */
export function HelpLink({ name }: HelpLinkProps): JSX.Element | null {
  // Before a shop is open there is no page of help to go to.
  if (useContext(OpenShopContext) === null) return null;
  return (
    <a class="help-link" href={formatRoute({ kind: 'help-question', name })}>
      {m.help_link({ question: questions[name]() })}
    </a>
  );
}

const questions = {
  twice: m.help_twice_question,
  list: m.help_list_question,
  backup: m.help_backup_question,
  words: m.help_words_question,
  why: m.help_why_question,
  paper: m.help_paper_question,
} as const;
