// What somebody answered when asked whether the shop may write, call, or put up their name: one
// entry for each answer, never overwritten. Thanks by hand need no answer, letters go unless it is
// no, and everything else needs a yes.

import { compareCodePoints } from '#lib/compare.ts';
import type { Day } from '#lib/day.ts';

/** What for: thanks, news of the shop, the wall of thanks; `any` is about all of them. */
export const permissionPurposes = ['thanks', 'news', 'wall', 'any'] as const;

/** How: `shop` is what hangs in the shop itself; `any` is about all ways. */
export const permissionWays = ['post', 'email', 'text', 'call', 'shop', 'any'] as const;

export type PermissionPurpose = (typeof permissionPurposes)[number];
export type PermissionWay = (typeof permissionWays)[number];

/** One answer, with the day it was given and the words that were shown for it. */
export interface Permission {
  readonly purpose: PermissionPurpose;
  readonly way: PermissionWay;
  readonly answer: 'yes' | 'no';
  readonly day: Day;
  /** How it was given, in the shop's words: "said so at the counter". */
  readonly how: string;
  /** The sentence they agreed to; empty where nobody can show it any more. */
  readonly words: string;
  /** Epoch ms, 0 in rows of older code: decides between two answers of one day. */
  readonly notedAt: number;
}

/** As much of a customer as decides what they may be sent. */
export interface Addressee {
  readonly permissions: readonly Permission[];
  readonly young: boolean;
  readonly diedOn: Day | null;
}

/** What is asked: one purpose, one way. */
export interface PermissionQuestion {
  readonly purpose: Exclude<PermissionPurpose, 'any'>;
  readonly way: Exclude<PermissionWay, 'any'>;
}

/** The latest answer that fits the question; null when nobody asked. */
export function latestPermission(
  permissions: readonly Permission[],
  { purpose, way }: PermissionQuestion,
): Permission | null {
  return permissions
    .filter(
      (each) =>
        (each.purpose === purpose || each.purpose === 'any') &&
        (each.way === way || each.way === 'any'),
    )
    .reduce<Permission | null>(laterPermission, null);
}

/** Whether the shop may do this. Nobody young and nobody who died is ever written to. */
export function isPermitted(addressee: Addressee, question: PermissionQuestion): boolean {
  if (addressee.young || addressee.diedOn !== null) return false;
  const answer = latestPermission(addressee.permissions, question)?.answer ?? null;
  return answer === null ? question.way === 'post' : answer === 'yes';
}

/** `no` to every purpose and way, in one answer. */
export function refusalOfAll(given: Pick<Permission, 'day' | 'how' | 'notedAt'>): Permission {
  return { purpose: 'any', way: 'any', answer: 'no', words: '', ...given };
}

/** The answers of both lists, each once. In an order of their own: which counts, the days say. */
export function mergePermissions(
  a: readonly Permission[],
  b: readonly Permission[],
): readonly Permission[] {
  const merged = new Map([...a, ...b].map((each) => [permissionKey(each), each]));
  return [...merged.keys()].toSorted(compareCodePoints).flatMap((key) => merged.get(key) ?? []);
}

/** What tells an answer from others. */
export function permissionKey(permission: Permission): string {
  const { day, notedAt, purpose, way, answer, how, words } = permission;
  return JSON.stringify([day, notedAt, purpose, way, answer, how, words]);
}

// Of one moment the no counts.
function laterPermission(known: Permission | null, other: Permission): Permission {
  if (known === null) return other;
  if (known.day !== other.day) return known.day > other.day ? known : other;
  if (known.notedAt !== other.notedAt) return known.notedAt > other.notedAt ? known : other;
  return known.answer === 'no' ? known : other;
}
