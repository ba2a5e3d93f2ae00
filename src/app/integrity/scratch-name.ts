import { ownName } from '#platform/app-folder.ts';

/**
 * What a database of filler beside the one called `name` is called: not like a shop, which another
 * window would look for.
 */
export function scratchName(name: string): string {
  return ownName(`scratch-${name}`);
}
