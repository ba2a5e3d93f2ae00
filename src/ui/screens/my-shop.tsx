import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSettings } from '../hooks/use-settings.ts';
import { Button } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { m } from '../words.ts';
import { SafeKeeping } from './my-shop/safe-keeping.tsx';
import type { SheetName } from './my-shop/setting-props.ts';
import { SettingSheet } from './my-shop/setting-sheet.tsx';
import { ShopSettings } from './my-shop/shop-settings.tsx';
import { shopLine } from './my-shop/shop-line.ts';
import { TabletSettings } from './my-shop/tablet-settings.tsx';
import { WeekSettings } from './my-shop/week-settings.tsx';
import './my-shop.css';

/** The shop itself: whether it is safe, and how it wants the app to be. */
export function MyShopScreen(): JSX.Element {
  const settings = useSettings();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  return (
    <Page
      title={<bdi>{settings.shopName}</bdi>}
      lead={shopLine(settings)}
      actions={<Button onPress={() => setSheet('shop')}>{m.my_shop_edit()}</Button>}
    >
      <SafeKeeping />
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
