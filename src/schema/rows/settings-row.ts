import * as v from 'valibot';
import type { Closure, OpenHours, Opening } from '#domain/shop/calendar.ts';
import type { Currency } from '#domain/shop/money.ts';
import { maxOffers, type Offer, type OfferList } from '#domain/shop/offer.ts';
import type { OwnLabels, PrinterFit } from '#domain/shop/printing.ts';
import { defaultSegmentRules, type SegmentRules } from '#domain/week/segment.ts';
import type { Settings, SettingsValues } from '#domain/shop/settings.ts';
import { isTimeZone } from '#lib/time-zone.ts';
import { keysOf, recordOf } from '#lib/typed-keys.ts';
import {
  count,
  day,
  figure,
  flag,
  oneOf,
  versionFields,
  text,
  whole,
  type FieldChecks,
  type RowCheck,
} from './fields.ts';

const minuteOfDay = v.pipe(count, v.maxValue(1440));
// A shop that opens late may close late on the next day.
const minuteOfTwoDays = v.pipe(count, v.maxValue(2880));

const hours: RowCheck<OpenHours> = v.object({
  opens: minuteOfDay,
  closes: minuteOfTwoDays,
  breaks: v.exactOptional(v.array(v.object({ from: minuteOfTwoDays, to: minuteOfTwoDays }))),
});

const opening: RowCheck<Opening> = v.object({
  from: day,
  hours: v.pipe(v.array(v.nullable(hours)), v.length(7)),
});

const closure: RowCheck<Closure> = v.object({ from: day, to: day });

const currency: RowCheck<Currency> = v.object({
  code: v.pipe(text, v.regex(/^[A-Z]{3}$/)),
  digits: v.pipe(count, v.maxValue(4)),
});

// A rule that an older backup does not name is as it is by default.
const kindRules: RowCheck<SegmentRules> = v.pipe(
  v.record(text, figure),
  v.transform((found) =>
    recordOf(keysOf(defaultSegmentRules), (name) => found[name] ?? defaultSegmentRules[name]),
  ),
);

const printerFit: RowCheck<PrinterFit> = v.object({
  printer: text,
  paper: text,
  scaleX: figure,
  scaleY: figure,
  shiftX: figure,
  shiftY: figure,
});

const ownLabels: RowCheck<OwnLabels> = v.object({
  paper: oneOf(['a4', 'letter']),
  columns: count,
  rows: count,
  width: figure,
  height: figure,
  pitchX: figure,
  pitchY: figure,
  left: figure,
  top: figure,
});

const offer: RowCheck<Offer> = v.object({ words: text, cost: whole });

const offers: RowCheck<OfferList> = v.pipe(v.tupleWithRest([offer], offer), v.maxLength(maxOffers));

const fields: FieldChecks<SettingsValues> = {
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
  offers,
  theme: oneOf(['system', 'light', 'dark']),
  paper: oneOf(['a4', 'letter']),
  kindRules,
  language: text,
  region: text,
  signature: text,
  shopAddress: text,
  shopPhone: text,
  shopEmail: text,
  quietFrom: minuteOfDay,
  quietTo: minuteOfDay,
  messageRestDays: count,
  retentionYears: v.nullable(count),
  printers: v.array(printerFit),
  labels: text,
  ownLabels: v.nullable(ownLabels),
  envelope: text,
  bigKeys: flag,
  sounds: flag,
  closingNote: flag,
};

export const settingsRow: RowCheck<Settings> = v.object({
  id: v.literal('settings'),
  ...fields,
  ...versionFields(fields),
});
