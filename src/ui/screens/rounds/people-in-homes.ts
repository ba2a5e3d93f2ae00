import { numberText } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';

/** "48 people" and "36 homes", each counted in its own form. */
export function peopleInHomes(
  people: number,
  homes: number,
): { readonly people: string; readonly homes: string } {
  return {
    people: m.people_count({ count: people, text: numberText(people) }),
    homes: m.rounds_homes({ count: homes, text: numberText(homes) }),
  };
}
