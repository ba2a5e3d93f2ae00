// What a list leaves open. All of it is asked on one screen, and nothing when there is nothing.

import type { DuplicateCandidate, ImportPreview } from '#app/import/import-types.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { ListMapping, PeopleAnswers, PreviewedList, SameOrApart } from './import-steps.ts';

/** Whether anything has to be asked before the list is shown as it would stand. */
export function hasQuestions(
  { mapping, preview }: Pick<PreviewedList, 'mapping' | 'preview'>,
  settings: Settings,
): boolean {
  if (preview.earlier !== null) return false;
  // What was answered for an earlier list of this kind is not asked again.
  const known = mapping.reading.layout?.answers ?? {};
  const isNew = ({ key }: ImportPreview['standIns'][number]): boolean => known[key] === undefined;
  return (
    preview.standIns.some(isNew) ||
    currencyOptionsOf(preview, settings).length > 1 ||
    preview.duplicates.length > 0
  );
}

/** The currencies that the owner may choose from: one where the shop's is settled. */
export function currencyOptionsOf(
  { currencies }: ImportPreview,
  { currency, currencyFixed }: Settings,
): readonly string[] {
  return currencyFixed ? [currency.code] : [...new Set([currency.code, ...currencies])];
}

/** What counts for a pair: the answer for it, else the one for all namesakes, else our proposal. */
export function pairAnswer(pair: DuplicateCandidate, answers: PeopleAnswers): SameOrApart {
  const own = answers.byRow.get(pair.imported.row ?? 0);
  return own ?? (isProposed(pair) ? (answers.all ?? 'same') : pair.answer);
}

/** Whether we take both for one person, by the name alone. */
export function isProposed({ other, answer }: DuplicateCandidate): boolean {
  return other.kind === 'customer' && answer === 'same';
}

/** One answer for all namesakes; answers that were given for some of them before are gone. */
export function answeredForAll(
  { byRow }: PeopleAnswers,
  pairs: readonly DuplicateCandidate[],
  all: SameOrApart,
): PeopleAnswers {
  const rows = new Set(pairs.filter(isProposed).map(({ imported }) => imported.row ?? 0));
  return { all, byRow: new Map([...byRow].filter(([row]) => !rows.has(row))) };
}

/** Our proposals for names that may be nobody count as chosen: they are remembered. */
export function withProposals(mapping: ListMapping, { standIns }: ImportPreview): ListMapping {
  if (standIns.length === 0) return mapping;
  const proposed = Object.fromEntries(standIns.map(({ key, answer }) => [key, answer]));
  const chosen = { ...proposed, ...mapping.choices.standIns };
  return { ...mapping, choices: { ...mapping.choices, standIns: chosen } };
}

/** Whether a name of the list is somebody, as chosen so far. */
export function standInAnswer(
  { choices }: ListMapping,
  { key, answer }: ImportPreview['standIns'][number],
): 'nobody' | 'person' {
  return choices.standIns[key] ?? answer;
}
