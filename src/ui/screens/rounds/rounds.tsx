import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { roundView, type RoundContext } from '#app/rounds/round-view.ts';
import type { Round } from '#domain/week/round.ts';
import { dayText, numberText } from '#i18n/format.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { BeginRoundSheet } from './begin-round-sheet.tsx';
import { useRounds } from './use-rounds.ts';

/** Christmas and other rounds: each year's list, and a key that begins the next one. */
export function RoundsScreen(): JSX.Element {
  const context = useRounds();
  const [isOpen, setOpen] = useState(false);
  return (
    <Page
      title={m.rounds_title()}
      lead={m.rounds_lead()}
      back={{ href: formatRoute({ kind: 'week' }), word: m.rounds_back() }}
      actions={
        <Button kind="primary" disabled={context === null} onPress={() => setOpen(true)}>
          {m.rounds_begin()}
        </Button>
      }
    >
      {context === null ? null : <RoundList context={context} />}
      {isOpen && context !== null ? (
        <BeginRoundSheet context={context} onClose={() => setOpen(false)} />
      ) : null}
    </Page>
  );
}

function RoundList({ context }: { readonly context: RoundContext }): JSX.Element {
  const rounds = context.rounds.toSorted((a, b) => b.year - a.year || (a.made < b.made ? 1 : -1));
  if (rounds.length === 0) return <Empty title={m.rounds_empty()}>{m.rounds_empty_hint()}</Empty>;
  return (
    <Card>
      <RowList>
        {rounds.map((round) => (
          <RoundRow key={round.id} round={round} context={context} />
        ))}
      </RowList>
    </Card>
  );
}

function RoundRow({
  round,
  context,
}: {
  readonly round: Round;
  readonly context: RoundContext;
}): JSX.Element {
  const today = useToday();
  const { lines } = roundView(round, context);
  const given = lines.filter(({ gesture }) => gesture.handedOverOn !== null).length;
  const { closesOn } = round;
  return (
    <Row
      icon={<Icon name="gift" />}
      title={<bdi>{m.rounds_name({ name: round.name, year: round.year })}</bdi>}
      hint={m.rounds_row({ lines: numberText(lines.length), given: numberText(given) })}
      value={
        closesOn === null ? m.rounds_open() : m.rounds_closed({ day: dayText(closesOn, today) })
      }
      href={formatRoute({ kind: 'round', id: round.id })}
    />
  );
}
