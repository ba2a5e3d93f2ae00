// The order of names and ids where two must never change places: by character codes and not by a
// language, the same on every device.

/** Compares two texts as a sort asks: below 0 when `a` comes first, 0 when they are the same. */
export function compareCodePoints(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
