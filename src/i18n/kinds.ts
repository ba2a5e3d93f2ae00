// The kinds of customer in the shop's own words.

import type { SegmentKind } from '#domain/segment.ts';
import * as m from './compiled/messages.js';

/** The word for a kind as it stands on screen. */
export function kindName(kind: SegmentKind): string {
  return names[kind]();
}

/** The word for somebody of no kind. */
export function nowAndThen(): string {
  return m.kinds_now_and_then();
}

const names: Readonly<Record<SegmentKind, () => string>> = {
  'big-spender': m.kinds_big_spender,
  regular: m.kinds_regular,
  advocate: m.kinds_advocate,
  'time-saver': m.kinds_time_saver,
  rising: m.kinds_rising,
  slipping: m.kinds_slipping,
  new: m.kinds_new,
  'one-off': m.kinds_one_off,
  'price-led': m.kinds_price_led,
  valued: m.kinds_valued,
  browser: m.kinds_browser,
  'been-away': m.kinds_been_away,
};
