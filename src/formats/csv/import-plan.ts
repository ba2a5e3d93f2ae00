// The second reading of a file, with its columns known: what would be written, and what not and
// why. Rows of one receipt are one visit. Every row left out is among the problems.

import {
  maxStoredProblems,
  shortenedProblemText,
  type RowProblem,
} from '#domain/import/shop-import.ts';
import type { ImportProblem } from '#domain/import/import-problem.ts';
import { isAmount } from '#domain/shop/money.ts';
import type { ColumnMeaning, DayOrder } from '#domain/import/column-meaning.ts';
import type { Day } from '#lib/day.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { decimalSignIn, knownDayOrder, type CsvProfile } from './inspect.ts';
import {
  identityOf,
  namedPerson,
  parsePerson,
  withLaterRow,
  type PlannedPerson,
} from './planned-person.ts';
import {
  parseMoney,
  rejectionOf,
  visitTimeIn,
  type CellProblem,
  type PlannedVisit,
  type VisitRules,
} from './planned-visit.ts';
import {
  cellOf,
  columnsByMeaning,
  hasColumn,
  headingOf,
  isRagged,
  type ColumnsByMeaning,
} from './columns-by-meaning.ts';
import { csvParser, type CsvRow } from './parser.ts';
import { cachedZoneClock } from './zone-clock.ts';

/** What the shopkeeper chose for a file. `order` is null while nobody was asked. */
export interface ImportChoices {
  readonly firstIsHeadings: boolean;
  readonly meanings: readonly ColumnMeaning[];
  readonly order: DayOrder | null;
}

/** What reading a file needs to know of the shop. */
export interface ImportContext {
  readonly zone: string;
  /** Digits of the currency's minor unit. */
  readonly digits: number;
  readonly today: Day;
}

/** What a file would add. */
export interface ImportPlan {
  readonly people: readonly PlannedPerson[];
  readonly visits: readonly PlannedVisit[];
  /** By row; the first `maxStoredProblems`. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  /** Rows read, without headings and blank ones. */
  readonly rows: number;
}

/** Takes the text in chunks and gives the plan at the end. */
interface Planner {
  readonly feed: (text: string) => void;
  readonly end: () => ImportPlan;
}

interface OpenVisit {
  readonly row: number;
  readonly person: number | null;
  readonly at: number;
  readonly day: Day;
  readonly minute: number | null;
  amount: number | null;
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

/** Starts a plan, or gives the problem with these choices. */
export function createPlanner(
  profile: CsvProfile,
  choices: ImportChoices,
  shop: ImportContext,
): Result<Planner, ImportProblem> {
  const headings = profile.columns.map((column) => (choices.firstIsHeadings ? column.first : ''));
  const places = columnsByMeaning(choices.meanings, headings);
  if (!hasColumn(places, ...personColumns)) return failed({ kind: 'no-name-column' });
  if (!hasColumn(places, 'visit-day') && hasColumn(places, ...visitColumns))
    return failed({ kind: 'no-day-column' });
  const order = choices.order ?? knownDayOrder(profile, choices.meanings);
  if (order === null) return failed({ kind: 'day-order-unknown' });
  const rules: VisitRules = {
    order,
    today: shop.today,
    clock: cachedZoneClock(shop.zone),
    decimal: decimalSignIn(profile, choices.meanings),
    digits: shop.digits,
  };
  const plan = new PlanBuilder(places, rules);
  const reader = csvParser(profile.delimiter, plan.rowHandler(choices));
  return ok({
    feed: reader.feed,
    end() {
      reader.end();
      return plan.finished();
    },
  });
}

/** Gathers people and receipts row by row; the only state of a reading. */
class PlanBuilder {
  readonly #places: ColumnsByMeaning;
  readonly #rules: VisitRules;
  readonly #people: PlannedPerson[] = [];
  readonly #personByIdentity = new Map<string, number>();
  readonly #visits: OpenVisit[] = [];
  // Null for a rejected receipt: its other rows are left out too.
  readonly #visitByReceipt = new Map<string, OpenVisit | null>();
  readonly #problems: RowProblem[] = [];
  #problemCount = 0;
  #rows = 0;

  constructor(places: ColumnsByMeaning, rules: VisitRules) {
    this.#places = places;
    this.#rules = rules;
  }

  rowHandler({ firstIsHeadings }: ImportChoices): (row: CsvRow) => void {
    let seen = 0;
    return (row) => {
      seen += 1;
      if (seen > 1 || !firstIsHeadings) this.#addRow(row);
    };
  }

  finished(): ImportPlan {
    const visits = this.#visits.filter((visit) => this.#isPlausible(visit));
    return {
      people: this.#people.map(namedPerson),
      visits: visits.map(({ row: _row, ...visit }) => visit),
      problems: this.#problems.toSorted((a, b) => a.row - b.row),
      problemCount: this.#problemCount,
      rows: this.#rows,
    };
  }

  #addRow(row: CsvRow): void {
    this.#rows += 1;
    if (row.tooLong) return this.#rejectRow(row, { code: 'too-long', meaning: 'skip', text: '' });
    if (isRagged(this.#places, row.cells))
      return this.#rejectRow(row, { code: 'ragged-row', meaning: 'skip', text: beginningOf(row) });
    if (hasColumn(this.#places, 'visit-day')) this.#addVisit(row);
    else this.#addPerson(row);
  }

  #addPerson(row: CsvRow): void {
    if (this.#personOf(row) === null)
      this.#rejectRow(row, { code: 'no-name', meaning: 'name', text: beginningOf(row) });
  }

  #addVisit(row: CsvRow): void {
    const receipt = cellOf(this.#places, row.cells, 'receipt') || null;
    const reason = rejectionOf(this.#places, row.cells);
    if (reason !== null) {
      if (receipt !== null && !this.#visitByReceipt.has(receipt))
        this.#visitByReceipt.set(receipt, null);
      return this.#rejectRow(row, reason);
    }
    const begun = receipt === null ? undefined : this.#visitByReceipt.get(receipt);
    if (begun === undefined) this.#beginVisit(row, receipt);
    else if (begun !== null) this.#addMoney(begun, row);
  }

  #beginVisit(row: CsvRow, receipt: string | null): void {
    const time = visitTimeIn(this.#places, row.cells, this.#rules);
    if (time.kind === 'problem') return this.#rejectRow(row, time.problem);
    const person = this.#personOf(row);
    if (time.kind === 'blank') {
      const problem: CellProblem = { code: 'no-day', meaning: 'visit-day', text: '' };
      return person === null ? this.#rejectRow(row, problem) : this.#rejectCell(row, problem);
    }
    if (time.problem !== null) this.#rejectCell(row, time.problem);
    const { at, day, minute } = time;
    const visit: OpenVisit = { row: row.number, person, at, day, minute, amount: null };
    this.#visits.push(visit);
    if (receipt !== null) this.#visitByReceipt.set(receipt, visit);
    this.#addMoney(visit, row);
  }

  #addMoney(visit: OpenVisit, row: CsvRow): void {
    const money = parseMoney(this.#places, row.cells, this.#rules);
    if (money.problem !== null) this.#rejectCell(row, money.problem);
    if (money.amount !== null) visit.amount = (visit.amount ?? 0) + money.amount;
  }

  #personOf(row: CsvRow): number | null {
    const person = parsePerson(this.#places, row.cells, this.#rules);
    const identity = identityOf(person);
    if (identity === null) return null;
    this.#checkBirthday(row, person.birthday);
    const known = this.#personByIdentity.get(identity);
    const before = known === undefined ? undefined : this.#people[known];
    if (known === undefined || before === undefined) {
      this.#personByIdentity.set(identity, this.#people.length);
      return this.#people.push({ ...person, row: row.number }) - 1;
    }
    this.#people[known] = withLaterRow(before, person);
    return known;
  }

  #checkBirthday(row: CsvRow, birthday: string | null): void {
    const text = cellOf(this.#places, row.cells, 'birthday');
    if (text !== '' && birthday === null)
      this.#rejectCell(row, { code: 'not-a-birthday', meaning: 'birthday', text });
  }

  // A refund, or more than any visit may cost, is no visit.
  #isPlausible(visit: OpenVisit): boolean {
    if (visit.amount === null || isAmount(visit.amount)) return true;
    const code = visit.amount < 0 ? 'negative-amount' : 'not-an-amount';
    this.#addProblem(
      visit.row,
      { code, meaning: 'amount', text: String(visit.amount / 10 ** this.#rules.digits) },
      'row',
    );
    return false;
  }

  #rejectRow(row: CsvRow, problem: CellProblem): void {
    this.#addProblem(row.number, problem, 'row');
  }

  #rejectCell(row: CsvRow, problem: CellProblem): void {
    this.#addProblem(row.number, problem, 'part');
  }

  #addProblem(row: number, { code, meaning, text }: CellProblem, left: RowProblem['left']): void {
    this.#problemCount += 1;
    if (this.#problems.length >= maxStoredProblems) return;
    this.#problems.push({
      row,
      column: shortenedProblemText(headingOf(this.#places, meaning)),
      code,
      text: shortenedProblemText(text),
      left,
    });
  }
}

function beginningOf({ cells }: CsvRow): string {
  return cells.slice(0, 4).join(' | ');
}
