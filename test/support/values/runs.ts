/**
 * How often a law is tried: `quick` with every change, `long` in the night's run, which sets LONG.
 */
export function runs(quick: number, long: number): number {
  return process.env['LONG'] === undefined ? quick : long;
}
