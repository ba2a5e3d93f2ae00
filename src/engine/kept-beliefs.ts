// Tells whether something that was kept is what this code believes in. Apart from beliefs.ts, so that whoever only reads them does not
// fetch the learning along.

import type { ShopBeliefs } from './beliefs.ts';

/** Raised when the meaning of the beliefs changes; kept ones of another version are learned anew. */
export const beliefsVersion = 1;

/** The beliefs that `kept` is, or undefined when other code than this wrote them. */
export function beliefsFrom(kept: unknown): ShopBeliefs | undefined {
  return isOfThisVersion(kept) ? kept : undefined;
}

// The version says it all: only this code writes beliefs, into a table that no copy carries.
function isOfThisVersion(kept: unknown): kept is ShopBeliefs {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'version' in kept &&
    kept.version === beliefsVersion
  );
}
