// What a list would bring, told before anything is written.

import { isPresent, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import type { ShopImport } from '#domain/import/shop-import.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { wallTimeAt } from '#lib/time-zone.ts';
import { readCustomers } from '#storage/tables/customers.ts';
import { readImports } from '#storage/tables/imports.ts';
import type { ImportPlan, ListShop } from '#formats/csv/import-plan.ts';
import type { PlannedPerson } from '#formats/csv/planned-person.ts';
import { possibleSames, sameNumbers, type PossibleSame } from '#formats/csv/duplicates.ts';
import type { Deps } from '#app/deps.ts';
import { planList, readList, type ListReading, type OnRead } from './parse-file.ts';
import type { ChosenList, Face, ListPreview, SameOffer } from './import-types.ts';
import { settingsOf } from '#app/shop/settings.ts';

/** More offers than anybody will decide on one by one; the rest stay apart. */
const greatestOffers = 300;

/** The shop's facts that reading a list needs. */
export async function listShopOf(deps: Deps): Promise<ListShop> {
  const { zone, currency } = await settingsOf(deps);
  return { zone, digits: currency.digits, today: wallTimeAt(deps.clock.now(), zone).day };
}

/** Reads a picked file for the first time. Writes nothing. */
export async function readPickedList(
  deps: Deps,
  { file }: { readonly file: File },
  onRead: OnRead,
): Promise<Result<ListReading, ImportProblem>> {
  const { today } = await listShopOf(deps);
  return readList(file, today, onRead);
}

/** Reads the file again by the chosen columns and tells what it would bring. Writes nothing. */
export async function previewList(
  deps: Deps,
  told: ChosenList,
  onRead: OnRead,
): Promise<Result<ListPreview, ImportProblem>> {
  const shop = await listShopOf(deps);
  const plan = await planList(told.file, { ...told, shop }, onRead);
  if (!plan.ok) return plan;
  const cards = await readCustomers(deps.db);
  const numbers = sameNumbers(plan.value.people, cards.filter(isTraceable));
  return ok({
    people: plan.value.people.length,
    visits: plan.value.visits.length,
    rows: plan.value.rows,
    problems: plan.value.problems,
    problemCount: plan.value.problemCount,
    offers: offersIn(plan.value, cards, numbers),
    sameNumbers: numbers.size,
    earlier: await earlierImport(deps, told.reading.fileHash),
  });
}

/** The import that brought the file with this fingerprint, if it is still here. */
export async function earlierImport(deps: Deps, fileHash: string): Promise<ShopImport | null> {
  const imports = await readImports(deps.db);
  return imports.find((each) => each.fileHash === fileHash && isHere(each)) ?? null;
}

/** Whether what the import brought is in the shop. */
export function isHere(each: ShopImport): boolean {
  return each.finishedAt !== null && each.undoneAt === null;
}

/** Whether a card, joined into another or not, still says who a number belongs to. */
export function isTraceable(card: Customer): boolean {
  return !card.voided && card.forgottenOn === null;
}

function offersIn(
  plan: ImportPlan,
  cards: readonly Customer[],
  numbers: ReadonlyMap<number, CustomerId>,
): readonly SameOffer[] {
  const present = cards.filter(isPresent);
  const cardById = new Map<string, Customer>(present.map((card) => [card.id, card]));
  return possibleSames(plan.people, present)
    .flatMap((same) => offerOf(same, { people: plan.people, cardById, numbers }))
    .slice(0, greatestOffers);
}

interface Faces {
  readonly people: readonly PlannedPerson[];
  readonly cardById: ReadonlyMap<string, Customer>;
  readonly numbers: ReadonlyMap<number, CustomerId>;
}

function offerOf(same: PossibleSame, { people, cardById, numbers }: Faces): readonly SameOffer[] {
  const { person, other } = same;
  const listed = people[person];
  const known = other.kind === 'card' ? cardById.get(other.id) : people[other.person];
  if (listed === undefined || known === undefined) return [];
  const hasSameNumber = numbers.has(person);
  return [{ ...same, listed: faceOf(listed), known: faceOf(known), hasSameNumber }];
}

function faceOf(person: Customer | PlannedPerson): Face {
  const { name, cue, phone, email } = person;
  return { name, cue, phone, email, row: 'row' in person ? person.row : null };
}
