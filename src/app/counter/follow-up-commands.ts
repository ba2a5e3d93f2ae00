// What is recorded at the counter besides the visit itself. Apart from `outbox.ts`, because no tap
// on a customer needs it.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { GestureId } from '#domain/week/gesture.ts';
import type { Moment, MomentId } from '#domain/visits/moment.ts';
import type { VisitId } from '#domain/visits/visit.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import type { Day } from '#lib/day.ts';
import type { Result } from '#lib/result.ts';
import type { Deps } from '#app/deps.ts';
import { handOver, takeBackHandOver } from '#app/week/gestures.ts';
import { addCustomer, type CustomerDraft } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import { settlePerk, type SettledPerk } from '#app/perks/perks.ts';
import { changeMoment, noteMoment } from '#app/customers/moments.ts';
import type { MomentDraft } from '#app/customers/moment-draft.ts';
import { reassignVisit } from '#app/customers/visits.ts';

export type FollowUpCommand =
  | { readonly kind: 'moment'; readonly moment: MomentDraft }
  | {
      readonly kind: 'moment-change';
      readonly momentId: MomentId;
      readonly changes: Partial<Pick<Moment, 'kind' | 'text' | 'about' | 'voided'>>;
    }
  /** A visit without a name turns out to be somebody new. */
  | {
      readonly kind: 'name-visit';
      readonly visitId: VisitId;
      readonly customer: CustomerDraft;
    }
  /** Whoever was added with a visit goes and comes back with it. */
  | {
      readonly kind: 'newcomer-change';
      readonly customerId: CustomerId;
      readonly changes: Pick<Customer, 'voided'>;
    }
  | { readonly kind: 'hand-over'; readonly gestureId: GestureId; readonly day: Day }
  | { readonly kind: 'take-back'; readonly gestureId: GestureId }
  | { readonly kind: 'settle-perk'; readonly gestureId: GestureId; readonly perk: SettledPerk };

/** Idempotent, like every command. */
export async function executeFollowUp(
  deps: Deps,
  command: FollowUpCommand,
): Promise<Result<unknown, WriteProblem>> {
  switch (command.kind) {
    case 'moment':
      return noteMoment(deps, command.moment);
    case 'moment-change':
      return changeMoment(deps, command.momentId, command.changes);
    case 'name-visit':
      return nameVisit(deps, command.visitId, command.customer);
    case 'newcomer-change':
      return changeCustomer(deps, command.customerId, command.changes);
    case 'hand-over':
      return handOver(deps, command.gestureId, command.day);
    case 'take-back':
      return takeBackHandOver(deps, command.gestureId);
    case 'settle-perk':
      return settlePerk(deps, command.perk);
  }
}

async function nameVisit(
  deps: Deps,
  visitId: VisitId,
  draft: CustomerDraft,
): Promise<Result<unknown, WriteProblem>> {
  const added = await addCustomer(deps, draft);
  return added.ok ? reassignVisit(deps, visitId, draft.id) : added;
}
