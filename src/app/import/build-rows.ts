// From what a list says to rows of the shop: new cards, and whose visits they are. Somebody who is the same as somebody known gets a card
// of their own that is joined into the known one, so that taking the import back takes exactly what it brought.

import {
  blankCard,
  customerIdFrom,
  isPresent,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import { visitStamp, type History } from '#domain/visits/history.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import { blankVisit, visitIdFrom } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { readCustomers } from '#storage/tables/customers.ts';
import { readHistoriesOf } from '#storage/tables/histories.ts';
import type { ImportPlan } from '#formats/csv/import-plan.ts';
import type { PlannedPerson } from '#formats/csv/planned-person.ts';
import { sameNumbers } from '#formats/csv/duplicates.ts';
import type { PlannedVisit } from '#formats/csv/planned-visit.ts';
import type { CustomerDraft } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { isTraceable, listShopOf } from './import-preview.ts';
import type { SameAnswers } from './import-types.ts';
import type { VisitDraft } from '#app/customers/visits.ts';

/** What an import writes, all but the stamps. */
export interface ImportRows {
  readonly customers: readonly CustomerDraft[];
  readonly visits: readonly VisitDraft[];
  /** Visits of the list that the shop has already. */
  readonly already: number;
}

interface RowTask {
  readonly id: ImportId;
  readonly plan: ImportPlan;
  readonly answers: SameAnswers;
}

/** Where the visits of one person of the list go. */
interface Target {
  readonly id: CustomerId;
  /** The card of the shop that this person turned out to be, or null for somebody new. */
  readonly known: Customer | null;
  readonly card: CustomerDraft | null;
}

/** The rows that `plan` makes, by the owner's answers. Reads cards and histories, writes nothing. */
export async function importRowsOf(deps: Deps, task: RowTask): Promise<ImportRows> {
  const cards = await readCustomers(deps.db);
  const today = (await listShopOf(deps)).today;
  const targets = targetsOf(deps, task, { cards, today });
  const seen = await visitsSeen(deps, targets);
  const visits = task.plan.visits
    .filter((visit) => !isSeen(visit, targets, seen))
    .map((visit) => visitOf(deps, visit, { id: task.id, targets }));
  return {
    customers: targets.flatMap(({ card }) => (card === null ? [] : [card])),
    visits,
    already: task.plan.visits.length - visits.length,
  };
}

function targetsOf(
  deps: Deps,
  { id, plan, answers }: RowTask,
  { cards, today }: { readonly cards: readonly Customer[]; readonly today: Day },
): readonly Target[] {
  const cardById = new Map<CustomerId, Customer>(cards.map((card) => [card.id, card]));
  const numbers =
    answers.numbers === 'same'
      ? sameNumbers(plan.people, cards.filter(isTraceable))
      : new Map<number, CustomerId>();
  const others = new Map(answers.same.map(({ person, other }) => [person, other]));
  const firstDays = firstDaysOf(plan);
  const targets: Target[] = [];
  plan.people.forEach((person, index) => {
    const draft = cardOf(deps, person, { importId: id, addedOn: firstDays.get(index) ?? today });
    const byNumber = survivorOf(cardById, numbers.get(index));
    const other = others.get(index);
    const listed = other?.kind === 'listed' ? targets[other.person] : undefined;
    const known = other?.kind === 'card' ? survivorOf(cardById, other.id) : (listed?.known ?? null);
    if (byNumber !== null) targets.push(numberedTarget(byNumber, draft));
    else targets.push(joinedTarget(draft, known, listed));
  });
  return targets;
}

// Somebody who is here already needs another card only if the list knows something new about them.
function numberedTarget(known: Customer, draft: CustomerDraft): Target {
  const brings = (['phone', 'email', 'address', 'cue'] as const).some(
    (field) => known[field] === '' && draft[field] !== '',
  );
  const hasBirthday = known.birthday === null && draft.birthday !== null;
  if (!brings && !hasBirthday) return { id: known.id, known, card: null };
  return { id: draft.id, known, card: { ...draft, mergedInto: known.id } };
}

function joinedTarget(
  draft: CustomerDraft,
  known: Customer | null,
  listed: Target | undefined,
): Target {
  const mergedInto = known?.id ?? listed?.card?.mergedInto ?? listed?.id ?? null;
  return { id: draft.id, known, card: { ...draft, mergedInto } };
}

function survivorOf(
  cardById: ReadonlyMap<CustomerId, Customer>,
  id: CustomerId | undefined,
): Customer | null {
  const passed = new Set<CustomerId>();
  let card = id === undefined ? undefined : cardById.get(id);
  while (card !== undefined && card.mergedInto !== null && !passed.has(card.id)) {
    passed.add(card.id);
    card = cardById.get(card.mergedInto);
  }
  return card !== undefined && isPresent(card) ? card : null;
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

function cardOf(
  { clock, ids }: Deps,
  { row: _row, ...person }: PlannedPerson,
  { importId, addedOn }: { readonly importId: ImportId; readonly addedOn: Day },
): CustomerDraft {
  return {
    ...blankCard,
    ...person,
    id: customerIdFrom(ids.next()),
    importId,
    addedOn,
    createdAt: clock.now(),
  };
}

function visitOf(
  { clock, ids }: Deps,
  { person, ...when }: PlannedVisit,
  { id, targets }: { readonly id: ImportId; readonly targets: readonly Target[] },
): VisitDraft {
  return {
    ...blankVisit,
    id: visitIdFrom(ids.next()),
    customerId: person === null ? null : (targets[person]?.id ?? null),
    ...when,
    kind: 'bought',
    importId: id,
    createdAt: clock.now(),
  };
}

// A till's later export holds the earlier one again: what somebody known did at that minute for that amount is the same visit.
async function visitsSeen(
  deps: Deps,
  targets: readonly Target[],
): Promise<ReadonlyMap<CustomerId, ReadonlySet<string>>> {
  const ids = [...new Set(targets.flatMap(({ known }) => (known === null ? [] : [known.id])))];
  const histories = await readHistoriesOf(deps.db, ids);
  return new Map(
    histories.flatMap((history) =>
      history === undefined ? [] : [[history.customerId, keysOf(history)] as const],
    ),
  );
}

function keysOf({ stamps, amounts }: History): ReadonlySet<string> {
  return new Set(Array.from(stamps, (stamp, index) => `${stamp} ${amounts[index] ?? -1}`));
}

function isSeen(
  { person, day, minute, amount }: PlannedVisit,
  targets: readonly Target[],
  seen: ReadonlyMap<CustomerId, ReadonlySet<string>>,
): boolean {
  const known = person === null ? null : (targets[person]?.known ?? null);
  if (known === null) return false;
  return seen.get(known.id)?.has(`${visitStamp(day, minute)} ${amount ?? -1}`) === true;
}
