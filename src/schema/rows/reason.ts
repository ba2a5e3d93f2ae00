// The reasons stored with a gesture. One that newer code no longer gives stays readable here.

import * as v from 'valibot';
import type { Reason } from '#domain/week/reason.ts';
import type { Weekday } from '#lib/day.ts';
import { customerId, day, figure, oneOf, text, type RowCheck } from './fields.ts';

const weekday = v.custom<Weekday>(isWeekday, 'Not a weekday');

// Only where somebody came more than once a day.
const visits = v.exactOptional(figure);
const sometimes = v.exactOptional(figure);

/** A reason of any code, with exactly the facts that belong to it. */
export const reason: RowCheck<Reason> = v.variant('code', [
  v.object({ code: v.literal('complaint-open'), day, text, visitsSince: figure }),
  v.object({ code: v.literal('feedback-open'), kind: oneOf(['praise', 'idea']), day, text }),
  v.object({
    code: v.literal('sent-people'),
    people: v.array(customerId),
    since: day,
    theirVisits: figure,
  }),
  v.object({ code: v.literal('sent-someone'), times: figure, last: day }),
  v.object({ code: v.literal('shared'), times: figure, last: day }),
  v.object({ code: v.literal('brought-friends'), times: figure, last: day }),
  v.object({
    code: v.literal('own-rhythm'),
    typicalDays: figure,
    within: figure,
    of: figure,
    low: figure,
    high: figure,
  }),
  v.object({ code: v.literal('usual-weekday'), weekday, times: figure, of: figure }),
  v.object({
    code: v.literal('overdue'),
    typicalDays: figure,
    mostlyDays: sometimes,
    silentDays: figure,
    last: day,
    emptyDays: sometimes,
  }),
  v.object({
    code: v.literal('coming-more'),
    recentVisits: figure,
    recentWeeks: figure,
    earlierVisits: figure,
    earlierWeeks: figure,
  }),
  v.object({
    code: v.literal('spending-more'),
    recentSum: figure,
    recentWeeks: figure,
    earlierSum: figure,
    earlierWeeks: figure,
  }),
  v.object({ code: v.literal('new-here'), first: day, visitDays: figure, visits }),
  v.object({ code: v.literal('came-once'), day, silentDays: figure }),
  v.object({
    code: v.literal('big-baskets'),
    yearlySum: figure,
    visitDays: figure,
    visits,
    weeks: sometimes,
    noted: sometimes,
    rank: figure,
    of: figure,
  }),
  v.object({
    code: v.literal('together'),
    first: day,
    visitDays: figure,
    visits,
    isOlder: v.exactOptional(v.literal(true)),
  }),
  v.object({ code: v.literal('visits-this-year'), visitDays: figure, visits, weeks: figure }),
  v.object({ code: v.literal('milestone'), visitDays: figure, visits, day }),
  v.object({ code: v.literal('anniversary'), years: figure, first: day }),
  v.object({ code: v.literal('birthday'), day }),
  v.object({ code: v.literal('quick-and-easy'), marked: figure, of: figure }),
  v.object({ code: v.literal('pays-on-time'), times: figure }),
  v.object({ code: v.literal('mostly-reduced'), reduced: figure, of: figure }),
  v.object({ code: v.literal('just-looking'), visits: figure, last: day }),
  v.object({ code: v.literal('back-again'), day, awayDays: figure, emptyDays: sometimes }),
  v.object({
    code: v.literal('told-us'),
    kind: oneOf(['praise', 'idea', 'complaint', 'something']),
    day,
  }),
  v.object({ code: v.literal('last-thanked'), day: v.nullable(day) }),
  v.object({ code: v.literal('reserved-place'), week: day }),
]);

function isWeekday(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 7;
}
