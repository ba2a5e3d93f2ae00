// How likely it is that somebody wrote this text: the sum of what each letter beyond a to z says,
// in natural logarithms. Two readings of the same bytes are compared by it.

import { alphabets, type Alphabet, type Script } from './alphabets.ts';
import { letterClassOf, type LetterClass } from './letter-class.ts';

// What speaks against a reading. Measured on lists of names in all encodings (README.md).
const cost = {
  mixedScripts: 8,
  upperAfterLower: 6,
  secondCapital: 4,
  lowerAtStart: 1.5,
  twoBeyondAscii: 1.5,
  unlikelyNeighbours: 1.2,
} as const;

// Of what is no letter: alone, behind a letter, before one, between two.
const signCosts: Readonly<Record<SignKind, readonly number[]>> = {
  nonsense: [12, 12, 12, 12],
  sign: [6, 8, 8, 8],
  'opening-quote': [3, 8, 3, 8],
  quote: [3, 3, 3, 5],
  apostrophe: [5, 5, 5, 3],
  mark: [4, 4, 4, 4],
  wide: [3, 3, 3, 3],
};

type SignKind = Exclude<LetterClass['kind'], 'letter'>;

// Chances of letters that do not stand in an alphabet, within nine tenths for those that do.
const inAlphabet = 0.9;
const ofTheScript = 1 / 1000;
const ofManyInTheScript = 1 / 3000;
const ofAnotherScript = 1 / 20_000;
const ofNoAlphabet = 1 / 100_000;

/** The plausibility of `text`: the greater, the likelier. Letters of ASCII alone weigh nothing. */
export function plausibilityOf(text: string): number {
  const counts = new Map<string, number>();
  let costs = 0;
  const chars = Array.from(text);
  for (const [index, char] of chars.entries()) {
    if (isAscii(char)) continue;
    const here = letterClassOf(char);
    costs += costAt(chars, index, here);
    if (here.kind !== 'letter') continue;
    const small = smallOf(char);
    counts.set(small, (counts.get(small) ?? 0) + 1);
  }
  return bestAlphabet(counts) - costs;
}

function costAt(chars: readonly string[], index: number, here: LetterClass): number {
  const before = chars[index - 1] ?? ' ';
  const after = chars[index + 1] ?? ' ';
  if (here.kind === 'letter') return letterCost(here, { char: chars[index] ?? ' ', before, after });
  const place = (isLetter(before) ? 1 : 0) + (isLetter(after) ? 2 : 0);
  return signCosts[here.kind][place] ?? 0;
}

interface Neighbours {
  readonly char: string;
  readonly before: string;
  readonly after: string;
}

function letterCost(here: LetterClass, around: Neighbours): number {
  const before = letterClassOf(around.before);
  const after = letterClassOf(around.after);
  const isMixed = !mayStandTogether(before, here) || !mayStandTogether(here, after);
  const isTurned = turns(before, here, around) || turns(here, after, around);
  const isLoneCapital =
    before.letterCase === 'upper' && here.letterCase === 'upper' && after.letterCase === 'lower';
  const isSmallStart = before.kind !== 'letter' && here.letterCase === 'lower';
  return (
    (isMixed ? cost.mixedScripts : 0) +
    (isTurned ? cost.upperAfterLower : 0) +
    (isLoneCapital ? cost.secondCapital : 0) +
    (isSmallStart ? cost.lowerAtStart : 0) +
    (here.script === 'latin' ? latinCost(around) : 0)
  );
}

// "WEIßE" is written so; "JšRG" is not.
function turns(first: LetterClass, second: LetterClass, { char }: Neighbours): boolean {
  return first.letterCase === 'lower' && second.letterCase === 'upper' && char !== 'ß';
}

function latinCost({ char, before, after }: Neighbours): number {
  const isSecond = !isAscii(before) && isLetter(before);
  const isLonely = isLetter(before) && isLetter(after);
  const isUnlikely =
    isLonely && isVowel(before) === isVowel(char) && isVowel(char) === isVowel(after);
  return (isSecond ? cost.twoBeyondAscii : 0) + (isUnlikely ? cost.unlikelyNeighbours : 0);
}

const together: readonly (Script | null)[] = ['han', 'kana', 'half-kana'];

function mayStandTogether(first: LetterClass, second: LetterClass): boolean {
  if (first.kind !== 'letter' || second.kind !== 'letter') return true;
  if (first.script === second.script) return true;
  return together.includes(first.script) && together.includes(second.script);
}

function bestAlphabet(counts: ReadonlyMap<string, number>): number {
  if (counts.size === 0) return 0;
  return Math.max(...compiled.map((each) => sumIn(each, counts)));
}

function sumIn(each: CompiledAlphabet, counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [char, count] of counts) sum += count * Math.log(chanceIn(each, char));
  return sum;
}

function chanceIn({ chances, scripts }: CompiledAlphabet, char: string): number {
  const chance = chances.get(char);
  if (chance !== undefined) return inAlphabet * chance;
  const { script } = letterClassOf(char);
  if (script === null || !scripts.includes(script)) return ofAnotherScript;
  if (script === 'han' || script === 'hangul') return ofManyInTheScript;
  return inAnyAlphabet.has(char) ? ofTheScript : ofNoAlphabet;
}

interface CompiledAlphabet {
  readonly chances: ReadonlyMap<string, number>;
  readonly scripts: readonly Script[];
}

function compile({ letters, script }: Alphabet): CompiledAlphabet {
  const groups = letters.replaceAll(/\s*\n\s*/g, '').split(' ');
  const weights = groups.flatMap((group, index) =>
    Array.from(group, (char) => [char, 2 ** -index] as const),
  );
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  return {
    chances: new Map(weights.map(([char, weight]) => [char, weight / sum])),
    scripts: script === 'japanese' ? ['han', 'kana', 'half-kana'] : [script],
  };
}

const compiled = alphabets.map(compile);
const inAnyAlphabet = new Set(compiled.flatMap(({ chances }) => [...chances.keys()]));

function smallOf(char: string): string {
  return char === 'İ' ? char : char.toLowerCase();
}

function isAscii(char: string): boolean {
  return char < '\u0080';
}

function isLetter(char: string): boolean {
  return letterClassOf(char).kind === 'letter';
}

function isVowel(char: string): boolean {
  return /^[aeiouyæœøı]/iu.test(char.normalize('NFD'));
}
