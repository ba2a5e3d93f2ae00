// The second reading of a list, with its columns known: what would be written, and what not and
// why.

import type { ImportProblem } from '#domain/import/import-problem.ts';
import type { RowProblem } from '#domain/import/shop-import.ts';
import type { ColumnMeaning } from '#domain/import/column-meaning.ts';
import { currencyCalled, isAmount } from '#domain/shop/money.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { isSurnameFirst } from '../cells/name-order.ts';
import { cachedZoneClock } from '../cells/zone-clock.ts';
import {
  cellOf,
  columnsByMeaning,
  hasColumn,
  headingOf,
  type ColumnsByMeaning,
} from '../columns/columns-by-meaning.ts';
import { foldedHeading } from '../columns/headings.ts';
import { forEachRow } from '../table/parser.ts';
import { findStandIns, type StandIn } from './find-stand-ins.ts';
import { groupPeople } from './group-people.ts';
import { decimalSignIn, knownDayOrder, type ListProfile } from './inspect-list.ts';
import type { ImportChoices, ImportContext } from './list-choices.ts';
import { ListRows, type OpenVisit } from './list-rows.ts';
import type { PlannedPerson } from './planned-person.ts';
import { currencyOfRow, type PlannedVisit, type VisitRules } from './planned-visit.ts';
import { receiptAmount, receiptRule, type ReceiptRule } from './receipt-rules.ts';

/** What a list would add. */
export interface ImportPlan {
  readonly people: readonly PlannedPerson[];
  readonly visits: readonly (PlannedVisit & { readonly row: number })[];
  /** By row; the first `maxStoredProblems`. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  /** Rows read, without headings and blank ones. */
  readonly rows: number;
  readonly leftOutRows: number;
  /** Names that may stand for nobody, with what was decided. */
  readonly standIns: readonly StandIn[];
  /** The ISO 4217 code of the amounts. */
  readonly currency: string;
}

const personColumns: readonly ColumnMeaning[] = [
  'name',
  'first-name',
  'last-name',
  'nickname',
  'company',
  'customer-number',
  'phone',
  'email',
];
const visitColumns: readonly ColumnMeaning[] = ['visit-time', 'amount', 'receipt'];
// So many days with one line each are a till's daily sums.
const minDayTotals = 5;

/** What was chosen, and what to know of the shop. */
interface ImportTask {
  readonly choices: ImportChoices;
  readonly shop: ImportContext;
}

/** The plan of `text` with these choices, or why there is none. */
export function createImportPlan(
  text: string,
  profile: ListProfile,
  { choices, shop }: ImportTask,
): Result<ImportPlan, ImportProblem> {
  const headings = profile.columns.map(({ heading }) => (choices.firstIsHeadings ? heading : ''));
  const columns = columnsByMeaning(choices.meanings, headings);
  const problem = columnProblem(columns);
  if (problem !== null) return failed(problem);
  const order = choices.order ?? knownDayOrder(profile, choices.meanings);
  if (order === null) return failed({ kind: 'day-order-unknown' });
  const currency = currencyCalled(choices.currency ?? defaultCurrency(profile, columns, shop));
  const rules: VisitRules = {
    order,
    today: shop.today,
    isSurnameFirst: isSurnameFirst(namesIn(profile, choices.meanings), headingOf(columns, 'name')),
    clock: cachedZoneClock(shop.zone),
    decimal: decimalSignIn(profile, choices.meanings),
    currency: currency.code,
    digits: currency.digits,
  };
  const rows = readRows(text, profile, { choices, columns, rules });
  const plan = planOfRows(rows, choices, {
    digits: currency.digits,
    amountHeading: headingOf(columns, 'amount'),
  });
  if (isDayTotals(columns, plan)) return failed({ kind: 'day-totals' });
  return plan.people.length + plan.visits.length === 0 && plan.problemCount === 0
    ? failed({ kind: 'no-rows' })
    : ok({ ...plan, currency: currency.code });
}

function namesIn({ sample }: ListProfile, meanings: readonly ColumnMeaning[]): readonly string[] {
  const index = meanings.indexOf('name');
  return sample.map((cells) => cells[index] ?? '');
}

/** The currencies that the amounts of some rows name. */
export function currenciesIn(
  { sample, columns }: ListProfile,
  meanings: readonly ColumnMeaning[],
): readonly string[] {
  const places = columnsByMeaning(
    meanings,
    columns.map(({ heading }) => heading),
  );
  const found = sample.flatMap((cells) => {
    const amount = cellOf(places, cells, 'amount');
    return amount === '' ? [] : (currencyOfRow(places, cells, amount) ?? []);
  });
  return [...new Set(found)];
}

// In a shop without amounts a list of one currency decides it.
function defaultCurrency(
  profile: ListProfile,
  { columns }: ColumnsByMeaning,
  shop: ImportContext,
): string {
  if (shop.isCurrencyFixed) return shop.currency.code;
  const meanings: ColumnMeaning[] = profile.columns.map(() => 'skip');
  for (const [meaning, indexes] of columns) for (const index of indexes) meanings[index] = meaning;
  const [only, ...others] = currenciesIn(profile, meanings);
  return only === undefined || others.length > 0 ? shop.currency.code : only;
}

// Sales without customers say when people come and what they spend.
function columnProblem(columns: ColumnsByMeaning): ImportProblem | null {
  if (hasColumn(columns, 'visit-day'))
    return hasColumn(columns, ...personColumns, ...visitColumns)
      ? null
      : { kind: 'no-name-column' };
  if (!hasColumn(columns, ...personColumns)) return { kind: 'no-name-column' };
  return hasColumn(columns, ...visitColumns) ? { kind: 'no-day-column' } : null;
}

interface Reading {
  readonly choices: ImportChoices;
  readonly columns: ColumnsByMeaning;
  readonly rules: VisitRules;
}

function readRows(text: string, profile: ListProfile, reading: Reading): ListRows {
  const { table, otherTables } = profile;
  const headings = reading.choices.firstIsHeadings ? table.headings : [];
  const rows = new ListRows(reading.columns, reading.rules, headings);
  const first = reading.choices.firstIsHeadings
    ? table.firstRow
    : (table.headingRow ?? table.firstRow);
  forEachRow(text, profile, (row) => {
    if (row.number >= first && row.number <= table.lastRow) rows.add(row);
    else if (otherTables.some((other) => isWithin(row.number, other)))
      rows.rejectRow(row.number, {
        code: 'other-table',
        meaning: 'skip',
        text: row.cells.slice(0, 4).join(' | '),
      });
  });
  return rows;
}

function isWithin(
  row: number,
  { firstRow, lastRow }: { readonly firstRow: number; readonly lastRow: number },
): boolean {
  return row >= firstRow && row <= lastRow;
}

function planOfRows(
  rows: ListRows,
  { standIns: answers }: ImportChoices,
  { digits, amountHeading }: { readonly digits: number; readonly amountHeading: string },
): Omit<ImportPlan, 'currency'> {
  const grouped = groupPeople(rows.records);
  const personOf = ({ record }: OpenVisit): number | null =>
    record === null ? null : (grouped.personOfRecord[record] ?? null);
  const rule = receiptRule(
    rows.visits.filter(({ receipt }) => receipt !== null).map(({ lines }) => lines),
    foldedHeading(amountHeading),
  );
  const visits: Changeable<Visits[number]>[] = [];
  for (const open of rows.visits) {
    const amount = usableAmount(open, { rows, rule, digits });
    if (amount === undefined) continue;
    const { row, at, day, minute, receipt } = open;
    visits.push({ row, person: personOf(open), at, day, minute, amount, receipt });
  }
  const standIns = findStandIns(grouped.people, visits, answers);
  const nobodies = new Set(
    [...standIns].filter(([, { answer }]) => answer === 'nobody').map(([index]) => index),
  );
  const listed = new Set([...rows.listed].map((record) => grouped.personOfRecord[record]));
  rejectStandIns(rows, grouped.people, { nobodies, visits });
  return {
    ...withoutPeople(grouped.people, visits, { nobodies, listed }),
    problems: rows.problems.toSorted((a, b) => a.row - b.row),
    problemCount: rows.problemCount,
    rows: rows.rows,
    leftOutRows: rows.leftOutRows,
    standIns: [...standIns.values()],
  };
}

interface MoneyRules {
  readonly rows: ListRows;
  readonly rule: ReceiptRule;
  readonly digits: number;
}

/** The amount of a visit, or undefined when it is none: a refund, or more than any may cost. */
function usableAmount(
  { row, lines, givenBack }: OpenVisit,
  { rows, rule, digits }: MoneyRules,
): number | null | undefined {
  const amount = receiptAmount(lines, rule);
  if (amount === null) return null;
  const isGivenBack = amount <= 0 && givenBack > 0;
  if (isAmount(amount) && !isGivenBack) return amount;
  const negative = isGivenBack ? 'refund' : 'negative-amount';
  const code = amount <= 0 ? negative : 'not-an-amount';
  rows.rejectRow(row, { code, meaning: 'amount', text: String(amount / 10 ** digits) });
  return undefined;
}

interface Nobodies {
  readonly nobodies: ReadonlySet<number>;
  readonly visits: readonly { readonly person: number | null }[];
}

// In a list of customers a stand-in is a line that is left out; its visits stay, without a name.
function rejectStandIns(
  rows: ListRows,
  people: readonly PlannedPerson[],
  { nobodies, visits }: Nobodies,
): void {
  const visitors = new Set(visits.map(({ person }) => person));
  for (const index of nobodies) {
    const person = people[index];
    if (person !== undefined && !visitors.has(index))
      rows.rejectRow(person.row, { code: 'stand-in', meaning: 'name', text: person.name });
  }
}

type Visits = ImportPlan['visits'];

type Changeable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

// Whoever is left has a visit, or a row of their own in a list of customers.
function withoutPeople(
  people: readonly PlannedPerson[],
  visits: readonly Changeable<Visits[number]>[],
  {
    nobodies,
    listed,
  }: {
    readonly nobodies: ReadonlySet<number>;
    readonly listed: ReadonlySet<number | undefined>;
  },
): { readonly people: readonly PlannedPerson[]; readonly visits: Visits } {
  const indexes = new Map<number, number>();
  const visitors = new Set(visits.map(({ person }) => person));
  const left = people.filter((_, index) => {
    if (nobodies.has(index) || !(visitors.has(index) || listed.has(index))) return false;
    indexes.set(index, indexes.size);
    return true;
  });
  for (const visit of visits)
    visit.person = visit.person === null ? null : (indexes.get(visit.person) ?? null);
  return { people: left, visits };
}

function isDayTotals(
  columns: ColumnsByMeaning,
  { people, visits }: Pick<ImportPlan, 'people' | 'visits'>,
): boolean {
  if (people.length > 0 || visits.length < minDayTotals || hasColumn(columns, 'receipt'))
    return false;
  const days = new Set(visits.map(({ day }) => day));
  return days.size === visits.length && visits.every(({ minute }) => minute === null);
}
