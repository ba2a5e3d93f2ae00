// Version 2: the owner may allow a hold-out, to learn whether cards help. Off, since nobody asked
// for it before. Must never import a type of today: rows are meant as they were then.

/** The row of settings as version 1 wrote it. None of its fields is read, and none is lost. */
type SettingsOf1 = Readonly<Record<string, unknown>>;

/** The row as version 2 writes it. */
type SettingsOf2 = SettingsOf1 & { readonly holdOut: unknown };

/** The row with the new choice. A row that has it stays as it is: the step may run twice. */
export function withHoldOut(row: SettingsOf1): SettingsOf2 {
  return { ...row, holdOut: row['holdOut'] ?? false };
}
