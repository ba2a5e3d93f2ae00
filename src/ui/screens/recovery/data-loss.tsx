import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Canary } from '#app/integrity/integrity-marker.ts';
import type { LostShop } from '#app/recovery/data-loss.ts';
import type { RowTally } from '#domain/shop/meta.ts';
import { numberText } from '#i18n/format.ts';
import { useTablet } from '#ui/hooks/use-app.ts';
import { useGoOn, useLostShop } from './use-data-loss.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { BringBackInstead } from './restore-instead.tsx';
import { momentText } from './date-time-text.ts';
import './data-loss.css';
import { RescueCopy } from './salvage-button.tsx';

export interface LostShopViewProps {
  /** The database that is gone, empty, or less than it was. */
  readonly name: string;
}

/** What is missing, said plainly, and the ways on: a copy first. Nothing is written until one of them is taken. */
export function LostShopView({ name }: LostShopViewProps): JSX.Element | null {
  const lost = useLostShop(name);
  if (lost === null) return null;
  return (
    <>
      <h1 class="type_title">
        {isAnythingLeft(lost) ? m.storage_loss_title() : m.closed_lost_title()}
      </h1>
      <Findings lost={lost} />
      <BringBackInstead lost={lost} rank="next" />
      <Card title={m.storage_left_title()}>
        <p>{lost.found === null ? m.storage_left_nothing() : m.storage_left_words()}</p>
        <div class="data-loss_keys">
          {lost.found === null ? null : <Rescue name={name} />}
          <OtherWays />
          <Button onPress={() => location.reload()}>{m.shell_reload()}</Button>
        </div>
      </Card>
      {lost.isOpenable ? <GoOn lost={lost} /> : null}
    </>
  );
}

function isAnythingLeft({ isOpenable, found }: LostShop): boolean {
  return isOpenable || (found !== null && found.customers + found.visits > 0);
}

function Findings({ lost }: { readonly lost: LostShop }): JSX.Element {
  const { device } = useTablet();
  const { canary, told, found } = lost;
  return (
    <div class="data-loss_findings" role="status">
      {canary === null || told === null ? (
        <p>{m.closed_lost_words()}</p>
      ) : (
        <p>
          {m.storage_was({
            ...momentText(canary.at, device.zone, device.clock.now()),
            size: tallyText(told),
          })}
        </p>
      )}
      <p>{found === null ? m.storage_now_nothing() : m.storage_now({ size: tallyText(found) })}</p>
      {canary === null ? null : <p>{copyText(canary, device.zone, device.clock.now())}</p>}
      <p>{m.storage_untouched()}</p>
    </div>
  );
}

function Rescue({ name }: LostShopViewProps): JSX.Element {
  const { device } = useTablet();
  return <RescueCopy name={name} now={device.clock.now} rank="beside" />;
}

function OtherWays(): JSX.Element {
  const { shops } = useTablet();
  return <Button onPress={shops.beginAnew}>{m.closed_start_new()}</Button>;
}

// Two taps, the second under what is missing.
function GoOn({ lost }: { readonly lost: LostShop }): JSX.Element {
  const [isAsked, setAsked] = useState(false);
  const goOn = useGoOn(lost.name);
  if (!isAsked) {
    return (
      <div class="data-loss_keys">
        <Button kind="link" onPress={() => setAsked(true)}>
          {m.storage_continue()}
        </Button>
      </div>
    );
  }
  return (
    <Card
      tone="ask"
      title={m.storage_continue_title()}
      actions={
        <>
          <Button onPress={() => void goOn()}>{m.storage_continue_yes()}</Button>
          <Button onPress={() => setAsked(false)}>{m.storage_continue_no()}</Button>
        </>
      }
    >
      <p>{missingText(lost)}</p>
    </Card>
  );
}

function missingText({ told, found }: LostShop): string {
  if (told === null || found === null) return m.storage_missing_unknown();
  const less = (name: keyof RowTally): number => Math.max(0, told[name] - found[name]);
  const [visits, customers] = [less('visits'), less('customers')];
  if (visits === 0 && customers === 0) return m.storage_missing_changes();
  return m.storage_missing({ size: tallyText({ visits, customers }) });
}

function tallyText({ customers, visits }: Pick<RowTally, 'customers' | 'visits'>): string {
  return m.my_shop_size({
    people: m.my_shop_size_people({ count: customers, text: numberText(customers) }),
    visits: m.my_shop_size_visits({ count: visits, text: numberText(visits) }),
  });
}

function copyText({ lastCopyAt }: Canary, zone: string, now: number): string {
  if (lastCopyAt === null) return m.storage_backup_never();
  return m.storage_backup_at(momentText(lastCopyAt, zone, now));
}
