/** Whether this is the night's run, which sets LONG and takes its time. */
export const isNight = process.env['LONG'] !== undefined;

/** How often a law is tried: `quick` with every change, `long` at night. */
export function runs(quick: number, long: number): number {
  return isNight ? long : quick;
}
