// Told to the app's worker once it runs: counts its work as the page's is counted.

import { beginCounting, endCounting, watchStorage, type CountedWork } from './counted-storage.ts';

declare global {
  var counts: { readonly begin: () => void; readonly end: () => CountedWork };
}

watchStorage();
globalThis.counts = { begin: beginCounting, end: endCounting };
