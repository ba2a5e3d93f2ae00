// Why somebody is left out, counted anew from the raw rows: whether the rule truly holds, with each
// of its figures. A new rule does not compile without its recount.
import type { Gesture } from '#domain/week/gesture.ts';
import type { Exclusion, ExclusionRule, WeekSuggestions } from '#domain/week/suggestion.ts';
import { addDays, dayAt, daysBetween, mondayOf } from '#lib/day.ts';
import { gapsOf, type Counted, type RecountedShop } from './raw-count.ts';

type ExclusionByRule = { readonly [Each in Exclusion as Each['rule']]: Each };
type Facts<Rule extends ExclusionRule> = Omit<
  ExclusionByRule[Rule],
  'customerId' | 'name' | 'rule'
>;

/** Who was left out of which list. */
export interface ExcludedCustomer {
  readonly shop: RecountedShop;
  readonly person: Counted;
  readonly week: WeekSuggestions;
}

type Recounts = {
  readonly [Rule in ExclusionRule]: (asked: ExcludedCustomer) => Facts<Rule> | undefined;
};

/** The rule with its figures as the rows tell it; undefined when they do not bear it out. */
export function recountedRule(rule: ExclusionRule, asked: ExcludedCustomer): object | undefined {
  const facts = recounts[rule](asked);
  const name = asked.person.customers[0]?.name;
  return facts && { customerId: asked.person.id, name, rule, ...facts };
}

const recounts: Recounts = {
  'owner-said-no': ({ person }) =>
    when(person.customers.some((customer) => customer.suggestNothing)),
  young: ({ person }) => when(person.customers.some((customer) => customer.young)),
  'passing-through': ({ person }) =>
    when(person.customers.some((customer) => customer.passingThrough)),
  waiting: ({ shop, person }) => {
    const halfYearBefore = addDays(mondayOf(shop.raw.today), -182);
    const [first] = inPlay(person)
      .filter(
        ({ handedOverOn, skippedOn, expiresOn, plannedOn }) =>
          handedOverOn === null &&
          skippedOn === null &&
          plannedOn >= halfYearBefore &&
          (expiresOn === null || expiresOn >= shop.raw.today),
      )
      .map((gesture) => gesture.plannedOn)
      .toSorted();
    return first && { since: first };
  },
  resting: ({ shop, person }) => {
    const { restWeeks } = shop.raw.settings;
    const thanked = person.gestures
      .flatMap((gesture) => gesture.handedOverOn ?? [])
      .toSorted()
      .at(-1);
    if (thanked === undefined || daysBetween(thanked, shop.raw.today) >= 7 * restWeeks)
      return undefined;
    return { thanked, restWeeks };
  },
  skipped: ({ shop, person }) => {
    const { skipWeeks } = shop.raw.settings;
    const skipped = inPlay(person)
      .flatMap((gesture) => gesture.skippedOn ?? [])
      .toSorted()
      .at(-1);
    if (skipped === undefined || daysBetween(skipped, shop.raw.today) >= 7 * skipWeeks)
      return undefined;
    return { skipped, skipWeeks };
  },
  'decided-this-week': ({ shop, person }) => {
    const week = mondayOf(shop.raw.today);
    const isDecided = inPlay(person).some(
      (gesture) =>
        gesture.handedOverOn !== null &&
        gesture.plannedOn >= week &&
        gesture.plannedOn < addDays(week, 7),
    );
    return isDecided ? { week } : undefined;
  },
  'no-post': ({ person }) =>
    when(
      person.customers
        .flatMap((customer) => customer.permissions)
        .some(({ way, answer }) => way === 'post' && answer === 'no'),
    ),
  'nothing-stands-out': ({ person }) => when(!hasOpenFeedback(person)),
  'too-few-facts': ({ person }) => when(!hasOpenFeedback(person)),
  'only-for-offers': ({ person }) => {
    const of = person.bought.length;
    const reduced = person.bought.filter((visit) => visit.reduced).length;
    return 10 * reduced >= 6 * of ? { reduced, of } : undefined;
  },
  'lives-elsewhere': ({ person }) =>
    when(person.customers.find((customer) => customer.local !== null)?.local === false),
  'came-once': ({ shop, person }) => {
    const [day] = person.days;
    if (day === undefined || gapsOf(person.days).length > 0) return undefined;
    const silentDays = shop.today - day;
    return silentDays > 84 ? { day: dayAt(day), silentDays } : undefined;
  },
  'long-gone': ({ shop, person }) => {
    const last = person.days.at(-1);
    return last === undefined ? undefined : { last: dayAt(last), silentDays: shop.today - last };
  },
  'over-budget': ({ shop, person, week }) => {
    const { cardCost, budgetMoney, budgetPieces } = shop.raw.settings;
    const left = Math.max(0, budgetMoney - moneyIn(shop, week));
    if (hasOpenFeedback(person) || cardCost <= left || piecesIn(shop, week) >= budgetPieces)
      return undefined;
    return { cost: cardCost, left };
  },
  'places-full': ({ shop, week }) => {
    const { budgetPieces } = shop.raw.settings;
    return piecesIn(shop, week) >= budgetPieces ? { pieces: budgetPieces } : undefined;
  },
};

/** Every rule there is. */
export const exclusionRules: readonly string[] = Object.keys(recounts);

function when(holds: boolean): object | undefined {
  return holds ? {} : undefined;
}

// A word that answers is only stopped by words.
function inPlay(person: Counted): readonly Gesture[] {
  return hasOpenFeedback(person)
    ? person.gestures.filter((gesture) => gesture.kind === 'word')
    : person.gestures;
}

function hasOpenFeedback({ moments }: Counted): boolean {
  return moments.some(
    ({ kind, answeredOn }) =>
      answeredOn === null && (kind === 'praise' || kind === 'complaint' || kind === 'idea'),
  );
}

function promised({ raw, people }: RecountedShop): readonly Gesture[] {
  return [...people.values()]
    .flatMap((person) => person.gestures)
    .filter((gesture) => gesture.week === mondayOf(raw.today) && gesture.skippedOn === null);
}

function moneyIn(shop: RecountedShop, { suggestions, heldOut }: WeekSuggestions): number {
  return [...promised(shop), ...suggestions, ...heldOut].reduce((sum, { cost }) => sum + cost, 0);
}

function piecesIn(shop: RecountedShop, { suggestions, heldOut }: WeekSuggestions): number {
  const kinds = [
    ...promised(shop).map((gesture) => gesture.kind),
    ...[...suggestions, ...heldOut].map((suggestion) => suggestion.gesture),
  ];
  return kinds.filter((kind) => kind !== 'word').length;
}
