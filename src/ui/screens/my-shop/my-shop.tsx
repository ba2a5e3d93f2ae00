import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '#ui/parts/controls/button.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { m } from '#ui/messages.ts';
import { DataSafety } from './data-safety.tsx';
import { NewsRow } from './news-row.tsx';
import { SettingSheet, type SheetName } from './setting-sheet.tsx';
import { shopRows, tabletRows, weekRows } from './setting-rows.tsx';
import { SettingsCard } from './settings-card.tsx';
import { shopSummary } from './shop-summary.ts';
import { useSettingContext } from './use-setting-context.ts';
import './my-shop.css';

/** The shop itself: whether it is safe, and how it wants the app to be. */
export function MyShopScreen(): JSX.Element {
  const context = useSettingContext();
  const { settings } = context;
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const card = { context, onOpen: setSheet };
  return (
    <Page
      title={<bdi>{settings.shopName}</bdi>}
      lead={shopSummary(settings)}
      actions={<Button onPress={() => setSheet('shop')}>{m.my_shop_edit()}</Button>}
    >
      <NewsRow />
      <DataSafety />
      <div class="my-shop_settings">
        <SettingsCard title={m.my_shop_the_shop()} rows={shopRows} {...card} />
        <div class="my-shop_stack">
          <SettingsCard title={m.my_shop_the_week()} rows={weekRows} {...card} />
          <SettingsCard title={m.my_shop_this_tablet()} rows={tabletRows} {...card} />
        </div>
      </div>
      {sheet === null ? null : <SettingSheet name={sheet} onClose={() => setSheet(null)} />}
    </Page>
  );
}
