// The answers that a list tells of, as permissions. When, how and to which words they were given is
// not known: only that the list says so.

import {
  latestPermission,
  type Permission,
  type PermissionQuestion,
} from '#domain/customers/permission.ts';
import type { ListedConsents } from './planned-person.ts';

const listedWays = ['email', 'phone', 'post'] as const;

// Who lets a shop email them wants its news; a number was given for calls.
const questions: Readonly<Record<keyof ListedConsents, PermissionQuestion>> = {
  email: { purpose: 'news', way: 'email' },
  phone: { purpose: 'thanks', way: 'call' },
  post: { purpose: 'thanks', way: 'post' },
};

/** The permissions that `consents` says; a no is one to every purpose. */
export function listedPermissions(
  consents: ListedConsents,
  given: Pick<Permission, 'day' | 'how' | 'notedAt'>,
): readonly Permission[] {
  return listedWays.flatMap((each) => {
    const answer = consents[each];
    if (answer === null) return [];
    const { purpose, way } = questions[each];
    return [{ purpose: answer === 'yes' ? purpose : 'any', way, answer, words: '', ...given }];
  });
}

/** A no always counts; a yes only where nothing was said. */
export function bringsPermission(consents: ListedConsents, known: readonly Permission[]): boolean {
  return listedWays.some((way) => {
    const [said, before] = [consents[way], latestPermission(known, questions[way])];
    return said !== null && (before === null || (said === 'no' && before.answer === 'yes'));
  });
}
