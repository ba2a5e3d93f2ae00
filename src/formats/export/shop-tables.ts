// The shop as tables: what it knows, one row for each person, visit, thank-you, thing noticed,
// member of a home, and perk. The headings of people and visits are those that our own import
// knows, so that these lists come home. Must never hold anybody who asked to be erased.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { Household } from '#domain/customers/household.ts';
import { isLive } from '#domain/customers/preference.ts';
import { presentPeople } from '#domain/customers/present-people.ts';
import type { Perk } from '#domain/week/perk.ts';
import type { Moment } from '#domain/visits/moment.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import { gestureStateOf } from '#domain/week/gesture-state.ts';
import { compareCodePoints } from '#lib/compare.ts';
import {
  dayCell,
  moneyCell,
  textCell,
  yesCell,
  type ExportCell,
  type ExportTable,
  type ExportTableName,
} from './export-table.ts';
import { homesTable } from './homes-table.ts';
import { listedAnswers } from './listed-answers.ts';
import { perksTable } from './perks-table.ts';

/** The facts that lists are made of. */
export interface ExportFacts {
  readonly customers: readonly Customer[];
  readonly visits: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
  readonly households: readonly Household[];
  readonly perks: readonly Perk[];
}

/** Everybody as lists name them, by name. */
export function peopleOf(customers: readonly Customer[]): readonly Customer[] {
  return presentPeople(customers).toSorted(
    (a, b) => compareCodePoints(a.name, b.name) || compareCodePoints(a.id, b.id),
  );
}

/** The tables `wanted`, in their order. */
export function shopTables(
  facts: ExportFacts,
  wanted: readonly ExportTableName[],
): readonly ExportTable[] {
  const people = peopleOf(facts.customers);
  const listed: Listed = { people, owners: ownersOf(facts.customers, people) };
  return wanted.map((name) => tables[name](facts, listed));
}

interface Listed {
  readonly people: readonly Customer[];
  /** Who each id belongs to now; nobody for those who are hidden or undone. */
  readonly owners: ReadonlyMap<CustomerId, Customer>;
}

const tables: Readonly<
  Record<ExportTableName, (facts: ExportFacts, listed: Listed) => ExportTable>
> = {
  People: (_facts, listed) => peopleTable(listed),
  Visits: ({ visits }, listed) => visitsTable(visits, listed),
  Thanks: ({ gestures }, listed) => thanksTable(gestures, listed),
  Noticed: ({ moments }, listed) => noticedTable(moments, listed),
  Homes: (facts, { people }) => homesTable(facts, people),
  Perks: ({ perks }) => perksTable(perks),
};

function ownersOf(
  customers: readonly Customer[],
  people: readonly Customer[],
): ReadonlyMap<CustomerId, Customer> {
  const rows = new Map(customers.map((each) => [each.id, each]));
  const present = new Map(people.map((each) => [each.id, each]));
  const owners = new Map<CustomerId, Customer>();
  for (const { id } of customers) {
    let at = rows.get(id);
    while (at !== undefined && at.mergedInto !== null) at = rows.get(at.mergedInto);
    const owner = at === undefined ? undefined : present.get(at.id);
    if (owner !== undefined) owners.set(id, owner);
  }
  return owners;
}

function peopleTable({ people, owners }: Listed): ExportTable {
  const lists = {
    alsoCalled: 'Also called',
    phones: 'Phone',
    emails: 'Email',
    addresses: 'Address',
  };
  const several = Object.entries(lists).map(([field, heading]) => {
    const valuesOf = (person: Customer): readonly string[] => listsOf(person)[field] ?? [];
    const most = people.reduce((max, person) => Math.max(max, valuesOf(person).length), 1);
    return { valuesOf, headings: numbered(heading, most) };
  });
  return {
    name: 'People',
    headings: [
      'Regulars ID',
      'Name',
      ...several.flatMap(({ headings }) => headings),
      'How you know them',
      'Birthday',
      'Note',
      'Likes',
      'May email',
      'May phone',
      'May post',
      'Sent by',
    ],
    rows: people.map((person) => [
      textCell(person.id),
      textCell(person.name),
      ...several.flatMap(({ valuesOf, headings }) =>
        headings.map((_heading, place) => textCell(valuesOf(person)[place] ?? null)),
      ),
      textCell(person.cue),
      textCell(person.birthday),
      textCell(person.note),
      textCell(
        person.preferences
          .filter(isLive)
          .map(({ text }) => text)
          .join('; '),
      ),
      ...listedAnswers(person).map(textCell),
      textCell(person.sentBy === null ? null : (owners.get(person.sentBy)?.name ?? null)),
    ]),
  };
}

function listsOf({
  alsoCalled,
  phones,
  emails,
  addresses,
}: Customer): Readonly<Record<string, readonly string[]>> {
  return { alsoCalled, phones, emails, addresses };
}

function numbered(heading: string, most: number): readonly string[] {
  return Array.from({ length: most }, (_each, place) =>
    place === 0 ? heading : `${heading} ${place + 1}`,
  );
}

function visitsTable(visits: readonly Visit[], { owners }: Listed): ExportTable {
  const live = visits.filter(({ voided }) => !voided).toSorted((a, b) => a.at - b.at);
  return {
    name: 'Visits',
    headings: [
      'Regulars ID',
      'Name',
      'Date',
      'Time',
      'Amount',
      'Just looking',
      'On offer',
      'Marks',
      'Visit note',
      'Receipt',
    ],
    rows: live.map((visit) => {
      const owner = visit.customerId === null ? undefined : owners.get(visit.customerId);
      const isAnonymous = owner === undefined;
      return [
        ...whoseCells(owner),
        dayCell(visit.day),
        textCell(visit.minute === null ? null : clockText(visit.minute)),
        moneyCell(visit.amount),
        yesCell(visit.kind === 'browsed'),
        yesCell(visit.reduced),
        textCell(isAnonymous ? null : visit.marks.join(', ')),
        // Whoever waits to be erased is in no list, and neither is what was written about them.
        textCell(isAnonymous && visit.customerId !== null ? null : visit.note),
        textCell(isAnonymous && visit.customerId !== null ? null : visit.receipt),
      ];
    }),
  };
}

function thanksTable(gestures: readonly Gesture[], { owners }: Listed): ExportTable {
  const rows = gestures.flatMap((gesture) => {
    const owner = owners.get(gesture.customerId);
    const state = gestureStateOf(gesture);
    return owner === undefined || state === 'taken-back' ? [] : [{ gesture, owner, state }];
  });
  return {
    name: 'Thanks',
    headings: [
      'Regulars ID',
      'Name',
      'Kind',
      'Words',
      'Cost',
      'Planned on',
      'Printed on',
      'Handed over on',
      'State',
    ],
    rows: rows
      .toSorted((a, b) => compareCodePoints(a.gesture.plannedOn, b.gesture.plannedOn))
      .map(({ gesture, owner, state }) => [
        ...whoseCells(owner),
        textCell(gesture.kind),
        textCell(gesture.words),
        moneyCell(gesture.cost),
        dayCell(gesture.plannedOn),
        dayCell(gesture.printedOn),
        dayCell(gesture.handedOverOn),
        textCell(state),
      ]),
  };
}

function noticedTable(moments: readonly Moment[], { owners }: Listed): ExportTable {
  const rows = moments.flatMap((moment) => {
    const owner = owners.get(moment.customerId);
    return owner === undefined || moment.voided ? [] : [{ moment, owner }];
  });
  return {
    name: 'Noticed',
    headings: ['Regulars ID', 'Name', 'Day', 'Kind', 'Words', 'About', 'Answered on'],
    rows: rows
      .toSorted((a, b) => compareCodePoints(a.moment.day, b.moment.day))
      .map(({ moment, owner }) => [
        ...whoseCells(owner),
        dayCell(moment.day),
        textCell(moment.kind),
        textCell(moment.text),
        textCell(moment.about === null ? null : (owners.get(moment.about)?.name ?? null)),
        dayCell(moment.answeredOn),
      ]),
  };
}

function whoseCells(owner: Customer | undefined): readonly ExportCell[] {
  return [textCell(owner?.id ?? null), textCell(owner?.name ?? null)];
}

function clockText(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
