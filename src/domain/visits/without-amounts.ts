// For shops that do not note money: amounts of an old list must count for nothing and show nowhere.
// Never changes what is stored.

import type { History } from './history.ts';

/** The history as if no amount had ever been noted. */
export function withoutAmounts(history: History): History {
  return {
    ...history,
    amounts: unknownAmounts(history.amounts.length),
    older: { ...history.older, sum: 0, amounts: 0 },
  };
}

let unknown = new Int32Array();

// One column for everybody: in a large shop as many of their own would be a second history.
function unknownAmounts(count: number): Int32Array {
  if (count > unknown.length)
    unknown = new Int32Array(Math.max(count, 2 * unknown.length)).fill(-1);
  return unknown.subarray(0, count);
}
