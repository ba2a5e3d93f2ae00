import { importProblemSentence } from '#i18n/import-problems.ts';
import { problemSentence } from '#i18n/problems.ts';
import type { BringInProblem } from '../../hooks/use-bring-in.ts';

/** What stands in the way, in words. */
export function problemWords(problem: BringInProblem): string {
  switch (problem.kind) {
    case 'newer-app-needed':
    case 'storage-full':
    case 'storage-failed':
    case 'not-found':
    case 'blocked':
      return problemSentence(problem);
    default:
      return importProblemSentence(problem);
  }
}
