import type { JSX } from 'preact';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

/** The way to Christmas and other rounds, which keep to no week. */
export function RoundsLink(): JSX.Element {
  return (
    <Card>
      <RowList>
        <Row
          icon={<OwnerIcon name="list" />}
          title={m.rounds_title()}
          hint={m.rounds_link_hint()}
          href={formatRoute({ kind: 'rounds' })}
        />
      </RowList>
    </Card>
  );
}
