// Invented, repeatable shops: the sample shop, and shops of any size for tests and measuring. The
// same plan is the same shop on every device. Nothing here is ever mixed into a real shop.

import type { Calendar } from '#domain/shop/calendar.ts';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import type { Moment } from '#domain/visits/moment.ts';
import type { Visit } from '#domain/visits/visit.ts';
import { addDays, dayAt, type Day } from '#lib/day.ts';
import { seededRandom } from '#lib/seeded-random.ts';
import { nextTimestamp } from '#lib/hlc.ts';
import { cast, habitOf, type SamplePerson } from './cast.ts';
import { crowdMember } from './crowd.ts';
import type { Habit } from './habit.ts';
import {
  sampleCustomer,
  sampleGesture,
  sampleMoment,
  sampleCustomerId,
  sampleVisit,
  type RowContext,
} from './rows.ts';
import { shopTimeOf, type ShopTime } from './shop-time.ts';
import { sampleText } from './sample-text.ts';
import { simulateVisits, type SimulatedVisit } from './simulate-visits.ts';

/** A shop to invent. Only the first four need be said. */
export interface ShopPlan {
  readonly seed: string;
  readonly customers: number;
  /** Visits in all, anonymous ones included. A shop of so many people may hold a few more. */
  readonly visits: number;
  readonly endDay: Day;
  /** The minute of the last day at which the visits end. */
  readonly endMinute?: number;
  readonly days?: number;
  readonly zone?: string;
  readonly calendar?: Calendar;
  /** Digits of the currency's minor unit. */
  readonly digits?: number;
  /** What the people of the sample are called and what was noted: English unless named. */
  readonly language?: string;
  /** `cast`: begins with the people of the sample shop. `crowd`: everybody is drawn at random. */
  readonly people?: 'cast' | 'crowd';
  /** `steady`: most of the crowd were there from the first day. `growing`: they came one by one. */
  readonly crowd?: 'steady' | 'growing';
}

/** Rows that belong together: some people with all that is theirs, or anonymous visits. */
export interface ShopPart {
  readonly customers: readonly Customer[];
  readonly visits: readonly Visit[];
  readonly moments: readonly Moment[];
  readonly gestures: readonly Gesture[];
}

/** The shop in parts, so that a million visits never lie in memory together. */
export function* generateParts(plan: ShopPlan): Generator<ShopPart> {
  const context = createContext(plan);
  let named = 0;
  for (let index = 0; index < plan.customers; index += customersPerPart) {
    const part = peoplePart(context, index, named);
    named += part.visits.length;
    yield part;
  }
  for (let number = named; number < plan.visits; number += visitsPerPart)
    yield namelessPart(context, number, Math.min(plan.visits, number + visitsPerPart));
}

/** A plan with everything computed once. `pace` makes the crowd come so much more often. */
interface GeneratorContext {
  readonly plan: ShopPlan;
  readonly days: number;
  readonly endMinute: number;
  readonly time: ShopTime;
  readonly rowContext: RowContext;
  readonly pace: number;
}

const customersPerPart = 100;
const visitsPerPart = 5_000;
const namedShare = 0.85;

function createContext(plan: ShopPlan): GeneratorContext {
  const days = plan.days ?? 365;
  const zone = plan.zone ?? 'Europe/London';
  const calendar = plan.calendar ?? openDaily;
  const time = shopTimeOf({ seed: plan.seed, endDay: plan.endDay, days, zone, calendar });
  const made = nextTimestamp({
    last: null,
    now: Math.max(0, time.at(time.lastDay, 0)),
    device: 'sample',
  });
  const unit = 10 ** ((plan.digits ?? 2) - 2);
  const language = plan.language ?? 'en';
  const say = (text: string): string => sampleText(text, language);
  const rowContext: RowContext = { time, endDay: plan.endDay, made, unit, say };
  const context = { plan, days, time, rowContext, endMinute: plan.endMinute ?? 1440, pace: 1 };
  return { ...context, pace: paceFor(context) };
}

// Simulates a few of the crowd at their own pace, to see how much faster they must come.
function paceFor(context: GeneratorContext): number {
  const { plan } = context;
  const known = plan.people === 'crowd' ? 0 : Math.min(cast.length, plan.customers);
  const crowd = plan.customers - known;
  if (crowd === 0) return 1;
  const trials = Math.min(crowd, 300);
  const visitsOf = (index: number): number => stepsOf(context, index).length;
  const walked = sumFrom(known, known + trials, visitsOf) / trials;
  const wanted = (plan.visits * namedShare - sumFrom(0, known, visitsOf)) / crowd;
  return Math.max(0.1, wanted / Math.max(1, walked));
}

function sumFrom(first: number, end: number, value: (index: number) => number): number {
  let sum = 0;
  for (let index = first; index < end; index += 1) sum += value(index);
  return sum;
}

function personAt({ plan, days }: GeneratorContext, index: number): SamplePerson {
  const known = plan.people === 'crowd' ? undefined : cast[index];
  if (known !== undefined) return known;
  const stranger = crowdMember(plan.seed, index, days);
  return plan.crowd === 'growing' ? withLaterStart(stranger, plan.seed, { index, days }) : stranger;
}

// Two thirds of a shop's people were not there when it began. Whoever has a start of their own
// keeps it.
function withLaterStart(
  stranger: SamplePerson,
  seed: string,
  { index, days }: { readonly index: number; readonly days: number },
): SamplePerson {
  const random = seededRandom(`${seed}/found/${index}`);
  const { habit } = stranger;
  const draw = random();
  if (habit.since !== days || draw > 0.67) return stranger;
  const since = Math.max(1, Math.floor(days * random()), (habit.until ?? 0) + 1);
  return { ...stranger, habit: { ...habit, since } };
}

function stepsOf(context: GeneratorContext, index: number): readonly SimulatedVisit[] {
  const { plan, time, endMinute, pace } = context;
  const habit = habitOf(personAt(context, index).habit);
  const isCast = plan.people !== 'crowd' && index < cast.length;
  const paced: Habit = isCast ? habit : { ...habit, gapDays: habit.gapDays / pace };
  const random = seededRandom(`${plan.seed}/walk/${index}`);
  return simulateVisits(paced, time, { random, endMinute });
}

function peoplePart(context: GeneratorContext, first: number, visitsBefore: number): ShopPart {
  const part: Writable<ShopPart> = { customers: [], visits: [], moments: [], gestures: [] };
  const end = Math.min(context.plan.customers, first + customersPerPart);
  for (let index = first; index < end; index += 1) {
    const steps = stepsOf(context, index);
    const numbered = steps.map((step, position) => ({
      step,
      number: visitsBefore + part.visits.length + position,
    }));
    const customerId = sampleCustomerId(index);
    for (const { step, number } of numbered)
      part.visits.push(sampleVisit(context.rowContext, number, { step, customerId }));
    addPerson(context, index, { part, steps });
  }
  return part;
}

type Writable<Part> = {
  [Key in keyof Part]: Part[Key] extends readonly (infer Row)[] ? Row[] : never;
};

function addPerson(
  context: GeneratorContext,
  index: number,
  { part, steps }: { readonly part: Writable<ShopPart>; readonly steps: readonly SimulatedVisit[] },
): void {
  const { rowContext, plan } = context;
  const who = personAt(context, index);
  const since = steps[0]?.day ?? rowContext.time.lastDay;
  const customerId = sampleCustomerId(index);
  part.customers.push(
    sampleCustomer(rowContext, index, { who, since, sentBy: idOfNamed(who.sentBy, plan) }),
  );
  for (const [position, past] of (who.moments ?? []).entries())
    part.moments.push(
      sampleMoment(rowContext, index * 16 + position, {
        customerId,
        past,
        about: idOfNamed(past.about, plan),
      }),
    );
  for (const [position, past] of (who.gestures ?? []).entries()) {
    const day = addDays(rowContext.endDay, -past.plannedAgo);
    const before = steps.filter((step) => dayAt(step.day) <= day);
    part.gestures.push(
      sampleGesture(rowContext, index * 16 + position, {
        customerId,
        past,
        reasons: [{ code: 'together', first: dayAt(since), visitDays: before.length }],
      }),
    );
  }
}

function idOfNamed(name: string | undefined, plan: ShopPlan): CustomerId | null {
  const index = name === undefined ? -1 : cast.findIndex((who) => who.name === name);
  return index < 0 || index >= plan.customers ? null : sampleCustomerId(index);
}

// Visits without a name, on any day the shop was open, at any hour.
function namelessPart(context: GeneratorContext, first: number, end: number): ShopPart {
  const { plan, time, rowContext, endMinute } = context;
  const random = seededRandom(`${plan.seed}/nameless/${first}`);
  const days = time.lastDay - time.firstDay + 1;
  const visits: Visit[] = [];
  for (let number = first; number < end; number += 1) {
    let day = time.firstDay + Math.floor(days * random());
    while (!time.isLogged(day) && day > time.firstDay) day -= 1;
    const latest = day === time.lastDay ? Math.min(endMinute, 1060) : 1060;
    const minute = Math.min(latest, 490 + Math.floor(570 * random()));
    const bought = random() < 0.85;
    const amount = bought && random() < 0.5 ? 200 + Math.round(300 * random()) * 5 : null;
    const step = { ...anonymousVisit, day, minute, bought, amount };
    visits.push(sampleVisit(rowContext, number, { step, customerId: null }));
  }
  return { customers: [], visits, moments: [], gestures: [] };
}

const anonymousVisit: SimulatedVisit = {
  day: 0,
  minute: 0,
  bought: true,
  amount: null,
  reduced: false,
  marks: [],
};

const openDaily: Calendar = { openings: [], closures: [] };
