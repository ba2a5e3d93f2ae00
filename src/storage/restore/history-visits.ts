// The live visits of a shop while it is restored, as little of each as a history holds: read by id,
// needed once more by customer. About seventy bytes a visit, two million at most. Must never be
// kept longer.

import type { CustomerId } from '#domain/customers/customer.ts';
import { historyVisitOf, type HistoryVisit } from '#domain/visits/history.ts';
import type { Visit, VisitId } from '#domain/visits/visit.ts';

export interface HistoryVisits {
  readonly add: (visits: readonly Visit[]) => void;
  readonly of: (id: CustomerId) => readonly HistoryVisit[];
}

// Four lists of plain values for each person: an object for each visit would take twice the room.
interface Columns {
  readonly stamps: number[];
  readonly amounts: number[];
  readonly flags: number[];
  readonly ids: VisitId[];
}

export function createHistoryVisits(): HistoryVisits {
  const people = new Map<CustomerId, Columns>();
  return {
    add(visits) {
      for (const visit of visits) {
        if (visit.customerId !== null && !visit.voided)
          append(columnsOf(people, visit.customerId), historyVisitOf(visit));
      }
    },
    of(id) {
      const { stamps = [], amounts = [], flags = [], ids = [] } = people.get(id) ?? {};
      return ids.map((visitId, index) => ({
        minutes: stamps[index] ?? 0,
        amount: amounts[index] ?? -1,
        flags: flags[index] ?? 0,
        id: visitId,
      }));
    },
  };
}

function columnsOf(people: Map<CustomerId, Columns>, id: CustomerId): Columns {
  const known = people.get(id);
  if (known !== undefined) return known;
  const columns = { stamps: [], amounts: [], flags: [], ids: [] };
  people.set(id, columns);
  return columns;
}

function append(columns: Columns, { minutes, amount, flags, id }: HistoryVisit): void {
  columns.stamps.push(minutes);
  columns.amounts.push(amount);
  columns.flags.push(flags);
  columns.ids.push(id);
}
