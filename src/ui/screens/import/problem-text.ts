import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import { importProblemSentence } from '#i18n/import-problems.ts';
import { problemSentence } from '#i18n/problems.ts';
import type { ImportFlowProblem } from './use-import.ts';

/** What stands in the way, in words. */
export function importProblemText(problem: ImportFlowProblem): string {
  return isShopProblem(problem) ? problemSentence(problem) : importProblemSentence(problem);
}

const shopProblemKinds: Readonly<Record<ShopProblem['kind'], true>> = {
  'newer-app-needed': true,
  'storage-full': true,
  'storage-failed': true,
  'not-found': true,
  blocked: true,
  'snapshot-failed': true,
};

function isShopProblem(problem: ImportFlowProblem): problem is ShopProblem {
  return Object.hasOwn(shopProblemKinds, problem.kind);
}
