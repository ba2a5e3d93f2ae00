// Takes the names of other people out of what was written about one. A name of one word is only
// taken for one where it is written as a name; what belongs to the person's own name stays.

/** Longer names are not looked for. */
const maxWords = 5;
const minLetters = 3;

/** A function that puts `another` in the place of each of `names`, whole words only. */
export function namesHider(
  names: readonly string[],
  own: readonly string[],
  another: string,
): (text: string) => string {
  const ownNames = new Set(own.map(plainName));
  const ownWords = new Set(own.flatMap((name) => wordsIn(name).map(({ word }) => word)));
  const hidden = new Set(
    names.map(plainName).filter((name) => isNameLike(name) && !ownNames.has(name)),
  );
  if (hidden.size === 0) return (text) => text;
  return (text) => withoutNames(text, { hidden, ownWords }, another);
}

interface Hidden {
  readonly hidden: ReadonlySet<string>;
  readonly ownWords: ReadonlySet<string>;
}

interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

function withoutNames(text: string, hidden: Hidden, another: string): string {
  const words = wordsIn(text);
  let result = '';
  let done = 0;
  for (let at = 0; at < words.length; at += 1) {
    const length = nameLengthAt(words, at, hidden);
    const [first, last] = [words[at], words[at + length - 1]];
    if (length === 0 || first === undefined || last === undefined) continue;
    result += text.slice(done, first.from) + another;
    done = last.to;
    at += length - 1;
  }
  return result + text.slice(done);
}

// The longest name that begins here, in words; 0 for none.
function nameLengthAt(words: readonly Word[], at: number, { hidden, ownWords }: Hidden): number {
  for (let length = Math.min(maxWords, words.length - at); length > 0; length -= 1) {
    const found = words.slice(at, at + length).map(({ word }) => word);
    const isOwnWord = length === 1 && ownWords.has(found[0] ?? '');
    if (hidden.has(found.join(' ')) && !isOwnWord) return length;
  }
  return 0;
}

function isNameLike(name: string): boolean {
  if (name.includes(' ')) return true;
  return name.length >= minLetters && name.charAt(0) !== name.charAt(0).toLowerCase();
}

function plainName(name: string): string {
  return wordsIn(name)
    .map(({ word }) => word)
    .join(' ');
}

// Points and quotes belong to no word, so that "Tom R." is found in "Tom R.’s" and before a comma.
function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu)].map((match) => ({
    word: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}
