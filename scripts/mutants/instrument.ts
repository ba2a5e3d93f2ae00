// One text that holds many mutants, each behind a switch, so that nothing is compiled again from
// one to the next. Loops count their rounds: a mutant that would go on for ever ends in an error.
import ts from 'typescript';
import type { Mutant } from './mutators.ts';

/** A mutant with its number among all. */
export interface NumberedMutant extends Mutant {
  readonly id: number;
}

interface Wrapper {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** `text` with a switch at each of `mutants` (all of this file), and with counted loops. */
export function instrument(path: string, text: string, mutants: readonly NumberedMutant[]): string {
  const wrappers = [...mutants.map(switchOf), ...loopsIn(path, text)];
  const marks = wrappers.flatMap((wrapper, order) => [
    { at: wrapper.start, isEnd: false, other: wrapper.end, order, text: wrapper.before },
    { at: wrapper.end, isEnd: true, other: wrapper.start, order, text: wrapper.after },
  ]);
  marks.sort(outerFirst);
  let whole = '';
  let done = 0;
  for (const mark of marks) {
    whole += text.slice(done, mark.at) + mark.text;
    done = mark.at;
  }
  return whole + text.slice(done);
}

interface Mark {
  readonly at: number;
  readonly isEnd: boolean;
  readonly other: number;
  readonly order: number;
}

// Of two that begin at one place the longer opens first; of two that end there it closes last.
function outerFirst(a: Mark, b: Mark): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.isEnd !== b.isEnd) return a.isEnd ? -1 : 1;
  if (a.other !== b.other) return b.other - a.other;
  return a.isEnd ? b.order - a.order : a.order - b.order;
}

function switchOf({ id, start, end, replacement }: NumberedMutant): Wrapper {
  return replacement === null
    ? { start, end, before: `{ if (!__isActive(${id})) { `, after: ' } }' }
    : { start, end, before: `(__isActive(${id}) ? (${replacement}) : (`, after: '))' };
}

function loopsIn(path: string, text: string): readonly Wrapper[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Wrapper[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false)) {
      const { statement } = node;
      const start = statement.getStart(source);
      found.push({ start, end: statement.end, before: '{ __countRound(); ', after: ' }' });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
