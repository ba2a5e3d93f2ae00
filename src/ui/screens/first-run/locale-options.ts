import { currencyCodes } from '#app/shop/currencies.ts';
import { locale } from '#i18n/language/locale.ts';
import type { SelectOption } from '#ui/parts/controls/field.tsx';

/** The city that names a zone: `America/New_York` is New York's clock. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Every zone this device knows, `current` among them. */
export function zoneOptions(current: string): readonly SelectOption<string>[] {
  const zones = new Set([current, ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].toSorted().map((zone) => ({ value: zone, word: zone.replaceAll('_', ' ') }));
}

/** "British pounds" for GBP. */
export function currencyName(code: string): string {
  const format = new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency: code,
    currencyDisplay: 'name',
  });
  const name = format.formatToParts(2).find((part) => part.type === 'currency');
  return name?.value ?? code;
}

/** The currencies to choose from, `current` among them. */
export function currencyOptions(current: string): readonly SelectOption<string>[] {
  return [...new Set([current, ...currencyCodes])]
    .toSorted()
    .map((code) => ({ value: code, word: `${code} · ${currencyName(code)}` }));
}
