// Rows become sealed parcels of this tablet, and are kept.

import { countOf } from '#domain/tablets/parcel-counts.ts';
import { appVersion } from '#platform/app-version.ts';
import { signText } from '#platform/crypto/signatures.ts';
import { byFactTable, factTables, mergeBatches, type FactBatch } from '#schema/tables.ts';
import { parcelText, signedParcelText, type ParcelLoad } from '#formats/parcel/parcel-text.ts';
import { keepParcel, readParcelCounts } from '#storage/tablets/parcels.ts';
import { readKnowledge } from '#storage/tablets/known-writers.ts';
import { lastKey, sealText } from './parcel-seal.ts';
import { requiredState, type TabletContext } from './tablet-context.ts';

const maxRows = 2_000;

/** This tablet, its shop and its database, as they stand in each parcel. */
interface SealerNames {
  readonly tablet: string;
  readonly shop: string;
  readonly device: string;
}

/** Makes parcels of rows as they come, at most so many in one. */
export class ParcelSealer {
  readonly #context: TabletContext;
  readonly #names: SealerNames;
  #waiting: FactBatch[] = [];
  #rows = 0;

  constructor(context: TabletContext, names: SealerNames) {
    this.#context = context;
    this.#names = names;
  }

  async add(batch: FactBatch): Promise<void> {
    for (const piece of piecesOf(batch, maxRows)) {
      this.#waiting.push(piece);
      this.#rows += rowsIn(piece);
      if (this.#rows >= maxRows) await this.#seal({ tablets: [], emptied: [] });
    }
  }

  /** The last parcel carries these besides. */
  async finish(last: Omit<ParcelLoad, 'facts'>): Promise<void> {
    if (this.#rows > 0 || last.tablets.length > 0 || last.emptied.length > 0)
      await this.#seal(last);
  }

  async #seal(others: Omit<ParcelLoad, 'facts'>): Promise<void> {
    const { tablets } = this.#context;
    const { tablet } = this.#names;
    const facts = mergeBatches(this.#waiting);
    this.#waiting = [];
    this.#rows = 0;
    const number = countOf(await readParcelCounts(tablets), tablet) + 1;
    const knows = facts.customers.length === 0 ? null : await readKnowledge(tablets);
    const head = { ...this.#names, number, app: appVersion, knows };
    const text = parcelText(head, { ...others, facts });
    // The key may have changed since the state was read.
    const { keys, signingKey } = await requiredState(tablets);
    if (signingKey === undefined) throw new Error('A parcel is signed');
    const signed = signedParcelText(text, await signText(text, signingKey));
    const bytes = await sealText(signed, lastKey(keys));
    await keepParcel(tablets, { tablet, number, bytes });
  }
}

/** `batch` in pieces of at most `size` rows, in the order of tables. */
export function piecesOf(batch: FactBatch, size: number): readonly FactBatch[] {
  return factTables.flatMap((table) => {
    const rows = batch[table];
    const starts = Array.from(
      { length: Math.ceil(rows.length / size) },
      (_, index) => index * size,
    );
    return starts.map((start) => ({
      ...byFactTable(() => []),
      [table]: rows.slice(start, start + size),
    }));
  });
}

export function rowsIn(batch: FactBatch): number {
  return factTables.reduce((sum, table) => sum + batch[table].length, 0);
}
