import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { m } from '#ui/messages.ts';
import { DataSafety } from './data-safety.tsx';
import type { SheetName } from './setting-props.ts';
import { SettingSheet } from './setting-sheet.tsx';
import { ShopSettings } from './shop-settings.tsx';
import { shopSummary } from './shop-summary.ts';
import { TabletSettings } from './tablet-settings.tsx';
import { WeekSettings } from './week-settings.tsx';
import './my-shop.css';

/** The shop itself: whether it is safe, and how it wants the app to be. */
export function MyShopScreen(): JSX.Element {
  const settings = useSettings();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  return (
    <Page
      title={<bdi>{settings.shopName}</bdi>}
      lead={shopSummary(settings)}
      actions={<Button onPress={() => setSheet('shop')}>{m.my_shop_edit()}</Button>}
    >
      <DataSafety />
      <div class="my-shop_settings">
        <ShopSettings onOpen={setSheet} />
        <div class="my-shop_stack">
          <WeekSettings onOpen={setSheet} />
          <TabletSettings onOpen={setSheet} />
        </div>
      </div>
      {sheet === null ? null : <SettingSheet name={sheet} onClose={() => setSheet(null)} />}
    </Page>
  );
}
