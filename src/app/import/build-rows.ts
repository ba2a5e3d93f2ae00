// Turns an import plan into rows. A duplicate of an existing customer becomes a record of its own,
// merged into the existing one, so that undoing the import removes exactly what it added.

import {
  blankCustomer,
  customerIdFrom,
  isPresent,
  type Customer,
  type CustomerId,
} from '#domain/customers/customer.ts';
import { visitMinutes, type History } from '#domain/visits/history.ts';
import type { ImportId } from '#domain/import/shop-import.ts';
import { blankVisit, visitIdFrom, type VisitDraft } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import { readCustomers } from '#storage/tables/customers.ts';
import { readHistoriesByCustomer } from '#storage/tables/histories.ts';
import type { ImportPlan } from '#formats/csv/import-plan.ts';
import type { PlannedPerson } from '#formats/csv/planned-person.ts';
import { matchByNumber } from '#formats/csv/duplicates.ts';
import type { PlannedVisit } from '#formats/csv/planned-visit.ts';
import type { CustomerDraft } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { hasImportNumber, readImportContext } from './import-preview.ts';
import type { DuplicateAnswers } from './import-types.ts';

/** What an import writes, without the stamps. */
export interface ImportRows {
  readonly customers: readonly CustomerDraft[];
  readonly visits: readonly VisitDraft[];
  /** Visits of the file that the shop has already. */
  readonly already: number;
}

interface BuildRowsTask {
  readonly id: ImportId;
  readonly plan: ImportPlan;
  readonly answers: DuplicateAnswers;
}

interface ResolvedCustomer {
  readonly id: CustomerId;
  /** The existing customer this person is, or null for a new one. */
  readonly known: Customer | null;
  readonly draft: CustomerDraft | null;
}

/** The rows that `plan` makes, by the owner's answers. Writes nothing. */
export async function buildImportRows(deps: Deps, task: BuildRowsTask): Promise<ImportRows> {
  const customers = await readCustomers(deps.db);
  const today = (await readImportContext(deps)).today;
  const targets = resolveCustomers(deps, task, { customers, today });
  const existing = await readExistingVisits(deps, targets);
  const visits = task.plan.visits
    .filter((visit) => !isExisting(visit, targets, existing))
    .map((visit) => visitOf(deps, visit, { id: task.id, targets }));
  return {
    customers: targets.flatMap(({ draft }) => draft ?? []),
    visits,
    already: task.plan.visits.length - visits.length,
  };
}

function resolveCustomers(
  deps: Deps,
  { id, plan, answers }: BuildRowsTask,
  { customers, today }: { readonly customers: readonly Customer[]; readonly today: Day },
): readonly ResolvedCustomer[] {
  const customerById = new Map<CustomerId, Customer>(
    customers.map((customer) => [customer.id, customer]),
  );
  const numbers =
    answers.numbers === 'same'
      ? matchByNumber(plan.people, customers.filter(hasImportNumber))
      : new Map<number, CustomerId>();
  const others = new Map(answers.same.map(({ person, other }) => [person, other]));
  const firstDays = firstDaysOf(plan);
  const targets: ResolvedCustomer[] = [];
  plan.people.forEach((person, index) => {
    const draft = draftOf(deps, person, { importId: id, addedOn: firstDays.get(index) ?? today });
    const byNumber = survivorOf(customerById, numbers.get(index));
    const other = others.get(index);
    const listed = other?.kind === 'listed' ? targets[other.person] : undefined;
    const known =
      other?.kind === 'customer' ? survivorOf(customerById, other.id) : (listed?.known ?? null);
    if (byNumber !== null) targets.push(targetByNumber(byNumber, draft));
    else targets.push(targetOf(draft, known, listed));
  });
  return targets;
}

// An existing customer needs another record only if the file knows something new about them.
function targetByNumber(known: Customer, draft: CustomerDraft): ResolvedCustomer {
  const brings = (['phones', 'emails', 'addresses', 'cue'] as const).some(
    (field) => known[field].length === 0 && draft[field].length > 0,
  );
  const hasBirthday = known.birthday === null && draft.birthday !== null;
  if (!brings && !hasBirthday) return { id: known.id, known, draft: null };
  return { id: draft.id, known, draft: { ...draft, mergedInto: known.id } };
}

function targetOf(
  draft: CustomerDraft,
  known: Customer | null,
  listed: ResolvedCustomer | undefined,
): ResolvedCustomer {
  const mergedInto = known?.id ?? listed?.draft?.mergedInto ?? listed?.id ?? null;
  return { id: draft.id, known, draft: { ...draft, mergedInto } };
}

function survivorOf(
  customerById: ReadonlyMap<CustomerId, Customer>,
  id: CustomerId | undefined,
): Customer | null {
  const passed = new Set<CustomerId>();
  let customer = id === undefined ? undefined : customerById.get(id);
  while (customer !== undefined && customer.mergedInto !== null && !passed.has(customer.id)) {
    passed.add(customer.id);
    customer = customerById.get(customer.mergedInto);
  }
  return customer !== undefined && isPresent(customer) ? customer : null;
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

function draftOf(
  { clock, ids }: Deps,
  { row: _row, phone, email, address, ...person }: PlannedPerson,
  { importId, addedOn }: { readonly importId: ImportId; readonly addedOn: Day },
): CustomerDraft {
  return {
    ...blankCustomer,
    ...person,
    phones: [phone].filter((each) => each !== ''),
    emails: [email].filter((each) => each !== ''),
    addresses: [address].filter((each) => each !== ''),
    id: customerIdFrom(ids.next()),
    importId,
    addedOn,
    createdAt: clock.now(),
  };
}

function visitOf(
  { clock, ids }: Deps,
  { person, ...when }: PlannedVisit,
  { id, targets }: { readonly id: ImportId; readonly targets: readonly ResolvedCustomer[] },
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

// A till's later export repeats the earlier one: the same customer, minute and amount is the same
// visit.
async function readExistingVisits(
  deps: Deps,
  targets: readonly ResolvedCustomer[],
): Promise<ReadonlyMap<CustomerId, ReadonlySet<string>>> {
  const ids = [...new Set(targets.flatMap(({ known }) => (known === null ? [] : [known.id])))];
  const histories = await readHistoriesByCustomer(deps.db, ids);
  return new Map(
    histories.flatMap((history) =>
      history === undefined ? [] : [[history.customerId, keysOf(history)] as const],
    ),
  );
}

function keysOf({ stamps, amounts }: History): ReadonlySet<string> {
  return new Set(Array.from(stamps, (stamp, index) => `${stamp} ${amounts[index] ?? -1}`));
}

function isExisting(
  { person, day, minute, amount }: PlannedVisit,
  targets: readonly ResolvedCustomer[],
  existing: ReadonlyMap<CustomerId, ReadonlySet<string>>,
): boolean {
  const known = person === null ? null : (targets[person]?.known ?? null);
  if (known === null) return false;
  return existing.get(known.id)?.has(`${visitMinutes(day, minute)} ${amount ?? -1}`) === true;
}
