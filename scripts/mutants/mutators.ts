// Where a mutant can be made in a source file, and how it reads. Types and imports are never
// touched.
import ts from 'typescript';

/** One small mistake in a source file. */
export interface Mutant {
  readonly path: string;
  readonly line: number;
  /** What was done: `boundary`, `guard`, `number` and so on. */
  readonly mutator: string;
  /** Where the replaced text begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly original: string;
  /** Null when a whole statement is left out. */
  readonly replacement: string | null;
}

interface Change {
  readonly mutator: string;
  readonly node: ts.Node;
  readonly replacement: string | null;
}

/** All mutants of `text`, in the order of the text. */
export function mutantsIn(path: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (isSkipped(node)) return;
    for (const { mutator, node: place, replacement } of changesAt(node)) {
      const start = place.getStart(source);
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({
        path,
        line,
        mutator,
        start,
        end: place.end,
        original: place.getText(source),
        replacement,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isSkipped(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node)
  );
}

function changesAt(node: ts.Node): readonly Change[] {
  if (ts.isBinaryExpression(node)) return changesOfBinary(node);
  if (ts.isNumericLiteral(node)) return changesOfNumber(node);
  if (node.kind === ts.SyntaxKind.TrueKeyword)
    return [{ mutator: 'boolean', node, replacement: 'false' }];
  if (node.kind === ts.SyntaxKind.FalseKeyword)
    return [{ mutator: 'boolean', node, replacement: 'true' }];
  if (ts.isPrefixUnaryExpression(node)) return changesOfPrefix(node);
  if (ts.isConditionalExpression(node)) return changesOfChoice(node);
  if (ts.isIfStatement(node))
    return [{ mutator: 'guard', node: node.expression, replacement: 'false' }];
  if (ts.isReturnStatement(node)) return changesOfReturn(node);
  if (ts.isExpressionStatement(node)) return changesOfStatement(node);
  if (ts.isCallExpression(node)) return changesOfCall(node);
  return [];
}

const operatorPairs: ReadonlyMap<string, readonly [mutator: string, sign: string]> = new Map([
  ['<', ['boundary', '<=']],
  ['<=', ['boundary', '<']],
  ['>', ['boundary', '>=']],
  ['>=', ['boundary', '>']],
  ['===', ['equality', '!==']],
  ['!==', ['equality', '===']],
  ['&&', ['logical', '||']],
  ['||', ['logical', '&&']],
  ['+', ['arithmetic', '-']],
  ['-', ['arithmetic', '+']],
  ['*', ['arithmetic', '/']],
  ['/', ['arithmetic', '*']],
  ['%', ['arithmetic', '*']],
  ['+=', ['arithmetic', '-=']],
  ['-=', ['arithmetic', '+=']],
  ['&', ['arithmetic', '|']],
  ['|', ['arithmetic', '&']],
  ['|=', ['arithmetic', '&=']],
]);

function changesOfBinary(node: ts.BinaryExpression): readonly Change[] {
  const sign = node.operatorToken.getText();
  if (sign === '??') return changesOfDefault(node);
  const other = operatorPairs.get(sign);
  if (other === undefined || isOfStrings(node) || isStepOfLoop(node)) return [];
  const [mutator, replacement] = other;
  return [
    { mutator, node, replacement: `${node.left.getText()} ${replacement} ${node.right.getText()}` },
  ];
}

// What stands behind `??` after an index is there for the compiler: the index is known to be good.
function changesOfDefault(node: ts.BinaryExpression): readonly Change[] {
  if (ts.isElementAccessExpression(node.left)) return [];
  return [{ mutator: 'default', node, replacement: node.left.getText() }];
}

function isOfStrings({ left, right }: ts.BinaryExpression): boolean {
  return [left, right].some(
    (side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side),
  );
}

function isStepOfLoop(node: ts.Node): boolean {
  return ts.isForStatement(node.parent) && node.parent.incrementor === node;
}

const maxNumber = 100;

function changesOfNumber(node: ts.NumericLiteral): readonly Change[] {
  const value = Number(node.text);
  if (!Number.isInteger(value) || value > maxNumber || isName(node)) return [];
  if (isStepOfLoop(node.parent) || isBehindIndex(node)) return [];
  return [{ mutator: 'number', node, replacement: String(value + 1) }];
}

function isName(node: ts.NumericLiteral): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

function isBehindIndex({ parent }: ts.NumericLiteral): boolean {
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
    ts.isElementAccessExpression(parent.left)
  );
}

function changesOfPrefix(node: ts.PrefixUnaryExpression): readonly Change[] {
  const { operator, operand } = node;
  if (operator === ts.SyntaxKind.ExclamationToken)
    return [{ mutator: 'negation', node, replacement: operand.getText() }];
  if (operator === ts.SyntaxKind.MinusToken)
    return [{ mutator: 'arithmetic', node, replacement: `(${operand.getText()})` }];
  return [];
}

function changesOfChoice(node: ts.ConditionalExpression): readonly Change[] {
  return [
    { mutator: 'conditional', node, replacement: node.whenTrue.getText() },
    { mutator: 'conditional', node, replacement: node.whenFalse.getText() },
  ];
}

// Answers that are numbers or yes and no are changed where they stand.
function changesOfReturn({ expression }: ts.ReturnStatement): readonly Change[] {
  if (expression === undefined) return [];
  if (ts.isArrayLiteralExpression(expression))
    return expression.elements.length === 0
      ? []
      : [{ mutator: 'return', node: expression, replacement: '[]' }];
  const isChanged =
    ts.isCallExpression(expression) ||
    ts.isIdentifier(expression) ||
    ts.isNewExpression(expression);
  if (!isChanged || expression.getText() === 'undefined') return [];
  return [{ mutator: 'return', node: expression, replacement: 'undefined' }];
}

function changesOfStatement(node: ts.ExpressionStatement): readonly Change[] {
  const { expression } = node;
  const isLeftOut =
    ts.isCallExpression(expression) ||
    ts.isAwaitExpression(expression) ||
    ts.isBinaryExpression(expression) ||
    ts.isPostfixUnaryExpression(expression);
  if (!isLeftOut || expression.getText().startsWith('super(')) return [];
  return [{ mutator: 'statement', node, replacement: null }];
}

const callPairs: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
]);

const removedCalls: ReadonlySet<string> = new Set([
  'filter',
  'slice',
  'sort',
  'toSorted',
  'toReversed',
  'reverse',
  'trim',
]);

function changesOfCall(node: ts.CallExpression): readonly Change[] {
  const { expression } = node;
  const isChain = (node.flags & ts.NodeFlags.OptionalChain) !== 0;
  if (!ts.isPropertyAccessExpression(expression) || isChain) return [];
  const called = expression.name.text;
  const on = expression.expression.getText();
  if (removedCalls.has(called)) return [{ mutator: 'call', node, replacement: on }];
  const other = callPairs.get(called);
  if (other === undefined) return [];
  const given = node.arguments.map((each) => each.getText()).join(', ');
  return [{ mutator: 'call', node, replacement: `${on}.${other}(${given})` }];
}
