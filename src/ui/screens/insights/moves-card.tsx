import type { JSX } from 'preact';
import {
  segmentMoves,
  groupKey,
  type SegmentMove,
  type InsightsPeriod,
} from '#domain/week/insights.ts';
import { movedSinceText, moveText } from '#i18n/insights.ts';
import { namesText } from '#i18n/format.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { BadgeShape, type BadgeTone } from '#ui/parts/customers/badge.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

/** Who became a regular, comes less or is back; nothing in a shop too young to have moved. */
export function MovesCard({ period }: { readonly period: InsightsPeriod }): JSX.Element | null {
  const { roster } = useRoster();
  const today = useToday();
  if (period.before === null) return null;
  const moved = segmentMoves.filter((move) => period.groups[move].length > 0);
  return (
    <Card title={movedSinceText(today, period.span)}>
      {moved.length === 0 ? <p>{m.insights_moves_none()}</p> : null}
      <RowList>
        {moved.map((move) => {
          const ids = period.groups[move];
          const names = ids.flatMap((id) => roster.person(id)?.customer.name ?? []);
          return (
            <Row
              key={move}
              icon={<BadgeShape tone={tones[move]} />}
              title={moveText(move, ids.length)}
              hint={namesText(names)}
              href={formatRoute({ kind: 'insights-people', group: groupKey(move, period.span) })}
            />
          );
        })}
      </RowList>
    </Card>
  );
}

const tones: Readonly<Record<SegmentMove, BadgeTone>> = {
  'became-regular': 'regular',
  'regular-less': 'less',
  'back-again': 'away',
};
