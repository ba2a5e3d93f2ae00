import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { IntegrityMarker } from '#app/integrity/integrity-marker.ts';
import type { DataLossReport } from '#app/recovery/data-loss.ts';
import type { RowCounts } from '#domain/shop/meta.ts';
import { numberText } from '#i18n/format.ts';
import { useApp } from '#ui/hooks/use-shop.ts';
import { useAcceptLoss, useDataLoss } from './use-data-loss.ts';
import { Button, ButtonRow } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { RestoreInstead } from './restore-instead.tsx';
import { dateTimeText } from './date-time-text.ts';
import './data-loss.css';
import { SalvageButton, StartOverButton } from './salvage-button.tsx';

/** What the database `name` lost and what to do, a backup first. Nothing is written before that. */
export function DataLossView({ name }: { readonly name: string }): JSX.Element | null {
  const dataLoss = useDataLoss(name);
  if (dataLoss === null) return null;
  return (
    <>
      <h1 class="type_title">
        {hasAnythingLeft(dataLoss) ? m.storage_loss_title() : m.closed_lost_title()}
      </h1>
      <Findings dataLoss={dataLoss} />
      <RestoreInstead dataLoss={dataLoss} rank="next" />
      <Card title={m.storage_left_title()}>
        <p>{dataLoss.actual === null ? m.storage_left_nothing() : m.storage_left_words()}</p>
        <div class="data-loss_keys">
          <ButtonRow>
            {dataLoss.actual === null ? null : <SalvageButton name={name} rank="beside" />}
            <StartOverButton />
            <Button onPress={() => location.reload()}>{m.shell_reload()}</Button>
          </ButtonRow>
        </div>
      </Card>
      {dataLoss.isOpenable ? <AcceptLoss dataLoss={dataLoss} /> : null}
    </>
  );
}

function hasAnythingLeft({ isOpenable, actual }: DataLossReport): boolean {
  return isOpenable || (actual !== null && actual.customers + actual.visits > 0);
}

function Findings({ dataLoss }: { readonly dataLoss: DataLossReport }): JSX.Element {
  const { device } = useApp();
  const { marker, expected, actual } = dataLoss;
  return (
    <div class="data-loss_findings" role="status">
      {marker === null || expected === null ? (
        <p>{m.closed_lost_words()}</p>
      ) : (
        <p>
          {m.storage_was({
            ...dateTimeText(marker.at, device.zone, device.clock.now()),
            size: countsText(expected),
          })}
        </p>
      )}
      <p>
        {actual === null ? m.storage_now_nothing() : m.storage_now({ size: countsText(actual) })}
      </p>
      {marker === null ? null : <p>{lastBackupText(marker, device.zone, device.clock.now())}</p>}
      <p>{m.storage_untouched()}</p>
    </div>
  );
}

// Two taps, the second under what is missing.
function AcceptLoss({ dataLoss }: { readonly dataLoss: DataLossReport }): JSX.Element {
  const [isAsked, setAsked] = useState(false);
  const acceptLoss = useAcceptLoss(dataLoss.name);
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
          <Button onPress={() => void acceptLoss()}>{m.storage_continue_yes()}</Button>
          <Button onPress={() => setAsked(false)}>{m.storage_continue_no()}</Button>
        </>
      }
    >
      <p>{missingText(dataLoss)}</p>
    </Card>
  );
}

function missingText({ expected, actual }: DataLossReport): string {
  if (expected === null || actual === null) return m.storage_missing_unknown();
  const less = (name: keyof RowCounts): number => Math.max(0, expected[name] - actual[name]);
  const [visits, customers] = [less('visits'), less('customers')];
  if (visits === 0 && customers === 0) return m.storage_missing_changes();
  return m.storage_missing({ size: countsText({ visits, customers }) });
}

function countsText({ customers, visits }: Pick<RowCounts, 'customers' | 'visits'>): string {
  return m.my_shop_size({
    people: m.my_shop_size_people({ count: customers, text: numberText(customers) }),
    visits: m.my_shop_size_visits({ count: visits, text: numberText(visits) }),
  });
}

function lastBackupText({ lastCopyAt }: IntegrityMarker, zone: string, now: number): string {
  if (lastCopyAt === null) return m.storage_backup_never();
  return m.storage_backup_at(dateTimeText(lastCopyAt, zone, now));
}
