// What an import would add, shown before anything is written.

import { isPresent, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import type { ShopImport } from '#domain/import/shop-import.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { readCustomers } from '#storage/tables/customers.ts';
import { readImports } from '#storage/tables/imports.ts';
import type { ImportPlan, ImportContext } from '#formats/csv/import-plan.ts';
import type { PlannedPerson } from '#formats/csv/planned-person.ts';
import { findDuplicates, matchByNumber, type DuplicateMatch } from '#formats/csv/duplicates.ts';
import type { Deps } from '#app/deps.ts';
import { planImport, parseFile, type ParsedFile, type OnShare } from './parse-file.ts';
import type {
  MappedFile,
  ContactSummary,
  ImportPreview,
  DuplicateCandidate,
} from './import-types.ts';
import { loadSettings } from '#app/shop/settings.ts';

/** Nobody decides on more one by one; the rest stay apart. */
const maxDuplicates = 300;

/** What reading a file needs to know of the shop. */
export async function readImportContext(deps: Deps): Promise<ImportContext> {
  const { zone, currency } = await loadSettings(deps);
  return { zone, digits: currency.digits, today: toLocalTime(deps.clock.now(), zone).day };
}

/** Reads a picked file for the first time. Writes nothing. */
export async function parsePickedFile(
  deps: Deps,
  { file }: { readonly file: File },
  onRead: OnShare,
): Promise<Result<ParsedFile, ImportProblem>> {
  const { today } = await readImportContext(deps);
  return parseFile(file, today, onRead);
}

/** Reads the file again by the chosen columns and gives what it would add. Writes nothing. */
export async function previewImport(
  deps: Deps,
  request: MappedFile,
  onRead: OnShare,
): Promise<Result<ImportPreview, ImportProblem>> {
  const shop = await readImportContext(deps);
  const plan = await planImport(request.file, { ...request, shop }, onRead);
  if (!plan.ok) return plan;
  const customers = await readCustomers(deps.db);
  const numbers = matchByNumber(plan.value.people, customers.filter(hasImportNumber));
  return ok({
    ...plan.value,
    people: plan.value.people.length,
    visits: plan.value.visits.length,
    duplicates: duplicatesIn(plan.value, customers, numbers),
    sameNumbers: numbers.size,
    earlier: await earlierImport(deps, request.reading.fileHash),
  });
}

/** The active import of the file with this hash, if there is one. */
export async function earlierImport(deps: Deps, fileHash: string): Promise<ShopImport | null> {
  const imports = await readImports(deps.db);
  return imports.find((each) => each.fileHash === fileHash && isActiveImport(each)) ?? null;
}

/** Whether what the import added is in the shop. */
function isActiveImport(each: ShopImport): boolean {
  return each.finishedAt !== null && each.undoneAt === null;
}

/** Whether a record, merged or not, still says whose number it is. */
export function hasImportNumber(customer: Customer): boolean {
  return !customer.voided && customer.forgottenOn === null;
}

function duplicatesIn(
  plan: ImportPlan,
  customers: readonly Customer[],
  numbers: ReadonlyMap<number, CustomerId>,
): readonly DuplicateCandidate[] {
  const present = customers.filter(isPresent);
  const customerById = new Map<string, Customer>(
    present.map((customer) => [customer.id, customer]),
  );
  return findDuplicates(plan.people, present)
    .flatMap((same) => candidateOf(same, { people: plan.people, customerById, numbers }))
    .slice(0, maxDuplicates);
}

interface MatchContext {
  readonly people: readonly PlannedPerson[];
  readonly customerById: ReadonlyMap<string, Customer>;
  readonly numbers: ReadonlyMap<number, CustomerId>;
}

function candidateOf(
  same: DuplicateMatch,
  { people, customerById, numbers }: MatchContext,
): readonly DuplicateCandidate[] {
  const { person, other } = same;
  const listed = people[person];
  const known = other.kind === 'customer' ? customerById.get(other.id) : people[other.person];
  if (listed === undefined || known === undefined) return [];
  const [imported, existing] = [contactSummaryOf(listed), contactSummaryOf(known)];
  return [{ ...same, imported, existing, hasSameNumber: numbers.has(person) }];
}

function contactSummaryOf(person: Customer | PlannedPerson): ContactSummary {
  const { name, cue } = person;
  if ('row' in person)
    return { name, cue, phone: person.phone, email: person.email, row: person.row };
  return { name, cue, phone: person.phones[0] ?? '', email: person.emails[0] ?? '', row: null };
}
