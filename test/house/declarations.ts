// Reads what a source file declares: the house tests judge names by it, not by a search for words.
import ts from 'typescript';

/**
 * A name that a file declares: where, what sort of thing it names, and whether others may use it.
 */
export interface Declaration {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly isExported: boolean;
  /** Whether it is an interface or a type alias. */
  readonly isType: boolean;
  /** Given for functions alone: whether it waits for something. */
  readonly isAsync: boolean;
}

/**
 * Every name that `text`, the file at `path`, declares: functions, types, values, parameters,
 * members.
 */
export function declarationsIn(path: string, text: string): readonly Declaration[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const found: Declaration[] = [];
  const visit = (node: ts.Node): void => {
    const name = nameOf(node);
    if (name !== undefined)
      found.push({
        path,
        line: source.getLineAndCharacterOfPosition(name.getStart(source)).line + 1,
        name: name.text.replace(/^#/, ''),
        isExported: isExported(node),
        isType: ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node),
        isAsync: isAsync(node),
      });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The words of a name: `parseRows` is `parse` and `rows`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

function nameOf(node: ts.Node): ts.Identifier | ts.PrivateIdentifier | undefined {
  if (!isDeclaration(node)) return undefined;
  const { name } = node;
  return name !== undefined && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name))
    ? name
    : undefined;
}

type Named = ts.Node & { readonly name?: ts.Node };

function isDeclaration(node: ts.Node): node is Named {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isGetAccessorDeclaration(node)
  );
}

function isExported(node: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function isAsync(node: ts.Node): boolean {
  const code =
    ts.isVariableDeclaration(node) && node.initializer !== undefined ? node.initializer : node;
  if (ts.canHaveModifiers(code)) {
    const modifiers = ts.getModifiers(code) ?? [];
    if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) return true;
  }
  const returned = ts.isFunctionLike(code) ? code.type : undefined;
  return returned !== undefined && returned.getText().startsWith('Promise<');
}
