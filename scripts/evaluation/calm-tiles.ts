// Tiles that keep the calm of the Counter: at most three change at a time, after five quiet
// seconds. Between two visits of a log that time has always passed, except within the same minute.

export interface CalmTiles<Person> {
  /** The people on the tiles at `epochMinute`, when `order` has the likeliest first. */
  readonly visible: (order: readonly Person[], epochMinute: number) => readonly Person[];
}

const maxChanges = 3;

/** As many tiles as `count`, empty at first. */
export function calmTiles<Person>(count: number): CalmTiles<Person> {
  let tiles: readonly Person[] = [];
  let changedAt = Number.NEGATIVE_INFINITY;
  return {
    visible: (order, epochMinute) => {
      const wanted = order.slice(0, count);
      if (tiles.length === 0) tiles = wanted;
      else if (epochMinute > changedAt) tiles = nextTiles(tiles, wanted, epochMinute - changedAt);
      changedAt = epochMinute;
      return tiles;
    },
  };
}

/** Three changes for each quiet minute: the least wanted make room for the most wanted. */
function nextTiles<Person>(
  tiles: readonly Person[],
  wanted: readonly Person[],
  minutes: number,
): readonly Person[] {
  const missing = wanted.filter((person) => !tiles.includes(person));
  const coming = missing.slice(0, maxChanges * Math.max(1, Math.floor(minutes)));
  const leaving = tiles
    .filter((person) => !wanted.includes(person))
    .slice(-coming.length || tiles.length);
  return tiles.map((person) => {
    const index = leaving.indexOf(person);
    return index < 0 ? person : (coming[index] ?? person);
  });
}
