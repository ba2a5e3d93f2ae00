// What of a plan is new to the shop: who is somebody it knows, and which visits it has already.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { phoneKey } from '#domain/customers/phone-number.ts';
import { nameKey } from './group-people.ts';
import { bringsPermission } from './listed-permissions.ts';
import {
  matchPeople,
  type KnownCustomer,
  type PersonMatch,
  type TillOrigin,
} from './match-people.ts';
import { matchVisits, type KnownVisit } from './match-visits.ts';
import type { ImportPlan } from './plan-list.ts';
import type { PlannedPerson } from './planned-person.ts';

/** The owner's decisions about people who may be known; the others are decided as proposed. */
export interface MatchAnswers {
  /** For all who are only namesakes. */
  readonly all: 'same' | 'apart' | null;
  /** For single people, by their place in the plan. */
  readonly each: readonly { readonly person: number; readonly answer: 'same' | 'apart' }[];
}

/** A customer as a list is compared with. */
export type ComparedCustomer = KnownCustomer & Pick<Customer, 'cue' | 'note' | 'permissions'>;

/** What of the shop a list is compared with. */
export interface KnownShop {
  readonly customers: readonly ComparedCustomer[];
  /** On the days of the list. */
  readonly visits: readonly KnownVisit[];
}

/** How people are matched. */
export interface MatchRules {
  readonly answers: MatchAnswers;
  readonly origin: TillOrigin;
}

/** Nothing was answered. */
export const noAnswers: MatchAnswers = { all: null, each: [] };

/** Who a person of a list is. */
export type ResolvedPerson =
  | { readonly kind: 'new' }
  /** `brings`: the list says something of them that the shop does not know. */
  | { readonly kind: 'known'; readonly id: CustomerId; readonly brings: boolean }
  /** The same as an earlier person of the list. */
  | { readonly kind: 'listed'; readonly person: number };

/** A plan beside the shop. */
export interface ResolvedList {
  readonly matches: readonly PersonMatch[];
  /** By the plan's people. */
  readonly people: readonly ResolvedPerson[];
  /** For each of the plan's visits whether the shop has it. */
  readonly isKnownVisit: readonly boolean[];
}

/** Compares a plan with the shop. */
export function resolveList(
  { people, visits }: Pick<ImportPlan, 'people' | 'visits'>,
  shop: KnownShop,
  { answers, origin }: MatchRules,
): ResolvedList {
  const matches = matchPeople(people, shop.customers, origin);
  const resolved = resolvePeople(people, { matches, answers, customers: shop.customers });
  const idOf = (person: number): CustomerId | null => {
    const one = resolved[person];
    if (one?.kind === 'listed') return idOf(one.person);
    return one?.kind === 'known' ? one.id : null;
  };
  return { matches, people: resolved, isKnownVisit: matchVisits(visits, shop.visits, idOf) };
}

/** What counts for one match, after the owner's answers. */
export function answerOf(match: PersonMatch, { all, each }: MatchAnswers): 'same' | 'apart' {
  const own = each.find(({ person }) => person === match.person)?.answer;
  if (own !== undefined) return own;
  if (match.isSure) return 'same';
  return isNamesake(match) ? (all ?? match.answer) : match.answer;
}

/** Whether somebody is taken for a customer by the name alone, which one answer decides for all. */
export function isNamesake({ other, isSure, answer }: PersonMatch): boolean {
  return !isSure && other.kind === 'customer' && answer === 'same';
}

interface PeopleTask {
  readonly matches: readonly PersonMatch[];
  readonly answers: MatchAnswers;
  readonly customers: readonly ComparedCustomer[];
}

function resolvePeople(
  people: readonly PlannedPerson[],
  { matches, answers, customers }: PeopleTask,
): readonly ResolvedPerson[] {
  const byPerson = new Map(matches.map((match) => [match.person, match]));
  const customerById = new Map(customers.map((customer) => [customer.id, customer]));
  return people.map((person, index) => {
    const match = byPerson.get(index);
    if (match === undefined || answerOf(match, answers) === 'apart') return { kind: 'new' };
    if (match.other.kind === 'listed') return { kind: 'listed', person: match.other.person };
    const { id } = match.other;
    const known = customerById.get(id);
    return { kind: 'known', id, brings: known === undefined || bringsNews(person, known) };
  });
}

function bringsNews(person: PlannedPerson, known: ComparedCustomer): boolean {
  const names = [known.name, ...known.alsoCalled].map(nameKey);
  return (
    hasMore(person.phones, known.phones, phoneKey) ||
    hasMore(person.emails, known.emails, (email) => email.toLowerCase()) ||
    hasMore(person.addresses, known.addresses, nameKey) ||
    ![person.name, ...person.alsoCalled].every((name) => names.includes(nameKey(name))) ||
    (person.birthday !== null && known.birthday === null) ||
    (person.importKey !== null && known.importKey === null) ||
    (person.cue !== '' && known.cue === '') ||
    !known.note.includes(person.note) ||
    bringsPermission(person.consents, known.permissions)
  );
}

function hasMore(
  texts: readonly string[],
  known: readonly string[],
  keyOf: (text: string) => string,
): boolean {
  const keys = new Set(known.map(keyOf));
  return texts.some((text) => !keys.has(keyOf(text)));
}
