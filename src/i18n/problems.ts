// The one place where a problem becomes a sentence that says what happened and what to do. A kind
// without one does not compile.

import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import { m } from './catalogue.ts';

export function problemSentence(problem: ShopProblem): string {
  switch (problem.kind) {
    case 'newer-app-needed':
      return m.problem_newer_app();
    case 'storage-full':
      return m.problem_storage_full();
    case 'storage-failed':
      return m.problem_storage_failed({ name: problem.name });
    case 'snapshot-failed':
      return m.problem_storage_failed({ name: problem.why });
    case 'not-found':
      return m.problem_not_found();
    case 'blocked':
      return m.problem_blocked();
  }
}
