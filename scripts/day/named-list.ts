// A log of visits knows its customers by number only; a shop knows them by name. Each number gets a
// name that does not exist, always the same one, and keeps the number as a second name, so that it
// can be searched for.
import { firstNames, lastNames } from '../../src/sample/names.ts';
import { seededRandom } from '../../src/lib/seeded-random.ts';

export interface NamedList {
  /** The file's rows with a name for each number, as CSV. */
  readonly csv: string;
  readonly rows: number;
  readonly customers: number;
  /** The last day of the log, `YYYY-MM-DD`. */
  readonly lastDay: string;
}

/**
 * The log `text` (header `customer,at,amount`) with names; throws a sentence with the row for
 * anything else.
 */
export function namedList(text: string): NamedList {
  const [header = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const columns = header.split(',').map((name) => name.trim());
  const [customer, at, amount] = ['customer', 'at', 'amount'].map((name) => columns.indexOf(name));
  if (customer === undefined || customer < 0 || at === undefined || at < 0)
    throw new Error(`Row 1: expected the columns customer,at,amount and found "${header}".`);
  const names = new Map<string, string>();
  const free = shuffledNames();
  let lastDay = '';
  const rows = lines.map((line, index) => {
    const cells = line.split(',');
    const id = cells[customer] ?? '';
    const when = cells[at] ?? '';
    if (id === '' || !/^\d{4}-\d{2}-\d{2}/.test(when))
      throw new Error(`Row ${index + 2}: expected a customer and a day and found "${line}".`);
    if (when.slice(0, 10) > lastDay) lastDay = when.slice(0, 10);
    if (!names.has(id)) names.set(id, free(names.size));
    return [
      id,
      names.get(id),
      id,
      when,
      amount === undefined || amount < 0 ? '' : cells[amount],
    ].join(',');
  });
  return {
    csv: `Customer number,Name,Also called,Visit,Amount\n${rows.join('\n')}\n`,
    rows: rows.length,
    customers: names.size,
    lastDay,
  };
}

// First and last names in a shuffled order; when all pairs are used up, a middle letter tells the
// next ones apart.
function shuffledNames(): (index: number) => string {
  const random = seededRandom('a day in the shop');
  const pairs = firstNames.flatMap((first) => lastNames.map((last) => [first, last] as const));
  const order = pairs
    .map((pair) => ({ pair, place: random() }))
    .toSorted((a, b) => a.place - b.place);
  return (index) => {
    const [first, last] = order[index % order.length]?.pair ?? ['Somebody', 'Else'];
    const round = Math.floor(index / order.length);
    return round === 0
      ? `${first} ${last}`
      : `${first} ${String.fromCharCode(64 + round)}. ${last}`;
  };
}
