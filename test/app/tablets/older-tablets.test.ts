import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { keepParcel, readParcelCounts } from '#storage/tablets/parcels.ts';
import { openTabletsDatabase } from '#storage/tablets/tablets-database.ts';

describe('the parcels that a tablet has from an older app', () => {
  it('are counted, and the next one of each tablet follows them', async () => {
    const older = new Dexie('tablets-of-before');
    const stores = ['parcels', 'aside', 'emptied'].map(
      (name) => [name, '[tablet+number]'] as const,
    );
    const rows = ['state', 'line', 'roster'].map((name) => [name, 'id'] as const);
    older.version(1).stores(Object.fromEntries([...stores, ...rows]));
    await older.open();
    const bytes = new Uint8Array([1]);
    const names = [
      { tablet: 'a', number: 1 },
      { tablet: 'a', number: 2 },
      { tablet: 'b', number: 1 },
    ];
    await older.table('parcels').bulkPut(names.map((name) => ({ ...name, bytes })));
    older.close();
    const tablets = await openTabletsDatabase('tablets-of-before');
    expect(await readParcelCounts(tablets)).toEqual({ a: 2, b: 1 });
    expect(await keepParcel(tablets, { tablet: 'a', number: 3, bytes })).toBe(true);
    expect(await keepParcel(tablets, { tablet: 'b', number: 3, bytes })).toBe(false);
    expect(await readParcelCounts(tablets)).toEqual({ a: 3, b: 1 });
    await tablets.delete();
  });
});
