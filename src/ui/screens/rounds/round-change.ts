import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Result } from '#lib/result.ts';

/** What was done a moment ago, and how it is undone. */
export interface RoundChange {
  readonly said: string;
  readonly undo: () => Promise<Result<unknown, ShopProblem>>;
}

/** Deciding who gets what, or giving it out. */
export type RoundMode = 'decide' | 'give';
