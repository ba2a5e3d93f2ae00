// What is shown of a plan before anything is written: lines as they would stand, the first and last
// day, the sum, and what is not used.

import type { Day } from '#lib/day.ts';
import type { ListProfile } from './inspect-list.ts';
import type { ImportChoices } from './list-choices.ts';
import type { ImportPlan } from './plan-list.ts';

/** One line as it would stand in the shop. */
export interface PreviewLine {
  readonly row: number;
  readonly name: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly birthday: string | null;
  readonly day: Day | null;
  readonly minute: number | null;
  readonly amount: number | null;
}

/** A column that is not used, with three of its values. */
export interface UnusedColumn {
  readonly heading: string;
  readonly samples: readonly string[];
}

/** What a list would bring, in figures and examples. */
export interface ListSummary {
  readonly lines: readonly PreviewLine[];
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** Minor units of the visits' amounts. */
  readonly sum: number;
  readonly unused: readonly UnusedColumn[];
}

const firstLines = 3;
const middleLines = 2;
const visibleSamples = 3;

/** The summary of `plan`. */
export function summarizeList(
  plan: ImportPlan,
  profile: ListProfile,
  { meanings }: ImportChoices,
): ListSummary {
  const { visits } = plan;
  const days = visits.map(({ day }) => day);
  return {
    lines: linesOf(plan),
    firstDay: days.reduce<Day | null>((min, day) => (min === null || day < min ? day : min), null),
    lastDay: days.reduce<Day | null>((max, day) => (max === null || day > max ? day : max), null),
    sum: visits.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    unused: unusedColumns(profile, meanings),
  };
}

function unusedColumns(
  { columns, sample }: ListProfile,
  meanings: ImportChoices['meanings'],
): readonly UnusedColumn[] {
  return columns.flatMap(({ heading }, index) => {
    if (meanings[index] !== 'skip') return [];
    const cells = sample.flatMap((row) => row[index]?.trim() || []);
    const samples = [...new Set(cells)].slice(0, visibleSamples);
    return samples.length === 0 ? [] : [{ heading: heading.trim(), samples }];
  });
}

function linesOf(plan: ImportPlan): readonly PreviewLine[] {
  const rows = plan.visits.length > 0 ? plan.visits : plan.people;
  const middle = Math.floor(rows.length / 2);
  const places = [
    ...Array.from({ length: firstLines }, (_, at) => at),
    ...Array.from({ length: middleLines }, (_, at) => middle + at),
    ...oddPlaces(plan),
  ];
  const chosen = [...new Set(places)]
    .filter((place) => place < rows.length)
    .toSorted((a, b) => a - b);
  return chosen.map((place) => lineAt(plan, place));
}

// The dearest, one without a time, one without an amount, and the longest name: where a wrong
// column shows first.
function oddPlaces({ visits, people }: ImportPlan): readonly number[] {
  if (visits.length === 0) return [placeOfMax(people, ({ name }) => name.length)];
  return [
    placeOfMax(visits, ({ amount }) => amount ?? -1),
    visits.findIndex(({ minute }) => minute === null),
    visits.findIndex(({ amount }) => amount === null),
    placeOfMax(visits, ({ person }) => people[person ?? -1]?.name.length ?? 0),
  ].filter((place) => place !== -1);
}

function placeOfMax<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  let best = -1;
  let max = -Infinity;
  items.forEach((item, place) => {
    const value = valueOf(item);
    if (value > max) [best, max] = [place, value];
  });
  return best;
}

function lineAt({ visits, people }: ImportPlan, place: number): PreviewLine {
  const visit = visits[place];
  const person = visit === undefined ? people[place] : people[visit.person ?? -1];
  const { day = null, minute = null, amount = null } = visit ?? {};
  return {
    ...blankLine,
    ...personLine(person),
    ...(visit === undefined ? {} : { row: visit.row }),
    day,
    minute,
    amount,
  };
}

const blankLine: PreviewLine = {
  row: 0,
  name: '',
  phones: [],
  emails: [],
  birthday: null,
  day: null,
  minute: null,
  amount: null,
};

function personLine(person: ImportPlan['people'][number] | undefined): Partial<PreviewLine> {
  if (person === undefined) return {};
  const { row, name, phones, emails, birthday } = person;
  return { row, name, phones, emails, birthday };
}
