import { readFileSync } from 'node:fs';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { Result } from '#lib/result.ts';
import {
  guessMapping,
  inspectList,
  type ListProfile,
  type MappingGuess,
} from '#formats/lists/inspect-list.ts';
import type { ImportChoices, ImportContext } from '#formats/lists/list-choices.ts';
import { createImportPlan, type ImportPlan } from '#formats/lists/plan-list.ts';
import { day } from '../shops/shop-with.ts';

export const londonShop: ImportContext = {
  zone: 'Europe/London',
  currency: { code: 'GBP', digits: 2 },
  isCurrencyFixed: false,
  today: day('2026-11-21'),
};

/** The text of an invented list under test/fixtures/lists. */
export function listText(name: string): string {
  const bytes = readFileSync(new URL(`../../fixtures/lists/${name}`, import.meta.url));
  return new TextDecoder(name.includes('cp1252') ? 'windows-1252' : 'utf-8', {
    ignoreBOM: true,
  }).decode(bytes);
}

/** The first reading of `text`. */
export function inspected(text: string): Result<ListProfile, ImportProblem> {
  return inspectList(text, { delimiter: null, today: londonShop.today });
}

/** The first reading, which must succeed. */
export function profileOf(text: string): ListProfile {
  const profile = inspected(text);
  if (!profile.ok) throw new Error(`No table: ${profile.problem.kind}`);
  return profile.value;
}

/** Our guess at `text`, as the screen shows it first. */
export function guessed(text: string): MappingGuess {
  const profile = profileOf(text);
  return guessMapping(profile, profile.table.headingRow !== null);
}

/** The plan of `text` by our own guess, with `changes` to what is chosen. */
export function planned(
  text: string,
  changes: Partial<ImportChoices> = {},
  shop: ImportContext = londonShop,
): Result<ImportPlan, ImportProblem> {
  const profile = profileOf(text);
  const firstIsHeadings = changes.firstIsHeadings ?? profile.table.headingRow !== null;
  const meanings = guessMapping(profile, firstIsHeadings).columns.map((column) => column.meaning);
  const undecided = { meanings, order: null, currency: null, standIns: {} };
  const choices = { ...undecided, ...changes, firstIsHeadings };
  return createImportPlan(text, profile, { choices, shop });
}

/** The plan, which must succeed. */
export function planOf(text: string, changes: Partial<ImportChoices> = {}): ImportPlan {
  const plan = planned(text, changes);
  if (!plan.ok) throw new Error(`No plan: ${plan.problem.kind}`);
  return plan.value;
}
