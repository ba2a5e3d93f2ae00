import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesIn, textOf } from './files.ts';

const catalogueFolder = 'src/i18n/messages/en';
const catalogues = filesIn(catalogueFolder, ['.json']);
const keysByCatalogue = catalogues.map((path) => ({ path, keys: keysOf(textOf(path)) }));
const allKeys = keysByCatalogue.flatMap(({ keys }) => keys);

describe('the words', () => {
  it('are all used somewhere', () => {
    // The start script's words are put into the page by the build.
    const speaking = [...filesIn('src', ['.ts', '.tsx']), ...filesIn('scripts/hosting', ['.ts'])];
    const used = new Set(speaking.flatMap((path) => namesIn(path)));
    expect(allKeys.length).toBeGreaterThan(0);
    expect(allKeys.filter((key) => !used.has(key))).toEqual([]);
  });

  it('have one home each: no key stands in two catalogues', () => {
    expect(allKeys.filter((key, index) => allKeys.indexOf(key) !== index)).toEqual([]);
  });

  it('say something: no message is empty', () => {
    const empty = catalogues.filter((path) => /:\s*""/.test(textOf(path)));
    expect(empty).toEqual([]);
  });

  it('never stand in the markup itself', () => {
    const bare = filesIn('src', ['.tsx']).flatMap((path) => bareTextIn(path, textOf(path)));
    expect(bare).toEqual([]);
  });

  it.each([
    ['text between tags', 'const A = () => <p>Good morning</p>;'],
    ['a label for listeners', 'const A = () => <button aria-label="Close" />;'],
    ['a placeholder', "const A = () => <input placeholder={'Name'} />;"],
    ['a piece of text in braces', "const A = () => <p>{'Saved'}</p>;"],
    ['text chosen on the spot', "const A = ({ on }) => <p>{on ? 'On' : 'Off'}</p>;"],
    ['a template', 'const A = ({ n }) => <p title={`${n} visits`} />;'],
  ])('are caught when planted: %s', (_what, text) => {
    expect(bareTextIn('planted.tsx', text)).not.toEqual([]);
  });

  it('never stand in code that decides or prepares what a screen says', () => {
    const rooms = ['src/ui', 'src/domain', 'src/engine'];
    const bare = rooms
      .flatMap((room) => filesIn(room, ['.ts', '.tsx']))
      .flatMap((path) => bareSentencesIn(path, textOf(path)));
    expect(bare).toEqual([]);
    expect(bareSentencesIn('planted.ts', "const title = 'Not saved yet';")).not.toEqual([]);
    expect(bareSentencesIn('planted.ts', 'const t = `You came ${n} times`;')).not.toEqual([]);
    expect(bareSentencesIn('planted.ts', "throw new Error('Such a day must be');")).toEqual([]);
  });

  it('are never said while a file is read, before the language is known', () => {
    const early = filesIn('src', ['.ts', '.tsx']).flatMap((path) =>
      earlyWordsIn(path, textOf(path)),
    );
    expect(early).toEqual([]);
  });

  it.each([
    ['said at once', 'const title = m.week_title();', ['planted.ts:1 m.week_title']],
    ['said at once in a list', 'const names = [m.a(), () => m.b()];', ['planted.ts:1 m.a']],
    ['held on to', 'const names = { a: m.a, b: () => m.b({ c: m.c() }) };', []],
  ])('are caught when they are said too early: %s', (_what, text, found) => {
    expect(earlyWordsIn('planted.ts', text)).toEqual(found);
  });

  it('stay as the catalogue says them: nothing is cut off or made small', () => {
    const changed = filesIn('src', ['.ts', '.tsx']).filter((path) => changesWords(textOf(path)));
    expect(changed).toEqual([]);
    expect(changesWords('return m.people_today().toLowerCase();')).toBe(true);
    expect(changesWords('const s = `${m.customer_weekday({ day })}s`;')).toBe(true);
    expect(changesWords('const s = `${m.a({ b: `${c}` })} ${m.b()}`;')).toBe(false);
  });

  it('leave signs, numbers and class names alone', () => {
    const text =
      "const A = ({ n, open }) => <p class={open ? 'a b' : 'a'} data-kind=\"x\">{n} · {'✓'} –</p>;";
    expect(bareTextIn('planted.tsx', text)).toEqual([]);
  });
});

const spokenAttributes = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'aria-placeholder',
  'title',
  'placeholder',
  'alt',
  'label',
]);

function keysOf(text: string): string[] {
  const catalogue: unknown = JSON.parse(text);
  if (typeof catalogue !== 'object' || catalogue === null) return [];
  return Object.keys(catalogue).filter((key) => key !== '$schema');
}

/**
 * Every identifier and property name of a file: a message is used when its name stands somewhere.
 */
function namesIn(path: string): string[] {
  const names: string[] = [];
  visit(sourceOf(path, textOf(path)), (node) => {
    if (ts.isIdentifier(node)) names.push(node.text);
    if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression))
      names.push(node.argumentExpression.text);
  });
  return names;
}

function bareTextIn(path: string, text: string): string[] {
  const source = sourceOf(path, text);
  const found: string[] = [];
  visit(source, (node) => {
    const said = spokenBy(node).filter((words) => /\p{L}/u.test(words));
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push(...said.map((words) => `${path}:${line} ${words.trim()}`));
  });
  return found;
}

// Lists of words to compare with and parts of styles begin small; an error is for the developer.
function bareSentencesIn(path: string, text: string): string[] {
  const source = sourceOf(path, text);
  const found: string[] = [];
  visit(source, (node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (!isText || ts.findAncestor(node, ts.isNewExpression) !== undefined) return;
    const [words = ''] = literalsOf(node);
    if (/^\p{Lu}[\p{Ll}’]* \p{Ll}*/u.test(words))
      found.push(
        `${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1} ${words}`,
      );
  });
  return found;
}

// A word that code bends is right in one language alone.
function changesWords(text: string): boolean {
  return /\bm\.\w+\([^()]*\)(?:\.(?:to\w*Case|slice|replace|concat)\(|\}\w|\s*\+\s*['"`])/.test(
    text,
  );
}

/** Messages that are said outside of any function. */
function earlyWordsIn(path: string, text: string): string[] {
  const source = sourceOf(path, text);
  const found: string[] = [];
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || !/^m\.\w+$/.test(node.expression.getText(source))) return;
    if (ts.findAncestor(node, ts.isFunctionLike) !== undefined) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push(`${path}:${line} ${node.expression.getText(source)}`);
  });
  return found;
}

/** What a reader or a listener would get from this piece of markup without any catalogue. */
function spokenBy(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text];
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent))
    return node.expression ? literalsOf(node.expression) : [];
  if (!ts.isJsxAttribute(node) || !spokenAttributes.has(node.name.getText())) return [];
  const value = node.initializer;
  if (value && ts.isStringLiteral(value)) return [value.text];
  return value && ts.isJsxExpression(value) && value.expression ? literalsOf(value.expression) : [];
}

function literalsOf(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isParenthesizedExpression(expression)) return literalsOf(expression.expression);
  if (ts.isConditionalExpression(expression))
    return [...literalsOf(expression.whenTrue), ...literalsOf(expression.whenFalse)];
  if (ts.isBinaryExpression(expression))
    return isMerging(expression.operatorToken.kind)
      ? [...literalsOf(expression.left), ...literalsOf(expression.right)]
      : [];
  if (ts.isTemplateExpression(expression))
    return [expression.head.text, ...expression.templateSpans.map((span) => span.literal.text)];
  return [];
}

function isMerging(kind: ts.SyntaxKind): boolean {
  return [
    ts.SyntaxKind.PlusToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
  ].includes(kind);
}

function sourceOf(path: string, text: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}
