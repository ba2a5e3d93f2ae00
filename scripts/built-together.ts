// Which modules are built into one file. The bundler alone makes one of every few lines that the
// same parts share, three hundred in all, and a tablet pays for each by itself: it is asked for,
// compressed, stored and run. What is needed at the same time is one file. After a change here walk
// in every browser (`npm run browsers`): cut otherwise, the app stopped in WebKit alone, whose
// loader could not wait for a script that awaits (`test/house/floor.test.ts`).
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

/**
 * The files, and the parts of `src` that are loaded at one time. A file holds what its parts need,
 * if any other part needs it too and no file above has it. So a file needs only those above it: a
 * daily start fetches `begin` along with `open`, once its tiles stand.
 */
const times = {
  /** What the tiles of a shop of several tablets wait for; any other gets it with `begin`. */
  paired: ['storage/tablets/note-changes.ts'],
  /** A first start. */
  begin: [
    'app/shop/discover-shops.ts',
    'ui/screens/first-run/first-run.tsx',
    'ui/shell/shop-lifecycle.ts',
  ],
  /** Once the tiles of an open shop stand. */
  open: [
    'ui/screens/counter/counter-details.tsx',
    'app/counter/follow-up-commands.ts',
    'app/counter/follow-learned-order.ts',
    'app/week/week-store.ts',
    'ui/shell/shop-banners.tsx',
    'ui/shell/lock-button.tsx',
  ],
  /** When somebody first leaves the Counter. */
  places: [
    'ui/shell/owner-router.tsx',
    'ui/screens/people/people.tsx',
    'ui/screens/customer/customer.tsx',
    'ui/screens/week/week.tsx',
    'ui/screens/insights/insights.tsx',
    'ui/screens/my-shop/my-shop.tsx',
  ],
  /** What the worker does each day by itself. */
  daily: [
    'app/week/suggestions.ts',
    'app/insights/fit-daily.ts',
    'app/customers/startup-cache.ts',
    'app/integrity/day-checks.ts',
    'app/backup/snapshots.ts',
  ],
} as const;

type Graph = Parameters<Rolldown.CodeSplittingNameFunction>[1];

const source = fileURLToPath(new URL('../src/', import.meta.url));

/**
 * The groups for one run of the bundler, over the page or the worker: what the first screen needs,
 * then time by time. The page has no part of the worker's time, and the other way round.
 */
export function builtTogether(): Rolldown.CodeSplittingGroup[] {
  const byTime = Object.entries(times);
  return [
    { name: 'first', tags: ['$initial'], priority: byTime.length },
    ...byTime.map(([time, parts], index) => ({
      name: nameOfNeeded(time, parts),
      debugName: time,
      minShareCount: 2,
      priority: byTime.length - 1 - index,
    })),
  ];
}

function nameOfNeeded(time: string, parts: readonly string[]): Rolldown.CodeSplittingNameFunction {
  const missing = parts.find((part) => !existsSync(`${source}${part}`));
  if (missing !== undefined) throw new Error(`built-together.ts names src/${missing}: not there`);
  let needed: ReadonlySet<string> | null = null;
  return (id, graph) => {
    needed ??= neededBy(parts, graph);
    return needed.has(id) ? time : null;
  };
}

/** The modules that are there whenever `parts` are, by their names in the bundler. */
function neededBy(parts: readonly string[], graph: Graph): ReadonlySet<string> {
  const needed = new Set(parts.map((part) => `${source}${part}`));
  for (const id of needed)
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) needed.add(next);
  return needed;
}
