// What an import would add, shown before anything is written.

import type { Customer } from '#domain/customers/customer.ts';
import type { ShopImport } from '#domain/import/shop-import.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import { readImports } from '#storage/tables/imports.ts';
import { currenciesIn, type ImportPlan } from '#formats/lists/plan-list.ts';
import type { PlannedPerson } from '#formats/lists/planned-person.ts';
import type { PersonMatch } from '#formats/lists/match-people.ts';
import {
  isNamesake,
  resolveList,
  type KnownShop,
  type MatchAnswers,
  type ResolvedList,
} from '#formats/lists/resolve-list.ts';
import { summarizeList } from '#formats/lists/summarize-list.ts';
import type { Deps } from '#app/deps.ts';
import type {
  ContactSummary,
  DuplicateCandidate,
  ImportPreview,
  OnShare,
  PreviewRequest,
} from './import-types.ts';
import { readKnownShop } from './known-shop.ts';
import { originOf, planFile } from './read-list.ts';
import { withoutForgotten } from './without-forgotten.ts';

/** Nobody decides on more one by one; the rest are decided as proposed. */
const maxDuplicates = 300;
const noAnswers: MatchAnswers = { all: null, each: [] };

/** Reads the list again by the chosen columns and gives what it would add. Writes nothing. */
export async function previewImport(
  deps: Deps,
  request: PreviewRequest,
  onRead: OnShare,
): Promise<Result<ImportPreview, ImportProblem>> {
  const read = await planFile(deps, request, onRead);
  if (!read.ok) return read;
  const plan = await withoutForgotten(deps, read.value);
  const origin = originOf(request.reading);
  const shop = await readKnownShop(deps, plan, origin);
  const answers = request.answers ?? noAnswers;
  const resolved = resolveList(plan, shop, { answers, origin });
  const { profile, fileHash } = request.reading;
  return ok({
    ...summarizeList(plan, profile, request.choices),
    ...countsOf(plan, resolved),
    problems: plan.problems,
    problemCount: plan.problemCount,
    standIns: plan.standIns,
    currency: plan.currency,
    currencies: currenciesIn(profile, request.choices.meanings),
    duplicates: duplicatesIn(plan, shop, resolved.matches),
    earlier: await earlierImport(deps, fileHash),
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

type Counts = Pick<
  ImportPreview,
  | 'rows'
  | 'leftOutRows'
  | 'people'
  | 'newPeople'
  | 'knownPeople'
  | 'namesakes'
  | 'visits'
  | 'knownVisits'
  | 'namelessVisits'
>;

function countsOf(plan: ImportPlan, { matches, people, isKnownVisit }: ResolvedList): Counts {
  return {
    rows: plan.rows,
    leftOutRows: plan.leftOutRows,
    people: plan.people.length,
    newPeople: people.filter(({ kind }) => kind === 'new').length,
    knownPeople: people.filter(({ kind }) => kind === 'known').length,
    namesakes: matches.filter(isNamesake).length,
    visits: plan.visits.length,
    knownVisits: isKnownVisit.filter(Boolean).length,
    namelessVisits: plan.visits.filter(({ person }) => person === null).length,
  };
}

function duplicatesIn(
  { people }: ImportPlan,
  { customers }: KnownShop,
  matches: readonly PersonMatch[],
): readonly DuplicateCandidate[] {
  const customerById = new Map<string, Summarized>(
    customers.map((customer) => [customer.id, customer]),
  );
  return matches
    .filter(({ isSure }) => !isSure)
    .slice(0, maxDuplicates)
    .flatMap(({ isSure: _isSure, ...match }) => {
      const listed = people[match.person];
      const { other } = match;
      const existing =
        other.kind === 'customer' ? customerById.get(other.id) : people[other.person];
      if (listed === undefined || existing === undefined) return [];
      return [{ ...match, imported: summaryOf(listed), existing: summaryOf(existing) }];
    });
}

type Summarized = Pick<Customer, 'name' | 'cue' | 'phones' | 'emails' | 'birthday'> &
  Partial<Pick<PlannedPerson, 'row'>>;

function summaryOf({ name, cue, phones, emails, birthday, row = 0 }: Summarized): ContactSummary {
  return { name, cue, phones, emails, birthday, row: row === 0 ? null : row };
}
