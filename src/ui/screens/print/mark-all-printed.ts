import type { Deps } from '#app/deps.ts';
import { markPrinted } from '#app/week/gestures.ts';
import type { ThankYou } from '#app/week/thank-you-list.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Day } from '#lib/day.ts';
import { ok, type Result } from '#lib/result.ts';

/** Notes that these came out of the printer today. */
export async function markAllPrinted(
  deps: Deps,
  thankYous: readonly ThankYou[],
  today: Day,
): Promise<Result<'done', ShopProblem>> {
  const ids = thankYous.map(({ gestureId }) => gestureId);
  const marked = await markPrinted(deps, ids, today);
  return marked.ok ? ok('done') : marked;
}
