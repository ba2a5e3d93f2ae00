import type { JSX } from 'preact';
import type { SegmentKind } from '#domain/week/segment.ts';
import { kindName, nowAndThen } from '#i18n/segments.ts';
import { Badge, type BadgeTone } from './badge.tsx';

export interface KindBadgeProps {
  /** Null for somebody of no kind: they come now and then. */
  readonly kind: SegmentKind | null;
}

/** A kind of customer in the shop's word. Only for the owner's screens. */
export function KindBadge({ kind }: KindBadgeProps): JSX.Element {
  return kind === null ? (
    <Badge tone="sometimes" word={nowAndThen()} />
  ) : (
    <Badge tone={tones[kind]} word={kindName(kind)} />
  );
}

const tones: Readonly<Record<SegmentKind, BadgeTone>> = {
  regular: 'regular',
  valued: 'regular',
  'big-spender': 'regular',
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
