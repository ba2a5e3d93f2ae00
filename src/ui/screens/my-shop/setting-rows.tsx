// Every row of My shop, card by card: one table, drawn by settings-card.tsx.

import type { JSX } from 'preact';
import { runningVersion } from '#app/shop/check-host.ts';
import { spokenLanguage } from '#i18n/catalogue.ts';
import { timeText } from '#i18n/date-time.ts';
import { moneyShort } from '#i18n/format.ts';
import { regionName } from '#i18n/language/region-names.ts';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { cityOf } from '#ui/screens/first-run/locale-options.ts';
import { languageName } from './language-names.ts';
import { settingWord } from './setting-options.ts';
import type { SheetName } from './setting-sheet.tsx';
import { hoursSummary } from './shop-summary.ts';
import type { SettingContext } from './use-setting-context.ts';

type RowText = (context: SettingContext) => string;

interface RowDetails {
  readonly icon: JSX.Element;
  readonly hint?: RowText;
  readonly value?: RowText;
  /** Where it is not always there. */
  readonly isVisible?: (context: SettingContext) => boolean;
}

type SwitchSetting =
  | 'amounts'
  | 'askAmount'
  | 'typingSearches'
  | 'reservedPlace'
  | 'holdOut'
  | 'closingNote';

/** What a row does: it is a switch, leads to a sheet or a place, or installs the app. */
export type RowAction =
  | { readonly toggles: SwitchSetting }
  | { readonly opens: SheetName }
  | { readonly href: string }
  | { readonly opens: 'install' };

export interface SettingRow extends RowDetails {
  readonly action: RowAction;
  readonly label: () => string;
}

/** What the shop is and when it is open. */
export const shopRows: readonly SettingRow[] = [
  row({ opens: 'shop' }, m.my_shop_name, {
    icon: <Icon name="shop" />,
    value: ({ settings }) => `${settings.currency.code} · ${cityOf(settings.zone)}`,
  }),
  row({ opens: 'contact' }, m.my_shop_contact, {
    icon: <Icon name="mail" />,
    hint: ({ settings: { shopAddress, shopPhone, shopEmail } }) =>
      [shopAddress.split('\n')[0] ?? '', shopPhone, shopEmail]
        .filter((text) => text !== '')
        .join(' · ') || m.my_shop_contact_hint(),
  }),
  row({ opens: 'opening' }, m.my_shop_opening, {
    icon: <Icon name="clock" />,
    hint: ({ settings }) => hoursSummary(settings.openings.at(-1)?.hours ?? []),
  }),
  row({ opens: 'closures' }, m.my_shop_closures, {
    icon: <OwnerIcon name="calendar" />,
    hint: m.my_shop_closures_hint,
    value: ({ settings: { closures } }) =>
      closures.length === 0
        ? m.my_shop_closures_none()
        : m.my_shop_closures_count({ count: closures.length }),
  }),
  row({ toggles: 'amounts' }, m.my_shop_amounts, {
    icon: <OwnerIcon name="wallet" />,
    hint: m.my_shop_amounts_hint,
  }),
  row({ toggles: 'closingNote' }, m.my_shop_closing, {
    icon: <Icon name="bell" />,
    hint: m.my_shop_closing_hint,
  }),
  row({ toggles: 'askAmount' }, m.my_shop_ask_amount, {
    icon: <OwnerIcon name="hand" />,
    hint: m.my_shop_ask_amount_hint,
    isVisible: ({ settings }) => settings.amounts,
  }),
  row({ href: formatRoute({ kind: 'import' }) }, m.my_shop_import, {
    icon: <OwnerIcon name="list" />,
    hint: m.my_shop_import_hint,
  }),
  row({ href: formatRoute({ kind: 'export' }) }, m.export_row, {
    icon: <OwnerIcon name="download" />,
    hint: m.export_row_hint,
  }),
];

/** What the week's suggestions keep to. */
export const weekRows: readonly SettingRow[] = [
  row({ href: formatRoute({ kind: 'perks' }) }, m.my_shop_perks, {
    icon: <OwnerIcon name="star" />,
    hint: m.my_shop_perks_hint,
  }),
  row({ opens: 'budget' }, m.my_shop_budget, {
    icon: <Icon name="gift" />,
    value: ({ settings: { budgetMoney, budgetPieces, currency } }) =>
      m.my_shop_budget_value({
        money: moneyShort(budgetMoney, currency),
        pieces: m.my_shop_budget_pieces_value({ count: budgetPieces }),
      }),
  }),
  row({ opens: 'costs' }, m.my_shop_costs, {
    icon: <Icon name="mail" />,
    hint: m.my_shop_costs_hint,
  }),
  row({ opens: 'pauses' }, m.my_shop_pauses, {
    icon: <Icon name="week" />,
    value: ({ settings }) => m.my_shop_pauses_value({ count: settings.restWeeks }),
  }),
  row({ opens: 'messages' }, m.my_shop_messages, {
    icon: <OwnerIcon name="phone" />,
    hint: ({ settings: { quietFrom, quietTo } }) =>
      quietFrom === quietTo
        ? m.my_shop_quiet_never()
        : m.my_shop_quiet_value({ from: timeText(quietFrom), to: timeText(quietTo) }),
    value: ({ settings }) => m.my_shop_news_rest_value({ count: settings.messageRestDays }),
  }),
  row({ toggles: 'reservedPlace' }, m.my_shop_reserved, {
    icon: <Icon name="heart" />,
    hint: m.my_shop_reserved_hint,
  }),
  row({ toggles: 'holdOut' }, m.my_shop_hold_out, {
    icon: <OwnerIcon name="help" />,
    hint: m.my_shop_hold_out_hint,
  }),
  row({ opens: 'focus' }, m.my_shop_focus, {
    icon: <OwnerIcon name="star" />,
    value: ({ settings }) => settingWord(settings, 'focus'),
  }),
];

/** How the app looks and answers on the tablet, and what paper it prints on. */
export const tabletRows: readonly SettingRow[] = [
  row({ toggles: 'typingSearches' }, m.my_shop_typing, {
    icon: <Icon name="search" />,
    hint: m.my_shop_typing_hint,
  }),
  row({ opens: 'language' }, m.my_shop_language_region, {
    icon: <Icon name="globe" />,
    value: ({ settings: { region } }) =>
      [languageName(spokenLanguage()), region === '' ? '' : regionName(region)]
        .filter((word) => word !== '')
        .join(' · '),
  }),
  row({ opens: 'theme' }, m.my_shop_theme, {
    icon: <OwnerIcon name="moon" />,
    value: ({ settings }) => settingWord(settings, 'theme'),
  }),
  row({ opens: 'paper' }, m.my_shop_paper, {
    icon: <OwnerIcon name="printer" />,
    value: ({ settings }) => settingWord(settings, 'paper'),
  }),
  row({ href: formatRoute({ kind: 'printing' }) }, m.printing_title, {
    icon: <OwnerIcon name="printer" />,
    hint: m.printing_row_hint,
  }),
  row({ opens: 'privacy' }, m.privacy_title, {
    icon: <OwnerIcon name="eye-off" />,
    hint: m.privacy_row_hint,
    value: ({ lock }) =>
      lock.hasPin() ? m.privacy_on({ count: lock.idleMinutes() }) : m.privacy_off(),
  }),
  row({ href: formatRoute({ kind: 'protection' }) }, m.protection_title, {
    icon: <OwnerIcon name="lock" />,
    hint: m.protection_row_hint,
  }),
  row({ href: formatRoute({ kind: 'keep' }) }, m.keep_row, {
    icon: <OwnerIcon name="list" />,
    hint: m.keep_row_hint,
  }),
  row({ href: formatRoute({ kind: 'tablets' }) }, m.tablets_title, {
    icon: <OwnerIcon name="join" />,
    hint: m.tablets_row_hint,
    isVisible: ({ isSample }) => !isSample,
  }),
  row({ opens: 'install' }, m.my_shop_install, {
    icon: <OwnerIcon name="download" />,
    hint: m.my_shop_install_hint,
    isVisible: ({ installState }) => installState === 'can-prompt',
  }),
  row({ opens: 'start-over' }, m.my_shop_start_over, {
    icon: <Icon name="undo" />,
    hint: m.my_shop_start_over_hint,
    isVisible: ({ isSample }) => !isSample,
  }),
  row({ href: formatRoute({ kind: 'help' }) }, m.help_title, {
    icon: <OwnerIcon name="help" />,
    hint: m.help_row_hint,
  }),
  row({ opens: 'about' }, m.about_title, {
    icon: <Icon name="shop" />,
    hint: m.about_row_hint,
    value: () => runningVersion,
  }),
];

function row(action: RowAction, label: () => string, details: RowDetails): SettingRow {
  return { action, label, ...details };
}
