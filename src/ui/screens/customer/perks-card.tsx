import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import { allPerks, settlePerk, type SettledPerk } from '#app/perks/perks.ts';
import { perksOfCustomer, type PerkOfCustomer } from '#app/perks/perks-of-customer.ts';
import type { PerkDue } from '#domain/week/perk-board.ts';
import { gestureIdFrom } from '#domain/week/gesture.ts';
import { dayText } from '#i18n/format.ts';
import { perkProgressText, perkSentence } from '#i18n/perks.ts';
import type { RosterVersion } from '#ui/hooks/use-roster.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';

export interface PerksCardProps {
  readonly page: CustomerDetails;
  readonly now: RosterVersion;
}

/** How far somebody is with each perk of the poster, and what is due to them. */
export function PerksCard({ page, now }: PerksCardProps): JSX.Element | null {
  const settings = useSettings();
  const today = useToday();
  const live = useLive(allPerks, []);
  const perks = live.state === 'ready' ? live.value : null;
  const { id } = page.own;
  const lines = useMemo(
    () =>
      perks === null ? [] : perksOfCustomer({ roster: now.roster, perks, settings, today }, id),
    [now, perks, settings, today, id],
  );
  if (lines.length === 0) return null;
  return (
    <Card title={m.perks_card()}>
      <RowList>
        {lines.flatMap((line) => [
          <Progress key={line.perk.id} line={line} />,
          ...line.due.map((due) => <Due key={`${due.perkId} ${due.round}`} due={due} />),
        ])}
      </RowList>
    </Card>
  );
}

function Progress({ line: { perk, standing } }: { readonly line: PerkOfCustomer }): JSX.Element {
  const { currency } = useSettings();
  const value = perkProgressText(perk, standing.progress, currency);
  return (
    <Row
      icon={<Icon name="gift" />}
      title={perkSentence(perk, currency)}
      {...(value === null ? {} : { value })}
    />
  );
}

function Due({ due }: { readonly due: PerkDue }): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  function settle(how: SettledPerk['how']): void {
    const { customerId, perkId, round, gives } = due;
    const gestureId = gestureIdFrom(deps.ids.next());
    const perk = { gestureId, customerId, perkId, round, gives, day: today, how };
    void run(() => settlePerk(deps, perk));
  }
  return (
    <Row
      title={m.perk_due_title({ gives: due.gives })}
      hint={m.perk_due_since({ day: dayText(due.day, today) })}
      control={
        <span class="line">
          <Button kind="give" busy={isRunning} onPress={() => settle('given')}>
            {m.perk_given()}
          </Button>
          <Button kind="quiet" busy={isRunning} onPress={() => settle('declined')}>
            {m.perk_declined()}
          </Button>
        </span>
      }
    />
  );
}
