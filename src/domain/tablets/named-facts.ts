// Reads the names of changed rows.

/** `names` without the first ones, which were `sealed`; all of them where they are not those. */
export function withoutSealed(
  names: readonly string[],
  sealed: readonly string[],
): readonly string[] {
  return sealed.every((name, index) => names[index] === name) ? names.slice(sealed.length) : names;
}

/** What `names` name: single keys by table, and whole tables. */
export interface NamedFacts {
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isWhole: (table: string) => boolean;
}

export function namedFacts(names: readonly string[]): NamedFacts {
  const keys = new Map<string, Set<string>>();
  for (const name of names) {
    const [table = '', ...rest] = name.split('/');
    keys.set(table, (keys.get(table) ?? new Set<string>()).add(rest.join('/')));
  }
  return { keys, isWhole: (table) => keys.has('*') || keys.get(table)?.has('*') === true };
}

/** What is to be sealed of a shop whose rows no other tablet has yet. */
export const allFacts: readonly string[] = ['*'];
