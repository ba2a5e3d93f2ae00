import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import { importProblemSentence } from '#i18n/import-problems.ts';
import { problemSentence } from '#i18n/problems.ts';
import type { BringInProblem } from './use-import.ts';

/** What stands in the way, in words. */
export function problemWords(problem: BringInProblem): string {
  return isOfTheShop(problem) ? problemSentence(problem) : importProblemSentence(problem);
}

const shopKinds: Readonly<Record<ShopProblem['kind'], true>> = {
  'newer-app-needed': true,
  'storage-full': true,
  'storage-failed': true,
  'not-found': true,
  blocked: true,
  'not-kept': true,
};

function isOfTheShop(problem: BringInProblem): problem is ShopProblem {
  return Object.hasOwn(shopKinds, problem.kind);
}
