import { readFileSync } from 'node:fs';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { Result } from '#lib/result.ts';
import {
  createPlanner,
  type ImportPlan,
  type ImportChoices,
  type ImportContext,
} from '#formats/csv/import-plan.ts';
import {
  guessMapping,
  csvInspector,
  type MappingGuess,
  type CsvProfile,
} from '#formats/csv/inspect.ts';
import { day } from '../shops/shop-with.ts';

export const londonShop: ImportContext = {
  zone: 'Europe/London',
  digits: 2,
  today: day('2026-11-21'),
};

/** The text of an invented list under test/fixtures/lists. */
export function listText(name: string): string {
  const bytes = readFileSync(new URL(`../../fixtures/lists/${name}`, import.meta.url));
  return new TextDecoder(name.includes('cp1252') ? 'windows-1252' : 'utf-8', {
    ignoreBOM: true,
  }).decode(bytes);
}

/** A survey of `text`, fed in pieces of `piece` characters. */
export function surveyed(text: string, piece = 1000): Result<CsvProfile, ImportProblem> {
  const profile = csvInspector(text, londonShop.today);
  feedIn(text, piece, profile.feed);
  return profile.end();
}

/** The survey, which must succeed. */
export function surveyOf(text: string): CsvProfile {
  const profile = surveyed(text);
  if (!profile.ok) throw new Error(`No table: ${profile.problem.kind}`);
  return profile.value;
}

/** Our guess at `text`, as the screen shows it first. */
export function guessed(text: string): MappingGuess {
  const profile = surveyOf(text);
  return guessMapping(profile, profile.firstIsHeadings);
}

/** The plan of `text` by our own guess, with `changes` to what is chosen. */
export function planned(
  text: string,
  changes: Partial<ImportChoices> = {},
  shop: ImportContext = londonShop,
): Result<ImportPlan, ImportProblem> {
  const profile = surveyOf(text);
  const firstIsHeadings = changes.firstIsHeadings ?? profile.firstIsHeadings;
  const meanings = guessMapping(profile, firstIsHeadings).columns.map((column) => column.meaning);
  const planner = createPlanner(
    profile,
    { meanings, order: null, ...changes, firstIsHeadings },
    shop,
  );
  if (!planner.ok) return planner;
  feedIn(text, 777, planner.value.feed);
  return { ok: true, value: planner.value.end() };
}

/** The plan, which must succeed. */
export function planOf(text: string, changes: Partial<ImportChoices> = {}): ImportPlan {
  const plan = planned(text, changes);
  if (!plan.ok) throw new Error(`No plan: ${plan.problem.kind}`);
  return plan.value;
}

function feedIn(text: string, piece: number, feed: (text: string) => void): void {
  for (let from = 0; from < text.length; from += piece) feed(text.slice(from, from + piece));
}
