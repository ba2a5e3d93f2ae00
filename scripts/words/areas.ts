// Which words lie in which file, and which of them a part of the built app needs.

export type Area = 'first' | 'counter' | 'owner';

/** A built part of the app, and the messages that its own modules say. */
export interface Part {
  readonly fileName: string;
  readonly isFirst: boolean;
  readonly isCounter: boolean;
  /** The parts that are loaded with it. */
  readonly imports: readonly string[];
  readonly keys: readonly string[];
}

/** The area of each message: that of the first of its speakers to be on the screen. */
export function areasOf(parts: readonly Part[]): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>();
  for (const part of parts) for (const key of part.keys) areas.set(key, 'owner');
  for (const part of withImports(parts, ({ isCounter }) => isCounter))
    for (const key of part.keys) areas.set(key, 'counter');
  for (const part of withImports(parts, ({ isFirst }) => isFirst))
    for (const key of part.keys) areas.set(key, 'first');
  return areas;
}

/** The areas beyond the first that must be there before `part` runs. */
export function neededAreas(
  part: Part,
  parts: readonly Part[],
  areas: ReadonlyMap<string, Area>,
): readonly Area[] {
  const keys = withImports(parts, (each) => each === part).flatMap((each) => each.keys);
  const needed = new Set(keys.map((key) => areas.get(key)));
  return (['counter', 'owner'] as const).filter((area) => needed.has(area));
}

/** The parts that `isWanted` names, and all that is loaded with them. */
function withImports(parts: readonly Part[], isWanted: (part: Part) => boolean): readonly Part[] {
  const byName = new Map(parts.map((part) => [part.fileName, part]));
  const found = new Set(parts.filter(isWanted));
  for (const part of found)
    for (const name of part.imports) {
      const imported = byName.get(name);
      if (imported !== undefined) found.add(imported);
    }
  return [...found];
}
