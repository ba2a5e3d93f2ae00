// What the harness takes for granted: that its own shop is in London, and that what it prepares
// succeeds.
import type { Result } from '#lib/result.ts';

/** The zone of every shop that the harness makes. */
export const zone = 'Europe/London';

/** The value of a result that must be there. */
export function valueOf<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(`Not expected: ${JSON.stringify(result.problem)}`);
  return result.value;
}
