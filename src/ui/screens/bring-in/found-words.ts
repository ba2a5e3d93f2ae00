import { numberText } from '#i18n/format.ts';
import { m } from '../../words.ts';

/** "212 people, 1,840 visits." */
export function foundWords(found: { readonly people: number; readonly visits: number }): string {
  const people = m.bring_in_people({ count: found.people, text: numberText(found.people) });
  if (found.visits === 0) return m.bring_in_people_only({ people });
  const visits = m.bring_in_visits({ count: found.visits, text: numberText(found.visits) });
  return m.bring_in_both({ people, visits });
}
