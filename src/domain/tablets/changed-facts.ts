// Which rows changed here since they were last sealed for the other tablets, as names: `visits/ID`,
// or `visits/*` for so many that they are found by their timestamps instead.

/** A list of names longer than this says only that anything may have changed. */
const maxNames = 2_000;

/** Rows of one table changed by one action; more of them are named together. */
const maxOfTable = 50;

/** `names` with the rows that one action changed, by table. */
export function withChangedFacts(
  names: readonly string[],
  changed: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const added = [...changed].flatMap(([table, keys]) =>
    keys.length > maxOfTable ? [`${table}/*`] : keys.map((key) => `${table}/${key}`),
  );
  const all = [...names, ...added];
  return all.length > maxNames ? ['*'] : all;
}
