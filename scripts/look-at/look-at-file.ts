// One list through the readers of the app, with the answers of the wizard, into a shop in memory.

import { openList } from '../../src/app/import/open-list.ts';
import type { OpenedList } from '../../src/app/import/opened-list.ts';
import { suggestChoices } from '../../src/app/import/column-mapping.ts';
import type { ImportProblem } from '../../src/domain/import/import-problem.ts';
import type { RowProblem } from '../../src/domain/import/shop-import.ts';
import { failed, ok, type Result } from '../../src/lib/result.ts';
import { nameKey } from '../../src/formats/lists/group-people.ts';
import {
  ambiguousDay,
  inspectList,
  knownDayOrder,
  type ListProfile,
} from '../../src/formats/lists/inspect-list.ts';
import type { ImportChoices } from '../../src/formats/lists/list-choices.ts';
import { createImportPlan, type ImportPlan } from '../../src/formats/lists/plan-list.ts';
import {
  resolveList,
  type MatchAnswers,
  type ResolvedList,
} from '../../src/formats/lists/resolve-list.ts';
import { withoutPeople } from '../../src/formats/lists/without-people.ts';
import { currencyCalled } from '../../src/domain/shop/money.ts';
import type { FileAnswers } from './answers.ts';
import type { MemoryShop } from './memory-shop.ts';

/** Somebody of a list. `address` is the first of `addresses`. */
export interface SeenPerson {
  readonly name: string;
  readonly alsoCalled: readonly string[];
  readonly phones: readonly string[];
  readonly mails: readonly string[];
  readonly birthday: string | null;
  readonly address: string;
  readonly addresses: readonly string[];
  readonly number: string | null;
  readonly consents: Readonly<Record<string, 'yes' | 'no' | null>>;
  readonly note: string;
}

/** A visit of a list; `who` is null for somebody without a name. */
export interface SeenVisit {
  readonly who: string | null;
  readonly day: string;
  readonly minute: number | null;
  readonly amount: number | null;
  readonly receipt: string | null;
  readonly row: number;
}

/** A row, or a part of one, that could not be used. */
interface SeenProblem {
  readonly row: number;
  readonly why: string;
  readonly column: string;
  readonly text: string;
  readonly left: 'row' | 'part';
}

/** What was asked about a list, and what belongs to the question. */
type SeenQuestion = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** What was seen of one list. Amounts are whole units with a fraction, as a receipt has them. */
export interface LookedAtFile {
  readonly name: string;
  readonly kind: OpenedList['kind'];
  readonly encoding: string | null;
  readonly headingRow: number | null;
  readonly columns: readonly { readonly heading: string; readonly meaning: string }[];
  readonly questions: readonly SeenQuestion[];
  readonly rows: number;
  readonly people: readonly SeenPerson[];
  readonly visits: readonly SeenVisit[];
  readonly leftOut: readonly SeenProblem[];
  readonly currency: string;
  readonly sum: number;
  /** The same as `leftOut`, as the app has it. */
  readonly problems: readonly RowProblem[];
}

/** Looks at `file` and adds what it brings to `shop`. */
export async function lookAtFile(
  file: File,
  answers: FileAnswers,
  shop: MemoryShop,
): Promise<Result<LookedAtFile, ImportProblem>> {
  for (const name of answers.forget) shop.forget(name);
  const opened = await openList(file, answers, () => {});
  if (!opened.ok) return opened;
  const { text, ...meta } = opened.value;
  const { today } = shop.context;
  const profile = inspectList(text, { delimiter: meta.delimiter, today });
  if (!profile.ok) return profile;
  const choices = choicesFor(profile.value, meta, answers);
  const planned = createImportPlan(text, profile.value, { choices, shop: shop.context });
  if (!planned.ok) return failed(planned.problem);
  const plan = withoutPeople(planned.value, shop.findForgotten(planned.value.people));
  const resolved = resolveList(plan, shop.known(), {
    answers: matchAnswers(plan, answers),
    origin: shop.originOf(profile.value.table.headings),
  });
  shop.add(plan, resolved);
  return ok(lookedAt(opened.value, { profile: profile.value, choices, plan, resolved }));
}

function choicesFor(
  profile: ListProfile,
  meta: Omit<OpenedList, 'text'>,
  answers: FileAnswers,
): ImportChoices {
  const proposed = suggestChoices({ ...meta, profile, layout: null });
  const meanings = proposed.meanings.map((meaning, index) => {
    const heading = profile.columns[index]?.heading.trim() ?? '';
    return answers.columns[heading] ?? answers.columns[String(index + 1)] ?? meaning;
  });
  const standIns = Object.entries(answers.standIns).map(([name, answer]) => [
    nameKey(name),
    answer,
  ]);
  return {
    firstIsHeadings: answers.firstIsHeadings ?? proposed.firstIsHeadings,
    meanings,
    // The wizard asks, with the day first.
    order: answers.order ?? knownDayOrder(profile, meanings) ?? 'day-first',
    currency: answers.currency,
    standIns: Object.fromEntries(standIns),
  };
}

function matchAnswers({ people }: ImportPlan, answers: FileAnswers): MatchAnswers {
  const each = people.flatMap(({ name }, person) => {
    const answer = answers.people[name];
    return answer === undefined ? [] : [{ person, answer }];
  });
  return { all: answers.same, each };
}

interface Looked {
  readonly profile: ListProfile;
  readonly choices: ImportChoices;
  readonly plan: ImportPlan;
  readonly resolved: ResolvedList;
}

function lookedAt(opened: OpenedList, { profile, choices, plan, resolved }: Looked): LookedAtFile {
  const money = moneyIn(plan.currency);
  return {
    name: opened.fileName,
    kind: opened.kind,
    encoding: opened.encoding,
    headingRow: profile.table.headingRow,
    columns: profile.columns.map(({ heading }, index) => ({
      heading,
      meaning: choices.meanings[index] ?? 'skip',
    })),
    questions: questionsOf(opened, { profile, choices, plan, resolved }),
    rows: plan.rows,
    people: plan.people.map(personSeen),
    visits: plan.visits.map(({ person, day, minute, amount, receipt, row }) => ({
      who: plan.people[person ?? -1]?.name ?? null,
      day,
      minute,
      amount: amount === null ? null : money(amount),
      receipt,
      row,
    })),
    leftOut: plan.problems.map(({ row, code, column, text, left }) => ({
      row,
      why: code,
      column,
      text,
      left,
    })),
    currency: plan.currency,
    sum: money(plan.visits.reduce((sum, { amount }) => sum + (amount ?? 0), 0)),
    problems: plan.problems,
  };
}

function personSeen(person: ImportPlan['people'][number]): SeenPerson {
  const { name, alsoCalled, phones, emails, birthday, addresses, importKey, consents, note } =
    person;
  return {
    name,
    alsoCalled,
    phones,
    mails: emails,
    birthday,
    address: addresses[0] ?? '',
    addresses,
    number: importKey,
    consents: { ...consents },
    note,
  };
}

function questionsOf(
  { isEncodingSure, encodingChoices }: OpenedList,
  { profile, choices, plan, resolved }: Looked,
): readonly SeenQuestion[] {
  const namesakes = resolved.matches.filter(
    ({ isSure, other }) => !isSure && other.kind === 'customer',
  );
  const twins = resolved.matches.filter(({ other }) => other.kind === 'listed');
  const example = ambiguousDay(profile, choices.meanings);
  const isOrderOpen = knownDayOrder(profile, choices.meanings) === null;
  return [
    ...(isEncodingSure ? [] : [{ kind: 'letters', choices: encodingChoices }]),
    ...(isOrderOpen ? [{ kind: 'day-order', example, taken: choices.order }] : []),
    ...(plan.standIns.length === 0 ? [] : [{ kind: 'stand-ins', names: plan.standIns }]),
    ...(namesakes.length === 0 ? [] : [{ kind: 'same-people', pairs: pairsOf(plan, namesakes) }]),
    ...(twins.length === 0 ? [] : [{ kind: 'twice-in-list', pairs: pairsOf(plan, twins) }]),
  ];
}

function pairsOf(
  { people }: ImportPlan,
  matches: ResolvedList['matches'],
): readonly Readonly<Record<string, unknown>>[] {
  return matches.map(({ person, fields, answer, other }) => ({
    name: people[person]?.name,
    with: other.kind === 'listed' ? people[other.person]?.name : other.id,
    fields,
    answer,
  }));
}

function moneyIn(currency: string): (units: number) => number {
  const { digits } = currencyCalled(currency);
  return (units) => Number((units / 10 ** digits).toFixed(digits));
}
