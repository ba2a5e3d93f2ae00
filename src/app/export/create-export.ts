// Worker: reads the shop as it is at one moment and writes it as lists for other programs. What is
// exported is open: whoever has the file can read it.

import type { Customer } from '#domain/customers/customer.ts';
import type { StorageProblem } from '#domain/shop/shop-problem.ts';
import { ok, type Result } from '#lib/result.ts';
import type { FactRows, FactTable } from '#schema/tables.ts';
import { readSnapshot } from '#storage/bulk/snapshot.ts';
import { readImports } from '#storage/tables/imports.ts';
import { attempt } from '#storage/transaction.ts';
import { calendarText } from '#formats/export/calendar-text.ts';
import { contactCardsText } from '#formats/export/contact-cards-text.ts';
import { delimitedList } from '#formats/export/delimited-list.ts';
import type { ExportTableName } from '#formats/export/export-table.ts';
import { peopleOf, shopTables, type ExportFacts } from '#formats/export/shop-tables.ts';
import { workbookBytes } from '#formats/export/workbook-bytes.ts';
import type { Deps } from '#app/deps.ts';
import { loadSettings } from '#app/shop/settings.ts';
import type { CreatedExport, ExportRequest } from './export-types.ts';

const exportTables: readonly ExportTableName[] = [
  'People',
  'Visits',
  'Thanks',
  'Noticed',
  'Homes',
  'Perks',
];

export async function createExport(
  deps: Deps,
  request: ExportRequest,
): Promise<Result<CreatedExport, StorageProblem>> {
  const read = await attempt(async () => {
    const settings = await loadSettings(deps);
    return { facts: await readFacts(deps), settings };
  });
  if (!read.ok) return read;
  const { facts, settings } = read.value;
  const { digits } = settings.currency;
  const name = `${fileWords(settings.shopName)} ${request.today}`.trim();
  return ok({ ...contentOf(facts, request, digits), name });
}

/** As on the page of dates: nobody is reminded of a child, or of somebody who died. */
function hasBirthday({ birthday, young, diedOn }: Customer): boolean {
  return birthday !== null && !young && diedOn === null;
}

type Content = Omit<CreatedExport, 'name'>;

function contentOf(facts: ExportFacts, request: ExportRequest, digits: number): Content {
  const { form, today, decimal, birthdayWords } = request;
  switch (form.kind) {
    case 'workbook': {
      const tables = shopTables(facts, exportTables);
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const count = tables.reduce((sum, { rows }) => sum + rows.length, 0);
      return {
        file: new Blob([...workbookBytes(tables, digits)], { type }),
        ending: 'xlsx',
        count,
      };
    }
    case 'list': {
      const [table] = shopTables(facts, [form.table]);
      const text = table === undefined ? '' : delimitedList(table, { decimal, digits });
      return textContent(text, 'csv', table?.rows.length ?? 0);
    }
    case 'contact-cards': {
      const people = peopleOf(facts.customers);
      return textContent(contactCardsText(people, form.version), 'vcf', people.length);
    }
    case 'calendar': {
      const people = peopleOf(facts.customers).filter(hasBirthday);
      const year = Number(today.slice(0, 4));
      const titleOf = (name: string): string => birthdayWords.replace('{name}', () => name);
      return textContent(calendarText(people, { titleOf, year }), 'ics', people.length);
    }
  }
}

const types = { csv: 'text/csv', vcf: 'text/vcard', ics: 'text/calendar' } as const;

function textContent(text: string, ending: keyof typeof types, count: number): Content {
  return { file: new Blob([text], { type: `${types[ending]};charset=utf-8` }), ending, count };
}

type Exported = 'customers' | 'visits' | 'moments' | 'gestures' | 'households' | 'perks';

// What an unfinished import has staged is not in the shop yet.
async function readFacts({ db }: Pick<Deps, 'db'>): Promise<ExportFacts> {
  const imports = await readImports(db);
  const unfinished = new Set(
    imports.filter((each) => each.finishedAt === null).map(({ id }) => id),
  );
  const { facts } = await readSnapshot(db, () => {
    const rows: { [Name in Exported]: FactRows[Name][] } = {
      customers: [],
      visits: [],
      moments: [],
      gestures: [],
      households: [],
      perks: [],
    };
    function page<Name extends FactTable>(table: Name, found: readonly FactRows[Name][]): void {
      const into: Partial<Record<FactTable, unknown[]>> = rows;
      for (const row of found) into[table]?.push(row);
    }
    return { facts: rows, page };
  });
  const isFinished = ({
    importId,
  }: {
    readonly importId: FactRows['visits']['importId'];
  }): boolean => importId === null || !unfinished.has(importId);
  return {
    ...facts,
    customers: facts.customers.filter(isFinished),
    visits: facts.visits.filter(isFinished),
  };
}

// A name that every file system takes.
function fileWords(text: string): string {
  return text
    .replaceAll(/[^\p{Letter}\p{Number} ]/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}
