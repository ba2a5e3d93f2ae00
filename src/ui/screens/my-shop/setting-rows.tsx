// Every row of My shop, card by card: one table, drawn by settings-card.tsx.

import type { JSX } from 'preact';
import { moneyShort } from '#i18n/format.ts';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { cityOf } from '#ui/screens/first-run/locale-options.ts';
import { settingWord } from './setting-options.ts';
import type { SheetName } from './setting-sheet.tsx';
import { hoursSummary } from './shop-summary.ts';
import type { SettingContext } from './use-setting-context.ts';

type RowText = (context: SettingContext) => string;

interface RowDetails {
  readonly hint?: RowText;
  /** What is set now. */
  readonly value?: RowText;
  /** Where it is not always there. */
  readonly isVisible?: (context: SettingContext) => boolean;
}

type SwitchSetting = 'amounts' | 'askAmount' | 'typingSearches' | 'reservedPlace' | 'holdOut';

/** What a row does: it is a switch, leads to a sheet or a place, or installs the app. */
export type RowAction =
  | { readonly toggles: SwitchSetting }
  | { readonly opens: SheetName }
  | { readonly href: string }
  | { readonly opens: 'install' };

export interface SettingRow extends RowDetails {
  readonly action: RowAction;
  readonly icon: JSX.Element;
  readonly label: () => string;
}

/** What the shop is and when it is open. */
export const shopRows: readonly SettingRow[] = [
  row({ opens: 'shop' }, <Icon name="shop" />, m.my_shop_name, {
    value: ({ settings }) => `${settings.currency.code} · ${cityOf(settings.zone)}`,
  }),
  row({ opens: 'opening' }, <Icon name="clock" />, m.my_shop_opening, {
    hint: ({ settings }) => hoursSummary(settings.openings.at(-1)?.hours ?? []),
  }),
  row({ opens: 'closures' }, <OwnerIcon name="calendar" />, m.my_shop_closures, {
    hint: m.my_shop_closures_hint,
    value: ({ settings: { closures } }) =>
      closures.length === 0
        ? m.my_shop_closures_none()
        : m.my_shop_closures_count({ count: closures.length }),
  }),
  row({ toggles: 'amounts' }, <OwnerIcon name="wallet" />, m.my_shop_amounts, {
    hint: m.my_shop_amounts_hint,
  }),
  row({ toggles: 'askAmount' }, <OwnerIcon name="hand" />, m.my_shop_ask_amount, {
    hint: m.my_shop_ask_amount_hint,
    isVisible: ({ settings }) => settings.amounts,
  }),
  row({ href: formatRoute({ kind: 'import' }) }, <OwnerIcon name="list" />, m.my_shop_import, {
    hint: m.my_shop_import_hint,
  }),
];

/** What the week's suggestions keep to. */
export const weekRows: readonly SettingRow[] = [
  row({ opens: 'budget' }, <Icon name="gift" />, m.my_shop_budget, {
    value: ({ settings: { budgetMoney, budgetPieces, currency } }) =>
      m.my_shop_budget_value({
        money: moneyShort(budgetMoney, currency),
        pieces: m.my_shop_budget_pieces_value({ count: budgetPieces }),
      }),
  }),
  row({ opens: 'costs' }, <Icon name="mail" />, m.my_shop_costs, { hint: m.my_shop_costs_hint }),
  row({ opens: 'pauses' }, <Icon name="week" />, m.my_shop_pauses, {
    value: ({ settings }) => m.my_shop_pauses_value({ count: settings.restWeeks }),
  }),
  row({ toggles: 'reservedPlace' }, <Icon name="heart" />, m.my_shop_reserved, {
    hint: m.my_shop_reserved_hint,
  }),
  row({ toggles: 'holdOut' }, <OwnerIcon name="help" />, m.my_shop_hold_out, {
    hint: m.my_shop_hold_out_hint,
  }),
  row({ opens: 'focus' }, <OwnerIcon name="star" />, m.my_shop_focus, {
    value: ({ settings }) => settingWord(settings, 'focus'),
  }),
];

/** How the app looks and answers on the tablet, and what paper it prints on. */
export const tabletRows: readonly SettingRow[] = [
  row({ toggles: 'typingSearches' }, <Icon name="search" />, m.my_shop_typing, {
    hint: m.my_shop_typing_hint,
  }),
  row({ opens: 'theme' }, <OwnerIcon name="moon" />, m.my_shop_theme, {
    value: ({ settings }) => settingWord(settings, 'theme'),
  }),
  row({ opens: 'paper' }, <OwnerIcon name="printer" />, m.my_shop_paper, {
    value: ({ settings }) => settingWord(settings, 'paper'),
  }),
  row({ opens: 'privacy' }, <OwnerIcon name="eye-off" />, m.privacy_title, {
    hint: m.privacy_row_hint,
    value: ({ lock }) =>
      lock.hasPin() ? m.privacy_on({ count: lock.idleMinutes() }) : m.privacy_off(),
  }),
  row(
    { href: formatRoute({ kind: 'protection' }) },
    <OwnerIcon name="lock" />,
    m.protection_title,
    {
      hint: m.protection_row_hint,
    },
  ),
  row({ opens: 'install' }, <OwnerIcon name="download" />, m.my_shop_install, {
    hint: m.my_shop_install_hint,
    isVisible: ({ installState }) => installState === 'can-prompt',
  }),
];

function row(
  action: RowAction,
  icon: JSX.Element,
  label: () => string,
  details: RowDetails,
): SettingRow {
  return { action, icon, label, ...details };
}
