import type { ImportPreview, ImportResult } from '#app/import/import-types.ts';
import { pastedNames } from '#domain/import/pasted-names.ts';
import type { ShopImport } from '#domain/import/shop-import.ts';
import { enumeration, numberText } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';

/** "212 people, 1,840 visits." */
export function foundText(found: { readonly people: number; readonly visits: number }): string {
  const people = m.import_people(counted(found.people));
  const visits = m.import_visits(counted(found.visits));
  if (found.visits === 0) return m.import_only({ found: people });
  return found.people === 0 ? m.import_only({ found: visits }) : m.import_both({ people, visits });
}

/** What an import is called: its file, or that it was pasted. */
export function importName({ fileName }: Pick<ShopImport, 'fileName'>): string {
  const isPasted = Object.values(pastedNames).some((name) => name === fileName);
  return isPasted ? m.import_past_pasted() : fileName;
}

/** "412 lines: 96 people (12 new), 388 visits (120 already here), 24 lines left out." */
export function previewText(preview: ImportPreview): string {
  const { rows, leftOutRows, newPeople, knownPeople, visits, knownVisits } = preview;
  const parts = [
    ...(newPeople + knownPeople === 0 ? [] : [peopleText(newPeople, knownPeople)]),
    ...(visits === 0 ? [] : [visitsText(visits, knownVisits)]),
    ...(leftOutRows === 0 ? [] : [m.import_lines_left(counted(leftOutRows))]),
  ];
  return m.import_summary({ lines: m.import_lines(counted(rows)), parts: enumeration(parts) });
}

/** "12 new people, 84 found again, 268 visits added." */
export function importedText(imported: ImportResult): string {
  const { newPeople, knownPeople, visits } = imported;
  const parts = [
    ...(newPeople === 0 ? [] : [m.import_people_new(counted(newPeople))]),
    ...(knownPeople === 0 ? [] : [m.import_people_again(counted(knownPeople))]),
    ...(visits === 0 ? [] : [m.import_visits_added(counted(visits))]),
  ];
  return parts.length === 0 ? m.import_done_none() : m.import_only({ found: enumeration(parts) });
}

function peopleText(added: number, known: number): string {
  if (known === 0) return m.import_people_new(counted(added));
  if (added === 0) return m.import_people_known(counted(known));
  const people = m.import_people(counted(added + known));
  return m.import_people_some({ people, text: numberText(added) });
}

function visitsText(count: number, known: number): string {
  const visits = m.import_visits(counted(count));
  if (known === 0) return visits;
  return known === count
    ? m.import_visits_known({ visits })
    : m.import_visits_some({ visits, text: numberText(known) });
}

function counted(count: number): { readonly count: number; readonly text: string } {
  return { count, text: numberText(count) };
}
