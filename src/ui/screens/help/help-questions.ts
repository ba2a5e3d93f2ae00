// What shopkeepers ask most, in the order in which they ask it.

import { m } from '#ui/messages.ts';

export interface HelpQuestion {
  readonly name: HelpName;
  readonly question: string;
  readonly answer: string;
  /** Other words that it may be looked for by. */
  readonly words: string;
}

export type HelpName = (typeof asked)[number][0];

export function helpQuestions(): readonly HelpQuestion[] {
  return asked.map(([name, question, answer, words]) => ({
    name,
    question: question(),
    answer: answer(),
    words: words(),
  }));
}

const asked = [
  ['delete', m.help_delete_question, m.help_delete_answer, m.help_delete_words],
  ['wrong', m.help_wrong_question, m.help_wrong_answer, m.help_wrong_words],
  ['twice', m.help_twice_question, m.help_twice_answer, m.help_twice_words],
  ['list', m.help_list_question, m.help_list_answer, m.help_list_words],
  ['backup', m.help_backup_question, m.help_backup_answer, m.help_backup_words],
  ['tablet', m.help_tablet_question, m.help_tablet_answer, m.help_tablet_words],
  ['lost', m.help_lost_question, m.help_lost_answer, m.help_lost_words],
  ['words', m.help_words_question, m.help_words_answer, m.help_words_words],
  ['pin', m.help_pin_question, m.help_pin_answer, m.help_pin_words],
  ['why', m.help_why_question, m.help_why_answer, m.help_why_words],
  ['paper', m.help_paper_question, m.help_paper_answer, m.help_paper_words],
  ['offline', m.help_offline_question, m.help_offline_answer, m.help_offline_words],
] as const;
