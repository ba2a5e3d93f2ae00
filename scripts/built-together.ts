// Which modules are built into one file. The bundler alone makes one of every few lines that the
// same parts share, three hundred in all, and a tablet pays for each by itself: it is asked for,
// compressed, stored and run. What is needed at the same time is one file.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

/** A first start, and until the new shop is open. */
const begin = [
  'app/shop/discover-shops.ts',
  'ui/screens/first-run/first-run.tsx',
  'ui/shell/shop-lifecycle.ts',
];

/** Once the tiles of an open shop stand. */
const open = [
  'ui/screens/counter/counter-details.tsx',
  'app/counter/follow-up-commands.ts',
  'app/counter/follow-learned-order.ts',
  'app/week/week-store.ts',
  'ui/shell/shop-banners.tsx',
  'ui/shell/lock-button.tsx',
];

/** When somebody first leaves the Counter. */
const places = [
  'ui/shell/owner-router.tsx',
  'ui/screens/people/people.tsx',
  'ui/screens/customer/customer.tsx',
  'ui/screens/week/week.tsx',
  'ui/screens/insights/insights.tsx',
  'ui/screens/my-shop/my-shop.tsx',
];

/** What the worker does each day by itself. */
const daily = [
  'app/week/suggestions.ts',
  'app/insights/fit-daily.ts',
  'app/customers/startup-cache.ts',
  'app/integrity/day-checks.ts',
  'app/backup/snapshots.ts',
];

/**
 * The files, with the parts of `src` that are loaded at one time. A file holds what its parts need,
 * if any other part needs it too and no file above has it; where two times are named, what both
 * need. So a file needs only those above it, and nobody waits for what only another start needs.
 */
const files: Readonly<Record<string, readonly (readonly string[])[]>> = {
  // A shop of several tablets waits for it before its tiles stand.
  paired: [['storage/tablets/note-changes.ts']],
  start: [begin, open],
  open: [open],
  begin: [begin],
  places: [places],
  daily: [daily],
};

type Graph = Parameters<Rolldown.CodeSplittingNameFunction>[1];

const source = fileURLToPath(new URL('../src/', import.meta.url));

/**
 * The groups for one run of the bundler, over the page or over the worker: what the first screen
 * needs, then file by file. The page has no part of the worker's day, and the other way round.
 */
export function builtTogether(): Rolldown.CodeSplittingGroup[] {
  const all = Object.entries(files);
  return [
    { name: 'first', tags: ['$initial'], priority: all.length },
    ...all.map(([file, times], index) => ({
      name: nameOfNeeded(file, times),
      debugName: file,
      minShareCount: 2,
      priority: all.length - 1 - index,
    })),
  ];
}

function nameOfNeeded(
  file: string,
  times: readonly (readonly string[])[],
): Rolldown.CodeSplittingNameFunction {
  const missing = times.flat().find((part) => !existsSync(`${source}${part}`));
  if (missing !== undefined) throw new Error(`built-together.ts names src/${missing}: not there`);
  let needed: readonly ReadonlySet<string>[] | null = null;
  return (id, graph) => {
    needed ??= times.map((parts) => neededBy(parts, graph));
    return needed.every((each) => each.has(id)) ? file : null;
  };
}

/** The modules that are there whenever `parts` are, by their names in the bundler. */
function neededBy(parts: readonly string[], graph: Graph): ReadonlySet<string> {
  const needed = new Set(parts.map((part) => `${source}${part}`));
  for (const id of needed)
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) needed.add(next);
  return needed;
}
