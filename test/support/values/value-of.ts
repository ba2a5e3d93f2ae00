import type { Result } from '#lib/result.ts';

/** What a verb gave that must have succeeded; throws its problem otherwise. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.problem)}`);
  return result.value;
}
