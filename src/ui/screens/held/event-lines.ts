import type { Moment } from '#domain/visits/moment.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import { dayText, enumeration, money, type Wording } from '#i18n/format.ts';
import { timeText } from '#i18n/date-time.ts';
import { reasonSentence } from '#i18n/reasons.ts';
import { gestureWords, markWords, momentWords } from '#i18n/story.ts';
import type { Day } from '#lib/day.ts';
import { m } from '#ui/messages.ts';
import { fieldTextsOf, silent, type FieldTexts } from './field-texts.ts';

/** One visit as one line, with everything that is stored of it. */
export function visitLine(row: Partial<Visit>, wording: Wording): string {
  return joined(fieldTextsOf<Visit>(row, visitTexts(wording)));
}

/** Something noticed as one line. */
export function momentLine(row: Partial<Moment>, { today }: Wording): string {
  const texts: FieldTexts<Moment> = {
    day: (day) => dayText(day, today),
    kind: momentWords,
    about: (who) => m.held_about_another({ who }),
    text: quoted,
    answeredOn: (day) => m.held_answered({ day: dayText(day, today) }),
    voided: undone,
    visitId: silent,
    ...silentKeys,
  };
  return joined(fieldTextsOf<Moment>(row, texts));
}

/** A thank-you, perk or message as one line. */
export function gestureLine(row: Partial<Gesture>, wording: Wording): string {
  return joined(fieldTextsOf<Gesture>(row, gestureTexts(row, wording)));
}

/** In which lists of one week they stood. */
export function weekLine(row: Partial<WeekDecisions>, today: Day): string {
  const texts: FieldTexts<WeekDecisions> = {
    week: (day) => m.held_week({ day: dayText(day, today) }),
    eligible: among(m.held_week_eligible),
    chosen: among(m.held_week_chosen),
    heldOut: among(m.held_week_held_out),
    skipped: among(m.held_week_skipped),
    budgetMoney: silent,
    budgetPieces: silent,
    made: silent,
    edits: silent,
  };
  return joined(fieldTextsOf<WeekDecisions>(row, texts));
}

const silentKeys = {
  id: silent,
  customerId: silent,
  createdAt: silent,
  made: silent,
  edits: silent,
};

function visitTexts({ today, currency }: Wording): FieldTexts<Visit> {
  return {
    day: (day) => dayText(day, today),
    minute: timeText,
    kind: (kind) => (kind === 'browsed' ? m.customer_just_looking() : null),
    amount: (amount) => money(amount, currency),
    reduced: (isReduced) => (isReduced ? m.customer_mark_reduced() : null),
    marks: (marks) => (marks.length === 0 ? null : enumeration(marks.map(markWords))),
    note: quoted,
    receipt: (number) => m.held_receipt({ number }),
    importId: () => m.held_listed(),
    voided: undone,
    at: silent,
    whose: silent,
    ...silentKeys,
  };
}

function gestureTexts(row: Partial<Gesture>, wording: Wording): FieldTexts<Gesture> {
  const on = (said: (facts: { readonly day: string }) => string) => (day: Day) =>
    said({ day: dayText(day, wording.today) });
  return {
    kind: (kind) => gestureWords({ kind, words: row.words ?? '' }),
    // Said in the place of the kind.
    words: silent,
    purpose: (purpose) => m.held_purpose({ purpose }),
    way: (way) => m.held_way({ way }),
    plannedOn: on(m.held_planned),
    printedOn: on(m.held_printed),
    handedOverOn: on(m.held_given),
    skippedOn: on(m.held_passed),
    declinedOn: on(m.held_declined),
    expiresOn: on(m.held_expires),
    cost: (cost) => (cost === 0 ? null : m.held_cost({ amount: money(cost, wording.currency) })),
    reasons: (reasons) =>
      reasons.length === 0
        ? null
        : m.held_because({
            reason: reasons.map((reason) => reasonSentence(reason, wording)).join(' '),
          }),
    voided: undone,
    week: silent,
    windowDays: silent,
    // With their own names, further down.
    roundId: silent,
    perkId: silent,
    perkRound: silent,
    householdId: silent,
    ...silentKeys,
  };
}

function among(said: () => string): (ids: readonly unknown[]) => string | null {
  return (ids) => (ids.length === 0 ? null : said());
}

function quoted(text: string): string | null {
  return text === '' ? null : m.customer_quoted({ text });
}

function undone(isUndone: boolean): string | null {
  return isUndone ? m.held_taken_back() : null;
}

function joined([first = '', ...others]: readonly string[]): string {
  return others.reduce((line, rest) => m.held_parts({ first: line, rest }), first);
}
