// The kinds that are made of several parts, part by part: what holds and by which facts, what is missing and by how much. The same rules and the
// same facts as in segments.ts, so that the parts and the badge cannot disagree.

import type {
  KindInParts,
  KindLack,
  KindPart,
  KindPartName,
} from '#domain/week/segment-criteria.ts';
import type { Reason } from '#domain/week/reason.ts';
import { dayAt } from '#lib/day.ts';
import * as facts from '#engine/suggestions/reasons.ts';
import { evidenceOf, isSlipping } from './segments.ts';
import type { Person } from '#engine/profile/profile.ts';

/**
 * Valued, and for the offers, in their parts. Nothing before the first purchase, and nothing of offers for somebody who never bought at a
 * reduced price.
 */
export function kindsInParts(person: Person): readonly KindInParts[] {
  if (person.features.visitDays === 0) return [];
  return person.features.marks.reduced === 0
    ? [valuedInParts(person)]
    : [valuedInParts(person), priceLedInParts(person)];
}

function valuedInParts(person: Person): KindInParts {
  return {
    kind: 'valued',
    holds: evidenceOf(person, 'valued').length > 0,
    needed: person.rules.valuedSigns,
    parts: [
      partOf('regular', evidenceOf(person, 'regular'), regularLack(person)),
      partOf('big-baskets', evidenceOf(person, 'big-spender'), bigBasketsLack(person)),
      partOf('word-spread', evidenceOf(person, 'advocate'), {
        code: 'no-word',
        months: person.rules.advocateMonths,
      }),
      partOf('told-us', listed(facts.toldUsOf(person)), { code: 'told-nothing' }),
      partOf('together', listed(facts.togetherOf(person)), togetherLack(person)),
    ],
  };
}

function priceLedInParts(person: Person): KindInParts {
  const { visits, marks } = person.features;
  const { priceLedVisits, priceLedShare } = person.rules;
  return {
    kind: 'price-led',
    holds: evidenceOf(person, 'price-led').length > 0,
    needed: 1,
    parts: [
      {
        part: 'enough-visits',
        evidence: [],
        lacks:
          visits < priceLedVisits ? { code: 'few-visits', visits, needed: priceLedVisits } : null,
      },
      partOf('reduced', listed(facts.mostlyReducedOf(person)), {
        code: 'few-reduced',
        reduced: marks.reduced,
        of: visits,
        needed: Math.ceil(priceLedShare * visits),
      }),
    ],
  };
}

function partOf(part: KindPartName, evidence: readonly Reason[], lack: KindLack): KindPart {
  return { part, evidence, lacks: evidence.length > 0 ? null : lack };
}

function regularLack(person: Person): KindLack {
  const { rhythm, last, silentDays, today } = person.features;
  const { regularGaps } = person.rules;
  if (rhythm === null || rhythm.gaps < regularGaps)
    return { code: 'few-gaps', gaps: rhythm?.gaps ?? 0, needed: regularGaps };
  if (isSlipping(person))
    return { code: 'comes-less', last: dayAt(last ?? today), silentDays: silentDays ?? 0 };
  const { latest } = rhythm;
  return {
    code: 'gaps-differ',
    of: latest.length,
    low: Math.min(...latest),
    high: Math.max(...latest),
  };
}

function bigBasketsLack({ history, features, rules, shop }: Person): KindLack {
  const own = shop.spenders.find(({ customerId }) => customerId === history.customerId);
  if (own === undefined) return { code: 'no-amounts' };
  const { bigSpenderVisitDays: needed, bigSpenderTopShare: share } = rules;
  if (shop.bigSpenders.has(history.customerId))
    return { code: 'few-visits', visits: features.visitDays, needed };
  const from = Math.min(...[...shop.bigSpenders.values()].map(({ yearlySpend }) => yearlySpend));
  return {
    code: 'below-top',
    yearly: twoFigures(own.yearlySpend, Math.floor),
    from: twoFigures(from, Math.ceil),
    share,
  };
}

// About how much is enough; rounded away from each other, so that what is less never looks the same.
function twoFigures(amount: number, rounded: (value: number) => number): number {
  const step = Math.max(1, 10 ** (Math.floor(Math.log10(Math.max(1, amount))) - 1));
  return rounded(amount / step) * step;
}

function togetherLack({ features, rules }: Person): KindLack {
  const first = features.first ?? features.today;
  return { code: 'not-long', first: dayAt(first), from: dayAt(first + rules.togetherDays) };
}

function listed(reason: Reason | undefined): readonly Reason[] {
  return reason === undefined ? [] : [reason];
}
