// Version 3: what lists of tills and address books bring has a place. Customers have several phone
// numbers, mail and postal addresses; imports the way they were read; erasures marks. Visits have
// the number of their receipt, which rows of before lack: they are not rewritten. Must never import
// a type of today: rows are meant as they were then.

/** A row as version 2 wrote it. Fields that are not named here stay as they are. */
type RowOf2 = Readonly<Record<string, unknown>>;

/** The field of version 2 with one text, and the field of version 3 with a list of them. */
const listFields = [
  ['phone', 'phones'],
  ['email', 'emails'],
  ['address', 'addresses'],
] as const;

/**
 * A customer whose one number and addresses are lists of one or none, changed when they were
 * changed. May run twice.
 */
export function withContactLists(row: RowOf2): RowOf2 {
  let customer = row;
  for (const [one, many] of listFields) {
    const { [one]: text, ...others } = customer;
    customer = one in customer ? { ...others, [many]: listOf(text) } : customer;
  }
  return { ...customer, edits: withEditsOfLists(row['edits']) };
}

/** An import of which no layout is remembered, unless it has one. */
export function withLayout(row: RowOf2): RowOf2 {
  return { ...row, layout: row['layout'] ?? null };
}

/** An erasure without marks, unless it has some: who it was is not known any more. */
export function withMarks(row: RowOf2): RowOf2 {
  return { ...row, marks: row['marks'] ?? [] };
}

// What is no text was no row of version 2, and must not become one of version 3.
function listOf(text: unknown): readonly unknown[] {
  return typeof text === 'string' && text.trim() === '' ? [] : [text];
}

function withEditsOfLists(edits: unknown): unknown {
  if (typeof edits !== 'object' || edits === null) return edits;
  const names = new Map<string, string>(listFields);
  return Object.fromEntries(
    Object.entries(edits).map(([field, edited]) => [names.get(field) ?? field, edited]),
  );
}
