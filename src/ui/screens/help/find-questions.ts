import { normalizedWords } from '#lib/normalize-text.ts';
import type { HelpQuestion } from './help-questions.ts';

/**
 * The questions that have a word for each that was typed, those that say it in the question first.
 * All of them when nothing is typed.
 */
export function findQuestions(
  questions: readonly HelpQuestion[],
  typed: string,
): readonly HelpQuestion[] {
  const wanted = normalizedWords(typed);
  const ranked = questions
    .map((each) => ({ each, rank: rankOf(each, wanted) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return ranked.map(({ each }) => each);
}

/** In how many places one has to look: 0 for the question alone; null when a word is nowhere. */
function rankOf({ question, words, answer }: HelpQuestion, wanted: readonly string[]) {
  const places = [question, words, answer].map(normalizedWords);
  const found = wanted.map((word) =>
    places.findIndex((place) => place.some((each) => each.startsWith(word))),
  );
  return found.includes(-1) ? null : Math.max(0, ...found);
}
