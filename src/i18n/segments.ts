// The kinds of customer in the shop's own words.

import type { Segment } from '#domain/week/segment.ts';
import { m } from './catalogue.ts';

export function segmentName(segment: Segment): string {
  return names[segment]();
}

export function nowAndThen(): string {
  return m.segments_now_and_then();
}

const names: Readonly<Record<Segment, () => string>> = {
  'big-spender': m.segments_big_spender,
  regular: m.segments_regular,
  advocate: m.segments_advocate,
  'time-saver': m.segments_time_saver,
  rising: m.segments_rising,
  slipping: m.segments_slipping,
  new: m.segments_new,
  'one-off': m.segments_one_off,
  'price-led': m.segments_price_led,
  valued: m.segments_valued,
  browser: m.segments_browser,
  'been-away': m.segments_been_away,
};
