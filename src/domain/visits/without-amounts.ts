// For shops that do not note money: amounts of an old list must count for nothing and show nowhere.
// Never changes what is stored.

import type { History } from './history.ts';

/** The history as if no amount had ever been noted. */
export function withoutAmounts(history: History): History {
  return {
    ...history,
    amounts: new Int32Array(history.amounts.length).fill(-1),
    older: { ...history.older, sum: 0, amounts: 0 },
  };
}
