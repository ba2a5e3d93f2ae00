// One row: how this shop wants the app to be. Defaults, form, backup and check follow from this
// type.

import { dayFrom, type Day } from '#lib/day.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';
import type { Closure, OpenHours, Opening } from './calendar.ts';
import type { Currency } from './money.ts';
import type { OfferList } from './offer.ts';
import type { OwnLabels, PrinterFit } from './printing.ts';
import { defaultSegmentRules, type SegmentRules } from '#domain/week/segment.ts';
import type { VersionedRow } from './versioned-row.ts';

/** What sort of shop it is, for My shop to say: nothing is computed from it. */
export type ShopKind = 'butcher' | 'cafe' | 'bakery' | 'other';
export type Theme = 'system' | 'light' | 'dark';
export type Paper = 'a4' | 'letter';
/** Whom the weekly budget leans to: valued customers, many customers, or both alike. */
export type Focus = 'valued' | 'volume' | 'both';

export interface SettingsValues {
  readonly shopName: string;
  readonly shopKind: ShopKind;
  readonly currency: Currency;
  /** Whether an amount was ever noted; from then on the currency stays. */
  readonly currencyFixed: boolean;
  /** IANA zone; a change affects new visits only. */
  readonly zone: string;
  readonly openings: readonly Opening[];
  readonly closures: readonly Closure[];
  /** Whether the shop notes money at all. */
  readonly amounts: boolean;
  /** Whether the money pad comes up by itself after a tile. */
  readonly askAmount: boolean;
  /** Whether typing on a keyboard at the Counter searches (can be switched off, WCAG 2.1.4). */
  readonly typingSearches: boolean;
  /** Minor units a week. */
  readonly budgetMoney: number;
  /** Cards and offers a week. */
  readonly budgetPieces: number;
  /** Nobody gets two gestures within so many weeks. */
  readonly restWeeks: number;
  /** Somebody passed over is not suggested again for so many weeks. */
  readonly skipWeeks: number;
  /** One place a week for somebody who is not a big spender. */
  readonly reservedPlace: boolean;
  /** Whether one in seven of those chosen is randomly left out, to learn whether cards help. */
  readonly holdOut: boolean;
  readonly focus: Focus;
  /** Minor units. */
  readonly cardCost: number;
  /** What the shop offers, the usual one first. */
  readonly offers: OfferList;
  readonly theme: Theme;
  readonly paper: Paper;
  readonly kindRules: SegmentRules;
  /** What paper and letters are written in, as `en`. The screen's language is the tablet's own. */
  readonly language: string;
  /** The country as `GB`, for numbers, dates and telephone numbers; empty: as the tablet says. */
  readonly region: string;
  /** Under letters, on the shop's behalf: "Ruth and Tom". */
  readonly signature: string;
  /** Lines separated by line feeds; on envelopes and return labels. */
  readonly shopAddress: string;
  readonly shopPhone: string;
  readonly shopEmail: string;
  /** Minutes of the day between which no message is sent. */
  readonly quietFrom: number;
  readonly quietTo: number;
  /** Nobody gets news twice within so many days. */
  readonly messageRestDays: number;
  /** After so many years unseen the owner is asked; null: never. */
  readonly retentionYears: number | null;
  readonly printers: readonly PrinterFit[];
  /** The code of the label sheet in use; `own` is the measured one. */
  readonly labels: string;
  readonly ownLabels: OwnLabels | null;
  /** The name of the envelopes in use. */
  readonly envelope: string;
  /** Keys for wet or gloved hands at the Counter. */
  readonly bigKeys: boolean;
  readonly sounds: boolean;
  /** Whether the Counter sums up the day after closing. */
  readonly closingNote: boolean;
}

/** The one row of settings, with a timestamp for each that was changed. */
export interface Settings extends SettingsValues, VersionedRow<keyof SettingsValues> {
  readonly id: 'settings';
}

const eightToSix: OpenHours = { opens: 8 * 60, closes: 18 * 60 };

/** Monday to Saturday, eight to six: the hours of a high-street shop. */
export function defaultOpening(from: Day): Opening {
  return {
    from,
    hours: [eightToSix, eightToSix, eightToSix, eightToSix, eightToSix, eightToSix, null],
  };
}

/** What a shop starts with; the first run asks for name, type, currency and zone. */
export function defaultSettings(made: HlcTimestamp): Settings {
  return {
    id: 'settings',
    made,
    edits: {},
    shopName: '',
    shopKind: 'other',
    currency: { code: 'GBP', digits: 2 },
    currencyFixed: false,
    zone: 'Europe/London',
    openings: [defaultOpening(firstDay)],
    closures: [],
    amounts: true,
    askAmount: false,
    typingSearches: true,
    budgetMoney: 3000,
    budgetPieces: 8,
    restWeeks: 8,
    skipWeeks: 4,
    reservedPlace: true,
    holdOut: false,
    focus: 'both',
    cardCost: 120,
    offers: [{ words: '', cost: 400 }],
    theme: 'system',
    paper: 'a4',
    kindRules: defaultSegmentRules,
    language: 'en',
    region: '',
    signature: '',
    shopAddress: '',
    shopPhone: '',
    shopEmail: '',
    quietFrom: 20 * 60,
    quietTo: 9 * 60,
    messageRestDays: 14,
    retentionYears: 3,
    printers: [],
    labels: 'L7160',
    ownLabels: null,
    envelope: 'c6',
    bigKeys: false,
    sounds: false,
    closingNote: true,
  };
}

/** Before any visit: the default hours hold from the beginning. */
const firstDay = dayFrom('1990-01-01') ?? unreachable();

function unreachable(): never {
  throw new RangeError('1990-01-01 is a day');
}
