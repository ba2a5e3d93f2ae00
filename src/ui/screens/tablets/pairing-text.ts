import type { JoinProblem } from '#app/pairing/pairing-problem.ts';
import { m } from '#ui/messages.ts';

/** What stands in the way, and what to do about it. */
export function pairingText(problem: JoinProblem): string {
  return texts[problem]();
}

const texts: Readonly<Record<JoinProblem, () => string>> = {
  'no-server': m.tablets_no_server,
  'wrong-words': m.tablets_wrong_words,
  'other-shop': m.tablets_other_shop,
  busy: m.tablets_busy,
  'too-late': m.tablets_too_late,
  'taken-out': m.tablets_taken_out,
  refused: m.tablets_refused,
  'newer-app-needed': m.tablets_refused,
  blocked: m.tablets_refused,
  'snapshot-failed': m.tablets_refused,
  'storage-full': m.tablets_refused,
  'storage-failed': m.tablets_refused,
};
