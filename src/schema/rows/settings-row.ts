// What the settings row must be.

import * as v from 'valibot';
import type { Closure, OpenHours, Opening } from '#domain/shop/calendar.ts';
import type { Currency } from '#domain/shop/money.ts';
import { defaultSegmentRules, type SegmentRules } from '#domain/week/segment.ts';
import type { Settings, SettingsField } from '#domain/shop/settings.ts';
import { isTimeZone } from '#lib/time-zone.ts';
import {
  count,
  day,
  figure,
  flag,
  oneOf,
  versionFields,
  text,
  whole,
  type RowCheck,
} from './fields.ts';

const fields: Readonly<Record<SettingsField, true>> = {
  shopName: true,
  shopKind: true,
  currency: true,
  currencyFixed: true,
  zone: true,
  openings: true,
  closures: true,
  amounts: true,
  askAmount: true,
  typingSearches: true,
  budgetMoney: true,
  budgetPieces: true,
  restWeeks: true,
  skipWeeks: true,
  reservedPlace: true,
  holdOut: true,
  focus: true,
  cardCost: true,
  offerCost: true,
  offerWords: true,
  theme: true,
  paper: true,
  kindRules: true,
};

const minuteOfDay = v.pipe(count, v.maxValue(1440));

const hours: RowCheck<OpenHours> = v.object({ opens: minuteOfDay, closes: minuteOfDay });

const opening: RowCheck<Opening> = v.object({
  from: day,
  hours: v.pipe(v.array(v.nullable(hours)), v.length(7)),
});

const closure: RowCheck<Closure> = v.object({ from: day, to: day });

const currency: RowCheck<Currency> = v.object({
  code: v.pipe(text, v.regex(/^[A-Z]{3}$/)),
  digits: v.pipe(count, v.maxValue(4)),
});

// A rule that the copy does not name yet is as it is by default.
const kindRules: RowCheck<SegmentRules> = v.pipe(
  v.record(text, figure),
  v.transform((found) => {
    const rules: Record<keyof SegmentRules, number> = { ...defaultSegmentRules };
    for (const name of ruleNames) rules[name] = found[name] ?? rules[name];
    return rules;
  }),
);

const ruleNames = Object.keys(defaultSegmentRules).filter(isRuleName);

/** The check of a row of settings. */
export const settingsRow: RowCheck<Settings> = v.object({
  id: v.literal('settings'),
  shopName: text,
  shopKind: oneOf(['butcher', 'cafe', 'bakery', 'other']),
  currency,
  currencyFixed: flag,
  zone: v.pipe(text, v.check(isTimeZone, 'Not a zone')),
  openings: v.array(opening),
  closures: v.array(closure),
  amounts: flag,
  askAmount: flag,
  typingSearches: flag,
  budgetMoney: whole,
  budgetPieces: whole,
  restWeeks: whole,
  skipWeeks: whole,
  reservedPlace: flag,
  holdOut: flag,
  focus: oneOf(['valued', 'volume', 'both']),
  cardCost: whole,
  offerCost: whole,
  offerWords: text,
  theme: oneOf(['system', 'light', 'dark']),
  paper: oneOf(['a4', 'letter']),
  kindRules,
  ...versionFields(fields),
});

function isRuleName(name: string): name is keyof SegmentRules {
  return Object.hasOwn(defaultSegmentRules, name);
}
