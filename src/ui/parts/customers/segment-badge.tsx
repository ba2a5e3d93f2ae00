import type { JSX } from 'preact';
import type { Segment } from '#domain/week/segment.ts';
import { segmentName, nowAndThen } from '#i18n/segments.ts';
import { Badge, type BadgeTone } from './badge.tsx';

export interface SegmentBadgeProps {
  /** Null for somebody of no kind: they come now and then. */
  readonly segment: Segment | null;
}

/** A kind of customer in the shop's word. Only for the owner's screens. */
export function SegmentBadge({ segment }: SegmentBadgeProps): JSX.Element {
  return segment === null ? (
    <Badge tone="sometimes" word={nowAndThen()} />
  ) : (
    <Badge tone={tones[segment]} word={segmentName(segment)} />
  );
}

const tones: Readonly<Record<Segment, BadgeTone>> = {
  regular: 'regular',
  valued: 'valued',
  'big-spender': 'big',
  rising: 'more',
  slipping: 'less',
  advocate: 'spreads',
  new: 'new',
  'been-away': 'away',
  'one-off': 'sometimes',
  'time-saver': 'sometimes',
  'price-led': 'sometimes',
  browser: 'sometimes',
};
