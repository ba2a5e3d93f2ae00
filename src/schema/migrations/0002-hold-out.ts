// Version 2: the owner may let the lot leave somebody out, to learn whether cards help. Nobody had
// asked for that before, so it is off. Must never import a type of today: it speaks of rows as they
// were then.

/** The row of settings as version 1 wrote it. None of its fields is read, and none is lost. */
type SettingsOf1 = Readonly<Record<string, unknown>>;

/** The row as version 2 writes it. */
type SettingsOf2 = SettingsOf1 & { readonly holdOut: unknown };

/**
 * The same row with the new choice. A row that has it already stays as it is: the step may be taken
 * twice.
 */
export function withHoldOut(row: SettingsOf1): SettingsOf2 {
  return { ...row, holdOut: row['holdOut'] ?? false };
}
