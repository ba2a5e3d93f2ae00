const particles = new Set(['von', 'van', 'der', 'den', 'de', 'du', 'la', 'le', 'di', 'zu']);

/** The place of the word where a surname begins: the last one, with small words before it. */
export function lastNameStart(words: readonly string[]): number {
  let start = Math.max(0, words.length - 1);
  while (start > 1 && particles.has((words[start - 1] ?? '').toLowerCase())) start -= 1;
  return start;
}
