// The server's one file: which tablets may come, and their sealed parcels. A parcel is on the disk
// when `add` returns, and is only then acknowledged. Must never look into one.
import { existsSync, mkdirSync, rmdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { countOf, type ParcelCounts } from '#domain/tablets/parcel-counts.ts';
import type {
  DepotTablet,
  EmptiedMessage,
  KeyChange,
  RosterMessage,
} from '#domain/tablets/depot-messages.ts';

export interface StoredParcel {
  readonly tablet: string;
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** `conflict`: one before it is missing, or its number has another one. */
export type AddOutcome = 'added' | 'known' | 'conflict' | 'full';

/** What a pass opens: a tablet of the shop, one that was taken out, or nothing. */
export type PassHolder =
  | { readonly kind: 'tablet'; readonly id: string }
  | { readonly kind: 'taken-out' }
  | { readonly kind: 'unknown' };

type Row = Readonly<Record<string, unknown>>;

const tables = `
  CREATE TABLE IF NOT EXISTS shop (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS tablets (
    id TEXT PRIMARY KEY, passHash TEXT NOT NULL UNIQUE, isGone INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS keys (
    number INTEGER NOT NULL, tablet TEXT NOT NULL, sealed TEXT NOT NULL,
    PRIMARY KEY (number, tablet));
  CREATE TABLE IF NOT EXISTS parcels (
    place INTEGER PRIMARY KEY AUTOINCREMENT, tablet TEXT NOT NULL, number INTEGER NOT NULL,
    bytes BLOB NOT NULL, UNIQUE (tablet, number));
`;

export class ParcelStore {
  readonly #db: sqlite.Database;
  readonly #folder: string;
  readonly #maxBytes: number;
  #counts: Record<string, number> = {};
  #emptied: Record<string, number> = {};
  #bytes = 0;

  /** `folder` is made when it is missing. Only one server may have it. */
  constructor(folder: string, maxBytes: number) {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'depot.sqlite');
    // Left behind by a server that was killed: that no other one runs was asked before.
    if (existsSync(`${file}.lock`)) rmdirSync(`${file}.lock`);
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#db = new sqlite.Database(file);
    this.#db.exec('PRAGMA locking_mode = EXCLUSIVE');
    this.#db.exec('PRAGMA journal_mode = WAL');
    // On the disk when a statement returns, not merely handed to the system.
    this.#db.exec('PRAGMA synchronous = FULL');
    this.#db.exec('PRAGMA secure_delete = ON');
    this.#db.exec(tables);
    const rows = this.#all('SELECT tablet, MAX(number) AS last FROM parcels GROUP BY tablet');
    for (const row of rows) this.#counts[String(row['tablet'])] = Number(row['last']);
    const empty = this.#all(
      'SELECT tablet, COUNT(*) AS count FROM parcels WHERE LENGTH(bytes) = 0 GROUP BY tablet',
    );
    for (const row of empty) this.#emptied[String(row['tablet'])] = Number(row['count']);
    const [size] = this.#all('SELECT TOTAL(LENGTH(bytes)) AS bytes FROM parcels');
    this.#bytes = Number(size?.['bytes'] ?? 0);
  }

  isFounded(): boolean {
    return this.#all('SELECT id FROM shop').length > 0;
  }

  found(shop: string, tablets: readonly DepotTablet[]): void {
    this.#together(() => {
      this.#db.run('INSERT INTO shop (one, id) VALUES (1, ?)', [shop]);
      for (const tablet of tablets) this.admit(tablet);
    });
  }

  admit({ id, passHash }: DepotTablet): void {
    this.#db.run('INSERT OR IGNORE INTO tablets (id, passHash) VALUES (?, ?)', [id, passHash]);
  }

  /**
   * From now on `tablet` gets nothing, and the others a key that it does not have. False where
   * somebody else has changed the key meanwhile.
   */
  takeOut(tablet: string, { number, sealed }: KeyChange): boolean {
    if (this.#all('SELECT 1 FROM keys WHERE number >= ?', [number]).length > 0) return false;
    this.#together(() => {
      this.#db.run('UPDATE tablets SET isGone = 1 WHERE id = ?', [tablet]);
      for (const [id, key] of Object.entries(sealed))
        this.#db.run('INSERT INTO keys VALUES (?, ?, ?)', [number, id, key]);
    });
    return true;
  }

  /** What the tablets know and this server has forgotten. Nobody who is gone comes back by it. */
  remember({ tablets, key }: RosterMessage): void {
    this.#together(() => {
      for (const { isGone, ...tablet } of tablets) {
        this.admit(tablet);
        if (isGone) this.#db.run('UPDATE tablets SET isGone = 1 WHERE id = ?', [tablet.id]);
      }
      for (const [id, sealed] of Object.entries(key?.sealed ?? {}))
        this.#db.run('INSERT OR IGNORE INTO keys VALUES (?, ?, ?)', [key?.number ?? 0, id, sealed]);
    });
  }

  holderOf(passHash: string): PassHolder {
    const [row] = this.#all('SELECT id, isGone FROM tablets WHERE passHash = ?', [passHash]);
    if (row === undefined) return { kind: 'unknown' };
    return row['isGone'] === 1 ? { kind: 'taken-out' } : { kind: 'tablet', id: String(row['id']) };
  }

  /** By id, whether the tablet was taken out. */
  tablets(): Readonly<Record<string, boolean>> {
    const rows = this.#all('SELECT id, isGone FROM tablets');
    return Object.fromEntries(rows.map((row) => [String(row['id']), row['isGone'] === 1]));
  }

  lastKey(): number {
    const [row] = this.#all('SELECT MAX(number) AS last FROM keys');
    return Number(row?.['last'] ?? 0);
  }

  keysFor(tablet: string): Readonly<Record<string, string>> {
    const rows = this.#all('SELECT number, sealed FROM keys WHERE tablet = ?', [tablet]);
    return Object.fromEntries(rows.map((row) => [String(row['number']), String(row['sealed'])]));
  }

  counts(): ParcelCounts {
    return { ...this.#counts };
  }

  /** How many parcels of each tablet are empty. */
  emptied(): ParcelCounts {
    return { ...this.#emptied };
  }

  /**
   * Lets go of what is in these parcels, for good: free pages are overwritten, and the log, which
   * has the pages as they were, is cut to nothing. Numbers that are not here are passed over.
   */
  empty({ tablet, numbers }: EmptiedMessage): void {
    const freed = { parcels: 0, bytes: 0 };
    this.#together(() => {
      for (const number of numbers) {
        const size = this.#sizeOf(tablet, number);
        if (size === 0) continue;
        this.#db.run("UPDATE parcels SET bytes = x'' WHERE tablet = ? AND number = ?", [
          tablet,
          number,
        ]);
        freed.parcels += 1;
        freed.bytes += size;
      }
    });
    this.#emptied[tablet] = countOf(this.#emptied, tablet) + freed.parcels;
    this.#bytes -= freed.bytes;
    // Also when all were empty: the server may have died before it came to this.
    this.#all('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  #sizeOf(tablet: string, number: number): number {
    const [row] = this.#all(
      'SELECT LENGTH(bytes) AS size FROM parcels WHERE tablet = ? AND number = ?',
      [tablet, number],
    );
    return Number(row?.['size'] ?? 0);
  }

  /** All parcels are on the disk, or those before the first one that could not be taken. */
  add(parcels: readonly StoredParcel[]): AddOutcome {
    let outcome: AddOutcome = 'known';
    const counts = { ...this.#counts };
    const added: StoredParcel[] = [];
    for (const parcel of parcels) {
      const one = this.#fits(parcel, counts);
      if (one === 'conflict' || one === 'full') {
        outcome = one;
        break;
      }
      if (one === 'known') continue;
      counts[parcel.tablet] = parcel.number;
      added.push(parcel);
      outcome = 'added';
    }
    if (added.length > 0) this.#insert(added);
    return outcome;
  }

  #fits({ tablet, number, bytes }: StoredParcel, counts: ParcelCounts): AddOutcome {
    const last = countOf(counts, tablet);
    if (number <= last) return this.#isSame(tablet, number, bytes) ? 'known' : 'conflict';
    if (number > last + 1) return 'conflict';
    return this.#bytes + bytes.length > this.#maxBytes ? 'full' : 'added';
  }

  #isSame(tablet: string, number: number, bytes: Uint8Array): boolean {
    const [row] = this.#all('SELECT bytes FROM parcels WHERE tablet = ? AND number = ?', [
      tablet,
      number,
    ]);
    const known = row?.['bytes'];
    if (!(known instanceof Uint8Array)) return false;
    // Emptied here or there: whether it is to be empty is said apart from this.
    return known.length === 0 || bytes.length === 0 || Buffer.compare(known, bytes) === 0;
  }

  #insert(parcels: readonly StoredParcel[]): void {
    this.#together(() => {
      for (const { tablet, number, bytes } of parcels)
        this.#db.run('INSERT INTO parcels (tablet, number, bytes) VALUES (?, ?, ?)', [
          tablet,
          number,
          bytes,
        ]);
    });
    // Memory must never know more than the disk.
    for (const { tablet, number, bytes } of parcels) {
      this.#counts[tablet] = number;
      this.#bytes += bytes.length;
      if (bytes.length === 0) this.#emptied[tablet] = countOf(this.#emptied, tablet) + 1;
    }
  }

  /** Parcels of `tablet` after `number`, in order. */
  after(tablet: string, number: number, limit: number): readonly StoredParcel[] {
    return this.#all(
      'SELECT tablet, number, bytes FROM parcels WHERE tablet = ? AND number > ? ORDER BY number LIMIT ?',
      [tablet, number, limit],
    ).map(parcelOf);
  }

  freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.#folder);
    return bavail * bsize;
  }

  close(): void {
    this.#db.close();
  }

  #together(work: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (problem) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw problem;
    }
  }

  #all(sql: string, values: sqlite.BindValues = []): readonly Row[] {
    return this.#db.all(sql, values);
  }
}

function parcelOf(row: Row): StoredParcel {
  const { tablet, number, bytes } = row;
  return {
    tablet: String(tablet),
    number: Number(number),
    bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(),
  };
}
