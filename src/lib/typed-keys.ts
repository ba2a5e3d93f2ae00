// Object.keys and Object.fromEntries lose the names of the fields; these keep them.

/** The names of the fields of `fields`, in their order. */
export function keysOf<Fields extends object>(fields: Fields): readonly (keyof Fields & string)[] {
  const keys: (keyof Fields & string)[] = [];
  for (const key in fields) keys.push(key);
  return keys;
}

export function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each key is given its value on this line
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
