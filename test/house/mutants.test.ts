// The mutants of `npm run mutants`: they are found where they could be made, each alone can be
// switched on, and none shows before.
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { mutantsIn } from '../../scripts/mutants/mutators.ts';
import { instrument } from '../../scripts/mutants/instrument.ts';

const till = `
type Minutes = 0 | 1;
export function openFor(minute: number, { opens, closes }: Hours): string {
  const left: string[] = [];
  for (let at = 0; at < 3; at += 1) left.push('hour');
  if (minute < opens) return 'closed';
  const lunch = left.some((each) => each === 'lunch') ? 1 : 0;
  return minute >= closes && lunch === 0 ? 'closed' : String(left.length);
}`;

describe('mutants', () => {
  it('are all that could be made in a line, and none in a type or in the step of a loop', () => {
    expect(changes('const late = !isOpen && minute - closes > 15;')).toEqual([
      '!isOpen || minute - closes > 15',
      'isOpen',
      'minute - closes >= 15',
      'minute + closes',
      '16',
    ]);
    expect(changes('if (isOpen) return true; else ring();')).toEqual([
      'false',
      'false',
      'left out',
    ]);
    expect(changes('const first = list.filter(isIn).length ?? 0;')).toEqual([
      'list.filter(isIn).length',
      'list',
      '1',
    ]);
    expect(changes('type Hours = 1 | 2; const word = greeting + "!";')).toEqual([]);
    expect(changes('for (let at = first; at !== last; at += 1);')).toEqual(['at === last']);
  });

  it('change nothing before one is switched on', () => {
    for (const minute of [0, 479, 480, 1079, 1080, 1439])
      expect(answerWith(null, minute)).toBe(answerOf(till, minute));
  });

  it('are made one at a time', () => {
    const ids = mutantsIn('till.ts', till).map((mutant, id) => [id, mutant.replacement] as const);
    const boundary = ids.find(([, replacement]) => replacement === 'minute <= opens');
    expect(boundary).toBeDefined();
    expect(answerWith(boundary?.[0] ?? null, 480)).toBe('closed');
    expect(answerWith(boundary?.[0] ?? null, 481)).toBe('3');
    const nothingPushed = ids.find(([, replacement]) => replacement === null);
    expect(answerWith(nothingPushed?.[0] ?? null, 600)).toBe('0');
  });

  it('go round a loop under a count, so that none can go on for ever', () => {
    const rounds = { count: 0 };
    answerWith(null, 600, () => {
      rounds.count += 1;
    });
    expect(rounds.count).toBe(3);
  });
});

function changes(text: string): readonly string[] {
  return mutantsIn('till.ts', text).map(({ replacement }) => replacement ?? 'left out');
}

function answerWith(id: number | null, minute: number, round = (): void => undefined): unknown {
  const drawn = mutantsIn('till.ts', till).map((mutant, each) => ({ ...mutant, id: each }));
  return answerOf(instrument('till.ts', till, drawn), minute, { id, round });
}

interface Switch {
  readonly id: number | null;
  readonly round: () => void;
}

function answerOf(text: string, minute: number, on?: Switch): unknown {
  const plain = ts.transpile(text.replace('export ', ''), { target: ts.ScriptTarget.ES2023 });
  // oxlint-disable-next-line typescript/no-implied-eval -- the text was made here, to be run
  const run = new Function(
    '__isActive',
    '__countRound',
    'minute',
    'hours',
    `${plain}\nreturn openFor(minute, hours);`,
  );
  return run((id: number) => id === on?.id, on?.round ?? ((): void => undefined), minute, {
    opens: 480,
    closes: 1080,
  });
}
