import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { blankVisit, visitIdFrom, type Visit } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import type { Result } from '#lib/result.ts';
import { toInstant } from '#lib/time-zone.ts';
import type { Deps } from '#app/deps.ts';
import { recordVisit, type VisitInput } from './visits.ts';

/** A visit of an earlier day that nobody logged. Without a minute it counts at local noon. */
export interface MissedVisit extends VisitInput {
  readonly day: Day;
  readonly minute: number | null;
  readonly amount: number | null;
}

/** Writes a visit that was missed, as if it had been logged then. */
export async function addMissedVisit(
  deps: Deps,
  missed: MissedVisit,
): Promise<Result<Visit, WriteProblem>> {
  const { customerId, kind, zone, day, minute, amount } = missed;
  const at = toInstant({ day, minute: minute ?? 720 }, zone);
  return recordVisit(deps, {
    ...blankVisit,
    id: visitIdFrom(deps.ids.next()),
    customerId,
    kind,
    at,
    day,
    minute,
    amount,
    createdAt: deps.clock.now(),
  });
}
