import type { JSX } from 'preact';
import { moneyShort } from '#i18n/format.ts';
import { useChangeSettings } from './use-change-settings.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { m } from '#ui/messages.ts';
import type { SettingsCardProps } from './setting-props.ts';
import { focusWord } from './setting-text.ts';

/** What the week's suggestions keep to. */
export function WeekSettings({ onOpen }: SettingsCardProps): JSX.Element {
  const settings = useSettings();
  const { change } = useChangeSettings();
  const pieces = m.my_shop_budget_pieces_value({ count: settings.budgetPieces });
  const money = moneyShort(settings.budgetMoney, settings.currency);
  return (
    <Card title={m.my_shop_the_week()}>
      <RowList>
        <Row
          icon={<Icon name="gift" />}
          title={m.my_shop_budget()}
          value={m.my_shop_budget_value({ money, pieces })}
          onPress={() => onOpen('budget')}
        />
        <Row
          icon={<Icon name="mail" />}
          title={m.my_shop_costs()}
          hint={m.my_shop_costs_hint()}
          onPress={() => onOpen('costs')}
        />
        <Row
          icon={<Icon name="week" />}
          title={m.my_shop_pauses()}
          value={m.my_shop_pauses_value({ count: settings.restWeeks })}
          onPress={() => onOpen('pauses')}
        />
        <Toggle
          icon={<Icon name="heart" />}
          label={m.my_shop_reserved()}
          hint={m.my_shop_reserved_hint()}
          checked={settings.reservedPlace}
          onChange={(reservedPlace) => change({ reservedPlace })}
        />
        <Toggle
          icon={<OwnerIcon name="help" />}
          label={m.my_shop_hold_out()}
          hint={m.my_shop_hold_out_hint()}
          checked={settings.holdOut}
          onChange={(holdOut) => change({ holdOut })}
        />
        <Row
          icon={<OwnerIcon name="star" />}
          title={m.my_shop_focus()}
          value={focusWord(settings.focus)}
          onPress={() => onOpen('focus')}
        />
      </RowList>
    </Card>
  );
}
