import type { JSX } from 'preact';
import { useChangeSettings } from './use-change-settings.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { cityOf } from '#ui/screens/first-run/locale-options.ts';
import type { SettingsCardProps } from './setting-props.ts';
import { hoursSummary } from './shop-summary.ts';

/** What the shop is and when it is open. */
export function ShopSettings({ onOpen }: SettingsCardProps): JSX.Element {
  const settings = useSettings();
  const { change } = useChangeSettings();
  const { closures } = settings;
  return (
    <Card title={m.my_shop_the_shop()}>
      <RowList>
        <Row
          icon={<Icon name="shop" />}
          title={m.my_shop_name()}
          value={`${settings.currency.code} · ${cityOf(settings.zone)}`}
          onPress={() => onOpen('shop')}
        />
        <Row
          icon={<Icon name="clock" />}
          title={m.my_shop_opening()}
          hint={hoursSummary(settings.openings.at(-1)?.hours ?? [])}
          onPress={() => onOpen('opening')}
        />
        <Row
          icon={<OwnerIcon name="calendar" />}
          title={m.my_shop_closures()}
          hint={m.my_shop_closures_hint()}
          value={
            closures.length === 0
              ? m.my_shop_closures_none()
              : m.my_shop_closures_count({ count: closures.length })
          }
          onPress={() => onOpen('closures')}
        />
        <Toggle
          icon={<OwnerIcon name="wallet" />}
          label={m.my_shop_amounts()}
          hint={m.my_shop_amounts_hint()}
          checked={settings.amounts}
          onChange={(amounts) => change({ amounts })}
        />
        {settings.amounts ? (
          <Toggle
            icon={<OwnerIcon name="hand" />}
            label={m.my_shop_ask_amount()}
            hint={m.my_shop_ask_amount_hint()}
            checked={settings.askAmount}
            onChange={(askAmount) => change({ askAmount })}
          />
        ) : null}
        <Row
          icon={<OwnerIcon name="list" />}
          title={m.my_shop_import()}
          hint={m.my_shop_import_hint()}
          href={formatRoute({ kind: 'import' })}
        />
      </RowList>
    </Card>
  );
}
