import type { HeldData } from '#app/privacy/held-data.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { countText, numberText, type Wording } from '#i18n/format.ts';
import type { DocumentPart } from '#paper/sheets/document-sheets.ts';
import { m } from '#ui/messages.ts';
import { gestureLine, momentLine, visitLine, weekLine } from './event-lines.ts';
import { otherLines } from './other-lines.ts';
import { permissionLines, personLines } from './person-lines.ts';

export interface HeldWords {
  readonly settings: Settings;
  readonly wording: Wording;
  /** What the app works out, in sentences. */
  readonly conclusions: readonly string[];
}

/** Everything that is held about one person, in the order in which it is read: for them. */
export function heldParts(data: HeldData, words: HeldWords): readonly DocumentPart[] {
  const { wording, settings, conclusions } = words;
  const { today } = wording;
  const own = ownRows(data);
  const another = m.held_another();
  return [
    ...section(m.held_about_shop(), [...shopLines(settings), ...rightsLines(settings)]),
    ...section(
      m.held_about(),
      own.customers.flatMap((row) => personLines(row, today)),
    ),
    ...section(
      m.held_permissions(),
      own.customers.flatMap((row) => permissionLines(row, today)),
    ),
    ...section(m.held_conclusions(), conclusions),
    ...section(
      m.held_visits({ count: numberText(own.visits.length) }),
      own.visits
        .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
        .map((row) => visitLine(row, wording)),
    ),
    ...section(
      m.held_moments(),
      own.moments.map((row) => momentLine(row, wording)),
    ),
    ...section(
      m.held_gestures(),
      own.gestures.map((row) => gestureLine(row, wording)),
    ),
    ...section(
      m.held_weeks(),
      data.rows.weeks.map((row) => weekLine(row, today)),
    ),
    ...section(m.held_other(), otherLines(data, { wording, another, zone: settings.zone })),
  ];
}

/** Why it is kept, who sees it, for how long, and what the person may ask for. */
export function rightsLines({ retentionYears }: Settings): readonly string[] {
  const howLong =
    retentionYears === null
      ? m.held_how_long_open()
      : m.held_how_long({ count: retentionYears, words: countText(retentionYears) });
  return [m.held_why(), m.held_who_sees(), howLong, m.held_rights()];
}

// What stands in a row of theirs has its number; of others' rows only a part is held here.
function ownRows({ rows }: HeldData): HeldData['rows'] {
  return {
    ...rows,
    customers: rows.customers.filter(({ id }) => id !== undefined),
    visits: rows.visits.filter(({ id }) => id !== undefined),
    moments: rows.moments.filter(({ id }) => id !== undefined),
    gestures: rows.gestures.filter(({ id }) => id !== undefined),
  };
}

function shopLines({ shopName, shopAddress, shopPhone, shopEmail }: Settings): readonly string[] {
  return [shopName, ...shopAddress.split('\n'), shopPhone, shopEmail].filter((line) => line !== '');
}

function section(heading: string, lines: readonly string[]): readonly DocumentPart[] {
  const said = lines.length === 0 ? [m.held_nothing()] : lines;
  return [
    { kind: 'heading', text: heading },
    ...said.map((text) => ({ kind: 'line', text }) as const),
  ];
}
