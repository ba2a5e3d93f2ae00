// Turns an import plan into rows. Somebody the shop knows gets a record of its own for what the
// list adds, merged into theirs, so that undoing the import removes exactly what it added.

import { blankCustomer, customerIdFrom, type CustomerId } from '#domain/customers/customer.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import { blankVisit, visitIdFrom, type VisitDraft } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { listedPermissions } from '#formats/lists/listed-permissions.ts';
import type { TillOrigin } from '#formats/lists/match-people.ts';
import type { ImportPlan } from '#formats/lists/plan-list.ts';
import type { PlannedPerson } from '#formats/lists/planned-person.ts';
import type { PlannedVisit } from '#formats/lists/planned-visit.ts';
import {
  resolveList,
  type MatchAnswers,
  type ResolvedPerson,
} from '#formats/lists/resolve-list.ts';
import type { CustomerDraft } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { readKnownShop } from './known-shop.ts';
import { readImportContext } from './read-list.ts';

/** What an import writes, without the stamps. */
export interface ImportRows {
  readonly customers: readonly CustomerDraft[];
  readonly visits: readonly VisitDraft[];
  /** Visits of the list that the shop has already. */
  readonly already: number;
  readonly newPeople: number;
  readonly knownPeople: number;
}

interface BuildRowsTask {
  readonly id: ImportId;
  readonly fileName: string;
  readonly plan: ImportPlan;
  readonly answers: MatchAnswers;
  readonly origin: TillOrigin;
}

/** Where the visits of a person of the list go, and what record they need, if any. */
interface TargetCustomer {
  readonly id: CustomerId;
  readonly draft: CustomerDraft | null;
}

/** The rows that `plan` makes, by the owner's answers. Writes nothing. */
export async function buildImportRows(deps: Deps, task: BuildRowsTask): Promise<ImportRows> {
  const { plan, answers, origin } = task;
  const { today } = await readImportContext(deps);
  const resolved = resolveList(plan, await readKnownShop(deps, plan, origin), {
    answers,
    origin,
  });
  const targets = targetsOf(deps, task, { resolved: resolved.people, today });
  const visits = plan.visits
    .filter((_, index) => resolved.isKnownVisit[index] !== true)
    .map(({ row: _row, ...visit }) => visitOf(deps, visit, { id: task.id, targets }));
  return {
    customers: targets.flatMap(({ draft }) => draft ?? []),
    visits,
    already: plan.visits.length - visits.length,
    newPeople: resolved.people.filter(({ kind }) => kind === 'new').length,
    knownPeople: resolved.people.filter(({ kind }) => kind === 'known').length,
  };
}

function targetsOf(
  deps: Deps,
  { id, fileName, plan }: BuildRowsTask,
  { resolved, today }: { readonly resolved: readonly ResolvedPerson[]; readonly today: Day },
): readonly TargetCustomer[] {
  const firstDays = firstDaysOf(plan);
  const targets: TargetCustomer[] = [];
  plan.people.forEach((person, index) => {
    const addedOn = firstDays.get(index) ?? today;
    const draft = draftOf(deps, person, { importId: id, fileName, addedOn, today });
    targets.push(targetOf(draft, resolved[index] ?? { kind: 'new' }, targets));
  });
  return targets;
}

function targetOf(
  draft: CustomerDraft,
  resolved: ResolvedPerson,
  targets: readonly TargetCustomer[],
): TargetCustomer {
  switch (resolved.kind) {
    case 'new':
      return { id: draft.id, draft };
    case 'known':
      return resolved.brings
        ? { id: draft.id, draft: { ...draft, mergedInto: resolved.id } }
        : { id: resolved.id, draft: null };
    case 'listed': {
      const target = targets[resolved.person];
      const mergedInto = target?.draft?.mergedInto ?? target?.id ?? null;
      return { id: draft.id, draft: { ...draft, mergedInto } };
    }
  }
}

function firstDaysOf(plan: ImportPlan): ReadonlyMap<number, Day> {
  const firstDays = new Map<number, Day>();
  for (const { person, day } of plan.visits) {
    if (person === null) continue;
    const known = firstDays.get(person);
    if (known === undefined || day < known) firstDays.set(person, day);
  }
  return firstDays;
}

interface Origin {
  readonly importId: ImportId;
  readonly fileName: string;
  readonly addedOn: Day;
  readonly today: Day;
}

function draftOf(
  { clock, ids }: Deps,
  { row: _row, consents, ...person }: PlannedPerson,
  { importId, fileName, addedOn, today }: Origin,
): CustomerDraft {
  return {
    ...blankCustomer,
    ...person,
    permissions: listedPermissions(consents, {
      day: today,
      how: fileName,
      notedAt: clock.now(),
    }),
    id: customerIdFrom(ids.next()),
    importId,
    addedOn,
    createdAt: clock.now(),
  };
}

function visitOf(
  { clock, ids }: Deps,
  { person, ...visit }: PlannedVisit,
  { id, targets }: { readonly id: ImportId; readonly targets: readonly TargetCustomer[] },
): VisitDraft {
  return {
    ...blankVisit,
    id: visitIdFrom(ids.next()),
    customerId: person === null ? null : (targets[person]?.id ?? null),
    ...visit,
    kind: 'bought',
    importId: id,
    createdAt: clock.now(),
  };
}
