import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { BusyHours as Hours } from '#domain/week/insights.ts';
import { busiestText, busyCaption, busyTableCaption, busyUnit } from '#i18n/insights-hours.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { BusyHoursChart } from '#ui/parts/charts/busy-hours.tsx';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';

export function HoursCard({ busy }: { readonly busy: Hours }): JSX.Element {
  const today = useToday();
  const [look, setLook] = useState<'picture' | 'table'>('picture');
  const isPicture = look === 'picture';
  const caption = isPicture ? busyCaption(busy, today) : busyTableCaption(busy, today);
  const change = (
    <Button kind="link" onPress={() => setLook(isPicture ? 'table' : 'picture')}>
      {isPicture ? m.insights_as_table() : m.insights_as_picture()}
    </Button>
  );
  return (
    <Card title={m.insights_busy()} aside={busy.busiest === null ? undefined : change}>
      <p>{busiestText(busy, today)}</p>
      {busy.busiest === null ? null : (
        <>
          <div class="insights_above">
            <BusyHoursChart busy={busy} unit={busyUnit(busy)} look={look} caption={caption} />
          </div>
          <p class="insights_above type_small type_sub">{caption}</p>
        </>
      )}
    </Card>
  );
}
