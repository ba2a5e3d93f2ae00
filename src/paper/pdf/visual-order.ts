// The order in which the letters of a line stand on paper, from left to right. Readers of PDF
// expect text in this order and turn words of right-to-left scripts back themselves.

import type { Direction } from '#paper/marks.ts';
import { isFromRight } from '#paper/text-direction.ts';

interface Run {
  readonly letters: string[];
  readonly kind: Kind;
}

type Kind = 'left' | 'right' | 'number' | 'neutral';

/** Letters that are read in one direction, as they are said and as they stand. */
export interface VisualRun {
  readonly said: string;
  readonly seen: string;
}

/** The runs of a line from left to right. */
export function visualRuns(text: string, dir: Direction): readonly VisualRun[] {
  if (!isTurnedText(text, dir)) return [{ said: text, seen: text }];
  const runs = settled(runsIn(text), dir);
  const ordered = dir === 'rtl' ? runs.toReversed() : withRightRunsTurned(runs);
  return ordered.map(({ letters, kind }) => ({
    said: letters.join(''),
    seen: (kind === 'right' ? letters.toReversed() : letters).join(''),
  }));
}

/** Whether letters stand in another order than they are said. */
export function isTurnedText(text: string, dir: Direction): boolean {
  return dir === 'rtl' || isFromRight(text);
}

function runsIn(text: string): readonly Run[] {
  const runs: Run[] = [];
  for (const letter of text.match(/\P{M}\p{M}*/gu) ?? []) {
    const kind = kindOfLetter(letter);
    const last = runs.at(-1);
    if (last?.kind === kind) last.letters.push(letter);
    else runs.push({ kind, letters: [letter] });
  }
  return runs;
}

function kindOfLetter(letter: string): Kind {
  if (/\p{Nd}/u.test(letter)) return 'number';
  if (isFromRight(letter)) return 'right';
  return /\p{L}/u.test(letter) ? 'left' : 'neutral';
}

/** Spaces and signs go with what stands on both sides of them, else with the line. */
function settled(runs: readonly Run[], dir: Direction): readonly Run[] {
  const own = dir === 'rtl' ? 'right' : 'left';
  const withNumbers = runs.map((run, place): Run => {
    if (run.kind === 'number' && lastSide(runs.slice(0, place)) === 'left')
      return { ...run, kind: 'left' };
    return isInsideNumber(runs, place) ? { ...run, kind: 'number' } : run;
  });
  const sides = withNumbers.map((run, place): Run => {
    if (run.kind !== 'neutral') return run;
    const before = sideOf(withNumbers[place - 1], own);
    const after = sideOf(withNumbers[place + 1], own);
    return { ...run, kind: before === after ? before : own };
  });
  return merged(sides);
}

function lastSide(runs: readonly Run[]): Kind | undefined {
  return runs.findLast(({ kind }) => kind === 'left' || kind === 'right')?.kind;
}

/** "12-3" and "12,50" are one number. */
function isInsideNumber(runs: readonly Run[], place: number): boolean {
  const sign = runs[place]?.letters.join('') ?? '';
  const isBetween = [place - 1, place + 1].every((each) => runs[each]?.kind === 'number');
  return isBetween && /^[-.,:/]$/.test(sign);
}

function sideOf(run: Run | undefined, own: 'left' | 'right'): 'left' | 'right' {
  if (run?.kind === 'left' || run?.kind === 'right') return run.kind;
  return run?.kind === 'number' ? 'right' : own;
}

function merged(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.kind === run.kind) last.letters.push(...run.letters);
    else joined.push({ kind: run.kind, letters: [...run.letters] });
  }
  return joined;
}

// In a line from the left, words from the right that follow one another change places.
function withRightRunsTurned(runs: readonly Run[]): readonly Run[] {
  const ordered: Run[] = [];
  let held: Run[] = [];
  for (const run of runs) {
    const belongs = run.kind === 'right' || (run.kind === 'number' && held.length > 0);
    if (belongs) held = [run, ...held];
    else {
      ordered.push(...held, run);
      held = [];
    }
  }
  return [...ordered, ...held];
}
