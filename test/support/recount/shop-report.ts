// Everything that the engine says of a shop with figures in it, each beside whom it is said of, and
// whether the raw rows bear it out.
import { isDeepStrictEqual } from 'node:util';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { History } from '#domain/visits/history.ts';
import type { Reason } from '#domain/week/reason.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import type { FittedModel } from '#engine/forecast/fitted-model.ts';
import { insightsOf } from '#engine/insights/insights.ts';
import { gestureEffectsOf } from '#engine/experiments/effects.ts';
import { segmentsOf } from '#engine/segments/segments.ts';
import { forecastFor } from '#engine/forecast/forecast.ts';
import { profileOf } from '#engine/profile/profile.ts';
import { cohortOf } from '#engine/profile/cohort.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { isProvenNew, type Counted, type RecountedShop } from './raw-count.ts';
import { recounted, thankedOn } from './recount.ts';
import type { RawShop } from '../shops/random-shop.ts';

/** A shop as the engine sees it. */
export interface InspectedShop {
  readonly raw: RawShop;
  readonly histories: readonly History[];
  /** Undefined before it has learned anything. */
  readonly fittedModel: FittedModel | undefined;
}

/** A reason, whose it is, and where it stood. */
export interface ReportedReason {
  readonly id: CustomerId;
  readonly reason: Reason;
  readonly where: 'list' | 'kind';
}

/** The list of the week; a shop that has learned weighs what its cards did. */
export function listOf({ raw, histories, fittedModel }: InspectedShop): WeekSuggestions {
  const { settings, today, weeks } = raw;
  const effects = fittedModel && gestureEffectsOf({ histories, weeks, calendar: settings, today });
  return suggest({
    histories,
    settings,
    today,
    fittedModel,
    effects,
    holdOutShopId: settings.holdOut ? 'shop' : null,
  });
}

/** The reasons on the list and those of everybody's kinds. */
export function reportedReasons(
  seen: InspectedShop,
  { suggestions, heldOut }: WeekSuggestions,
): readonly ReportedReason[] {
  const { settings, today } = seen.raw;
  const rules = settings.kindRules;
  const shop = cohortOf({ ...seen, calendar: settings, rules, today });
  const ofKinds = seen.histories.flatMap((history) =>
    segmentsOf(profileOf(history, shop, rules)).flatMap(({ evidence }) =>
      evidence.map((reason) => ({ id: history.customerId, reason, where: 'kind' as const })),
    ),
  );
  const onList = [...suggestions, ...heldOut].flatMap(({ customerId: id, reasons }) =>
    reasons.map((reason) => ({ id, reason, where: 'list' as const })),
  );
  return [...onList, ...ofKinds];
}

/**
 * Whether the raw rows say the very same. What is news on the list may begin with the last thanks;
 * a kind looks back a year.
 */
export function isConfirmed({ id, reason, where }: ReportedReason, shop: RecountedShop): boolean {
  const person = countedIn(shop, id);
  const year = shop.today - 365;
  const since = Math.max(year, thankedOn(person) ?? year);
  const news = where === 'kind' ? [year] : [year, since];
  return news.some((newsAfter) =>
    isDeepStrictEqual(recounted(reason.code, { shop, person, newsAfter }), reason),
  );
}

/** The person with this id; throws when the rows know nobody of the kind. */
export function countedIn({ people }: RecountedShop, id: CustomerId): Counted {
  const person = people.get(id);
  if (person === undefined) throw new Error(`Nobody is called ${id}`);
  return person;
}

/**
 * How we're doing and the outlook, as counts that the rows must give too: what the engine says, and
 * what they say.
 */
export function countsWithRecount(
  { raw, histories, fittedModel }: Required<InspectedShop>,
  shop: RecountedShop,
): readonly { readonly said: unknown; readonly rows: unknown }[] {
  const { settings, today, weeks } = raw;
  if (fittedModel === undefined) return [];
  const days = { days: [], firstDay: null, weeks };
  const view = insightsOf({ histories, ...days, settings, fittedModel, today });
  const people = [...shop.people.values()];
  const given = people.flatMap((person) =>
    person.gestures.filter(({ kind, handedOverOn }) => kind !== 'word' && handedOverOn !== null),
  );
  const { cards, offers, cost, open, all, since } = view.help;
  const handedOver = given.flatMap(({ handedOverOn }) => handedOverOn ?? []).toSorted();
  return [
    { said: view.visits, rows: sum(people.map((person) => person.days.length)) },
    {
      said: [cards, offers, cost, since],
      rows: [
        given.filter(({ kind }) => kind === 'card').length,
        given.filter(({ kind }) => kind === 'offer').length,
        sum(given.map((gesture) => gesture.cost)),
        handedOver[0] ?? null,
      ],
    },
    {
      said: { open, given: all.given, cameBack: all.cameBack },
      rows: countsOfGiven(people, shop.today),
    },
    ...view.periods.map(({ span, groups, cameAgain, share }) => {
      const after = shop.today - span;
      const isKnown = isProvenNew(shop, { days: [after] });
      const fresh = people.filter(({ days: [first = -1] }) => isKnown && first > after);
      const visitDays = people.map((person) => person.days.filter((day) => day > after).length);
      return {
        said: [groups.new.toSorted(), cameAgain, share.people, share.visits],
        rows: [
          fresh.map((person) => person.id).toSorted(),
          fresh.filter((person) => person.days.length > 1).length,
          visitDays.filter((count) => count > 0).length,
          sum(visitDays),
        ],
      };
    }),
    ...people.map((person) => ({
      said: forecastOf(histories, person.id, { fittedModel, settings, today }),
      rows: {
        basis: person.days.length > 3 ? 'own' : person.days.length > 1 ? 'cohort' : 'new',
        isForecast: person.days.length > 3,
      },
    })),
  ];
}

interface AskedAhead {
  readonly fittedModel: FittedModel;
  readonly settings: RawShop['settings'];
  readonly today: Day;
}

// Nobody is foretold anything before three gaps of their own.
function forecastOf(
  histories: readonly History[],
  id: CustomerId,
  { fittedModel, settings, today }: AskedAhead,
): object | undefined {
  const history = histories.find(({ customerId }) => customerId === id);
  if (history === undefined) return undefined;
  const { basis, ...rest } = forecastFor(history, fittedModel, { calendar: settings, today });
  const { alive, churnProbability, churnScore, week, year, expectedBy } = rest;
  const isForecast = [alive, churnProbability, churnScore, week, year, expectedBy].some(
    (each) => each !== null,
  );
  return { basis, isForecast };
}

function countsOfGiven(people: readonly Counted[], today: number): object {
  const windows = people.flatMap(({ gestures, days }) =>
    gestures.flatMap(({ kind, handedOverOn, windowDays }) => {
      if (kind === 'word' || handedOverOn === null) return [];
      const from = dayNumber(handedOverOn);
      const until = from + (windowDays ?? 28);
      return [{ until, isBack: days.some((day) => day > from && day <= until) }];
    }),
  );
  const closed = windows.filter(({ until }) => until < today);
  return {
    open: windows.length - closed.length,
    given: closed.length,
    cameBack: closed.filter(({ isBack }) => isBack).length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
