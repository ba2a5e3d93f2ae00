import type { DepotProblem } from '#platform/network/depot-line.ts';
import type { OpenProblem } from '#domain/shop/shop-problem.ts';

/** Why tablets could not be brought together. Each case has its sentence in i18n. */
export type PairingProblem =
  /** Nothing that answers like a server at the app's address. */
  | 'no-server'
  | 'wrong-words'
  /** Another shop has this server. */
  | 'other-shop'
  /** Too many tries or invitations; later it works. */
  | 'busy'
  /** Ten minutes are over, or somebody gave up. */
  | 'too-late'
  | 'taken-out'
  | 'refused';

/** Joining also makes a shop on the new tablet. */
export type JoinProblem = PairingProblem | OpenProblem['kind'];

export function pairingProblemOf(problem: DepotProblem): PairingProblem {
  switch (problem) {
    case 'no-line':
      return 'no-server';
    case 'unknown-here':
      return 'wrong-words';
    case 'conflict':
      return 'other-shop';
    case 'taken-out':
    case 'busy':
      return problem;
    case 'full':
    case 'refused':
      return 'refused';
  }
}
