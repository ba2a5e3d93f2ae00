// What somebody may be asked, what they answered, and the sentence they agreed to.

import type {
  Permission,
  PermissionPurpose,
  PermissionQuestion,
  PermissionWay,
} from '#domain/customers/permission.ts';
import type { Day } from '#lib/day.ts';
import { m } from './catalogue.ts';
import { dayWords } from './story.ts';

/** "News by email". */
export function permissionText(asked: {
  readonly purpose: PermissionPurpose;
  readonly way: PermissionWay;
}): string {
  return purposes[asked.purpose]({ way: asked.way });
}

/** The whole answer, as it stands among the others. */
export function permissionLine(permission: Permission, today: Day): string {
  const facts = { what: permissionText(permission), day: dayWords(permission.day, today) };
  const line =
    permission.answer === 'yes' ? m.permission_line_yes(facts) : m.permission_line_no(facts);
  return permission.how === '' ? line : m.permission_line_how({ line, how: permission.how });
}

/** What is shown or read out to somebody before they say yes. */
export function permissionSentence({ purpose, way }: PermissionQuestion, shop: string): string {
  if (purpose === 'wall') return m.permission_words_wall({ shop });
  return purpose === 'news'
    ? m.permission_words_news({ way, shop })
    : m.permission_words_thanks({ way, shop });
}

const purposes: Readonly<Record<PermissionPurpose, (facts: { way: string }) => string>> = {
  thanks: m.permission_thanks,
  news: m.permission_news,
  wall: () => m.permission_wall(),
  any: m.permission_any,
};
