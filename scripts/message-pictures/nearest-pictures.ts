import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sourceFiles } from './source-files.ts';
import type { Place } from './places-on.ts';

/** Where to look for a message that no walk met: who says it, and a picture of what they draw. */
export interface NearestPicture {
  readonly file: string;
  /** Null where nothing of that file, nor of any file beside it, was met either. */
  readonly picture: string | null;
}

/**
 * For each of `keys` that is not drawn: the file that says it, and the picture on which most of
 * what is drawn of that file stands, else of its folder. Keys that no file says are left out.
 */
export function nearestPictures(
  keys: readonly string[],
  drawn: ReadonlyMap<string, readonly Place[]>,
): ReadonlyMap<string, NearestPicture> {
  const speakers = speakersOf(new Set(keys));
  const pictures = picturesOf(drawn, speakers);
  return new Map(
    keys
      .filter((key) => !drawn.has(key))
      .flatMap((key) => {
        const files = speakers.get(key) ?? [];
        const file = files.find((each) => pictures.most(each) !== null) ?? files[0];
        if (file === undefined) return [];
        const picture = pictures.most(file) ?? pictures.most(dirname(file));
        return [[key, { file, picture }] as const];
      }),
  );
}

/** On which pictures each file, and each folder, was met. */
function picturesOf(
  drawn: ReadonlyMap<string, readonly Place[]>,
  speakers: ReadonlyMap<string, readonly string[]>,
): Tallies {
  const pictures = new Tallies();
  for (const [key, places] of drawn)
    for (const file of speakers.get(key) ?? [])
      for (const { picture } of places) {
        pictures.add(file, picture);
        pictures.add(dirname(file), picture);
      }
  return pictures;
}

/** Which files say a message, screens first. */
function speakersOf(keys: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const speakers = new Map<string, string[]>();
  for (const file of sourceFiles())
    for (const [, key = ''] of readFileSync(file, 'utf8').matchAll(/\bm\.(\w+)/g))
      if (keys.has(key) && speakers.get(key)?.at(-1) !== file)
        speakers.set(key, [...(speakers.get(key) ?? []), file]);
  return speakers;
}

/** How often each picture was counted for a name. */
class Tallies {
  readonly #counts = new Map<string, Map<string, number>>();

  add(name: string, picture: string): void {
    const counts = this.#counts.get(name) ?? new Map<string, number>();
    counts.set(picture, (counts.get(picture) ?? 0) + 1);
    this.#counts.set(name, counts);
  }

  most(name: string): string | null {
    const counts = [...(this.#counts.get(name) ?? [])];
    return counts.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
  }
}
