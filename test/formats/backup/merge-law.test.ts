import { describe, expect, it } from 'vitest';
import { customerIdFrom } from '#domain/customers/customer.ts';
import { ownerOf } from '#domain/visits/changed-visit.ts';
import { compareCodePoints } from '#lib/compare.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { factTables, type FactBatch } from '#schema/tables.ts';
import { mergeFacts } from '#formats/backup/merge-facts.ts';
import { drawnTablets } from '../../support/shops/drawn-tablets.ts';
import { runs } from '../../support/values/runs.ts';

const histories = runs(200, 20_000);

describe('four tablets of one shop', () => {
  it(
    'end with equal rows, in whatever order their backups are merged',
    { timeout: 600_000 },
    () => {
      const apart: string[] = [];
      for (let seed = 0; seed < histories; seed += 1) {
        const tablets = drawnTablets(`law ${seed}`, 4);
        const ends = new Set([0, 1, 2, 3].map((turn) => textOf(mergedAtRandom(tablets, turn))));
        if (ends.size > 1) apart.push(`law ${seed}`);
      }
      expect(apart).toEqual([]);
    },
  );

  it('keep nothing of anybody who was erased on one of them', { timeout: 600_000 }, () => {
    const kept: string[] = [];
    for (let seed = 0; seed < histories; seed += 1) {
      const merged = mergedAtRandom(drawnTablets(`law ${seed}`, 4), 0);
      if (remainsOf(merged).length > 0) kept.push(`law ${seed}`);
    }
    expect(kept).toEqual([]);
  });
});

/** All of them merged pair by pair, as `turn` draws it, some of them again and again. */
function mergedAtRandom(tablets: readonly FactBatch[], turn: number): FactBatch {
  const random = seededRandom(`turn ${turn}`);
  let left = [...tablets];
  while (left.length > 1) {
    left = left
      .map((each) => ({ each, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ each }) => each);
    const [a, b, ...others] = left;
    if (a === undefined || b === undefined) throw new Error('There are two');
    const merged = mergeFacts(a, b);
    left = [random() < 0.3 ? mergeFacts(merged, b) : merged, ...others];
  }
  const [all] = left;
  if (all === undefined) throw new Error('There was a tablet');
  return all;
}

/** The ids of erased people that are still somewhere, apart from words now about somebody else. */
function remainsOf(shop: FactBatch): readonly string[] {
  const erased = shop.erasures.map(({ customerId }) => customerId);
  const isErased = new Set(erased);
  // Words that went along with a visit name whom it was first taken for; they are another's now.
  const visits = shop.visits.map((visit) => {
    const isOfOther = (field: 'note' | 'receipt'): boolean => {
      const owner = ownerOf(visit, field);
      return owner !== null && !isErased.has(owner);
    };
    return {
      ...visit,
      note: isOfOther('note') ? '' : visit.note,
      receipt: isOfOther('receipt') ? '' : visit.receipt,
    };
  });
  const all = JSON.stringify({ ...shop, visits, erasures: [] });
  return erased.filter((id) => all.includes(customerIdFrom(id)));
}

function textOf(shop: FactBatch): string {
  return JSON.stringify(
    factTables.map((table) => shop[table]),
    inOrder,
  );
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compareCodePoints(a, b)));
}
