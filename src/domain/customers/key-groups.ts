// The big keys: eight groups of letters, as on a phone, for wet hands and gloves.

/** What each big key says, in their order. */
export const keyGroups = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'] as const;

const keyOfLetter = new Map(
  keyGroups.flatMap((letters, index) => Array.from(letters, (letter) => [letter, index] as const)),
);

/** Normalized text as the big keys type it, a digit from 2 to 9 for each letter of the alphabet. */
export function typedByGroups(text: string): string {
  return text.replace(/[a-z]/g, (letter) => String((keyOfLetter.get(letter) ?? 0) + 2));
}
