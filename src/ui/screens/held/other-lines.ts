import type { HeldData } from '#app/privacy/held-data.ts';
import { dayText, type Wording } from '#i18n/format.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { m } from '#ui/messages.ts';
import { gestureLine, visitLine } from './event-lines.ts';

export interface OtherWords {
  readonly wording: Wording;
  /** The shop's time zone. */
  readonly zone: string;
  readonly another: string;
}

/** The home, perks, lists and files that their rows point to, and where others' rows name them. */
export function otherLines(data: HeldData, words: OtherWords): readonly string[] {
  const { rows, halfTyped } = data;
  return [
    ...homeLines(data, words.another),
    ...rows.perks.flatMap(({ title, gives }) => said(title || gives, titledPerk)),
    ...rows.rounds.flatMap(({ name, year = 0 }) =>
      said(name, (text) => m.held_round({ name: text, year })),
    ),
    ...importLines(data, words),
    ...mentionLines(data, words),
    ...(halfTyped === null ? [] : [m.held_half_typed({ text: halfTyped })]),
  ];
}

function homeLines({ rows }: HeldData, another: string): readonly string[] {
  return rows.households.flatMap(({ name, letterName, addressOf }) => [
    ...said(name, (text) => m.held_home({ name: text })),
    ...said(letterName, (text) => m.held_home({ name: text })),
    ...said(addressOf, (who) =>
      m.held_home_address({ who: who === another ? another : m.held_home_you() }),
    ),
  ]);
}

function importLines({ rows }: HeldData, { wording, zone }: OtherWords): readonly string[] {
  return rows.imports.flatMap(({ fileName, at = 0 }) =>
    said(fileName, (name) =>
      m.held_import({ name, day: dayText(toLocalTime(at, zone).day, wording.today) }),
    ),
  );
}

// Rows of other people say whom they are about only by what names this person.
function mentionLines({ rows }: HeldData, words: OtherWords): readonly string[] {
  const { wording, another: who } = words;
  return [
    ...rows.customers
      .filter(({ id }) => id === undefined)
      .map(({ sentBy }) =>
        sentBy === undefined ? m.held_named_elsewhere({ who }) : m.held_sent_another({ who }),
      ),
    ...rows.moments.filter(({ id }) => id === undefined).map(() => m.held_sent_by_another({ who })),
    ...rows.visits
      .filter(({ id }) => id === undefined)
      .map((visit) => m.held_other_said({ text: visitLine(visit, wording) })),
    ...rows.gestures
      .filter(({ id }) => id === undefined)
      .map((gesture) => m.held_other_said({ text: gestureLine(gesture, wording) })),
  ];
}

function titledPerk(title: string): string {
  return m.held_perk({ title });
}

function said(text: string | null | undefined, line: (text: string) => string): readonly string[] {
  return text === null || text === undefined || text === '' ? [] : [line(text)];
}
