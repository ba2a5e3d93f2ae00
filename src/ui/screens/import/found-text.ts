import { numberText } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';

/** "212 people, 1,840 visits." */
export function foundText(found: { readonly people: number; readonly visits: number }): string {
  const people = m.import_people({ count: found.people, text: numberText(found.people) });
  if (found.visits === 0) return m.import_people_only({ people });
  const visits = m.import_visits({ count: found.visits, text: numberText(found.visits) });
  return m.import_both({ people, visits });
}
