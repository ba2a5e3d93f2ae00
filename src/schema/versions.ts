// The tables and indexes of each released version of the database. Append only: tablets in the
// field were made with these, and a committed fingerprint guards them.

export interface SchemaVersion {
  readonly number: number;
  /** Dexie's notation: the primary key, then the indexes. Null fields are in no index. */
  readonly indexes: Readonly<Record<string, string>>;
}

// Frozen like the versions that have them: other indexes are another literal.
const firstIndexes = {
  customers: 'id, mergedInto, importId',
  visits: 'id, [customerId+at], day, importId',
  moments: 'id, customerId',
  gestures: 'id, customerId, week',
  weeks: 'week',
  perks: 'id',
  imports: 'id',
  erasures: 'customerId',
  settings: 'id',
  meta: 'id',
  histories: 'customerId',
  days: 'day',
  models: 'id',
};

const reachIndexes = {
  ...firstIndexes,
  customers: 'id, mergedInto, importId, householdId',
  gestures: 'id, customerId, week, roundId',
  households: 'id',
  rounds: 'id',
};

/** All released versions, oldest first, and why each came to be. */
export const versions: readonly SchemaVersion[] = [
  // The first shop: people, visits, moments, gestures, weeks, and the rows derived from
  // them.
  {
    number: 1,
    indexes: firstIndexes,
  },
  // Settings say whether the lot may leave somebody out (migrations/0002-hold-out). The
  // indexes are as they were.
  {
    number: 2,
    indexes: firstIndexes,
  },
  // Customers have several numbers and addresses, visits a receipt, imports a layout,
  // erasures marks (migrations/0003-lists). The indexes are as they were.
  {
    number: 3,
    indexes: firstIndexes,
  },
  // Permissions for each purpose and way, households, rounds, published perks
  // (migrations/0004-reach). Visits stay as they are.
  {
    number: 4,
    indexes: reachIndexes,
  },
  // Settings have a list of offers, each with its words and its cost
  // (migrations/0005-offers). The indexes are as they were.
  {
    number: 5,
    indexes: reachIndexes,
  },
];

/** Whether a shop of version `number` has the table. */
export function isInVersion(table: string, number: number): boolean {
  const version = versions.find((each) => each.number === number);
  return version !== undefined && Object.hasOwn(version.indexes, table);
}

/** The version this code writes. Databases of a greater one belong to newer code. */
export const schemaVersion = versions.reduce((max, version) => Math.max(max, version.number), 0);
