import type { Distinction } from '#domain/customers/distinction.ts';
import type { Day } from '#lib/day.ts';
import { m } from './catalogue.ts';
import { dayText } from './format.ts';

/** "red bike", "4 Mill Lane", "… 704", "since 3 May": what tells people of one name apart. */
export function distinctionText(distinction: Distinction, today: Day): string {
  switch (distinction.kind) {
    case 'cue':
    case 'street':
      return distinction.text;
    case 'phone':
      return m.people_phone_end({ digits: distinction.text });
    case 'since':
      return m.people_since({ day: dayText(distinction.day, today) });
  }
}
