import { spansOf, type OpenHours } from '#domain/shop/calendar.ts';
import type { Settings, ShopKind } from '#domain/shop/settings.ts';
import { clockText } from '#i18n/date-time.ts';
import { conjunctionText, weekdayName } from '#i18n/format.ts';
import { weekdaysInOrder } from '#i18n/language/weekdays-in-order.ts';
import type { Weekday } from '#lib/day.ts';
import { m } from '#ui/messages.ts';
import { currencyName } from '#ui/screens/first-run/locale-options.ts';

/** "Butcher’s. Open Monday to Saturday, 8 to 6. British pounds." */
export function shopSummary(settings: Settings): string {
  const kind = kindWord(settings.shopKind);
  const hours = hoursSummary(settings.openings.at(-1)?.hours ?? []);
  return settings.amounts
    ? m.my_shop_lead({ kind, hours, currency: currencyName(settings.currency.code) })
    : m.my_shop_lead_no_money({ kind, hours });
}

/** "Monday to Saturday, 8:00 to 18:00", or on how many days when they differ. */
export function hoursSummary(hours: readonly (OpenHours | null)[]): string {
  const open = weekdaysInOrder().filter((weekday) => (hours[weekday - 1] ?? null) !== null);
  const [first] = open;
  if (first === undefined) return m.my_shop_hours_never();
  const times = new Set(open.map((weekday) => JSON.stringify(hours[weekday - 1])));
  const same = hours[first - 1];
  if (times.size > 1 || same === undefined || same === null)
    return m.my_shop_hours_mixed({ count: open.length });
  const days = daysText(open);
  if (same.breaks !== undefined) return m.my_shop_hours_days({ days, hours: spansText(same) });
  return m.my_shop_hours_line({
    days,
    opens: clockText(same.opens),
    closes: clockText(same.closes % 1440),
  });
}

function spansText(hours: OpenHours): string {
  const spans = spansOf(hours).map(({ opens, closes }) =>
    m.my_shop_hours_span({ opens: clockText(opens % 1440), closes: clockText(closes % 1440) }),
  );
  return conjunctionText(spans);
}

function daysText(open: readonly Weekday[]): string {
  const [first] = open;
  const last = open.at(-1);
  if (first === undefined || last === undefined) return '';
  // From Saturday to Thursday is a row of days too, where weeks begin on a Saturday.
  if (open.length > 2 && (last - first + 7) % 7 === open.length - 1)
    return m.my_shop_days_range({ first: weekdayName(first), last: weekdayName(last) });
  return conjunctionText(open.map(weekdayName));
}

function kindWord(kind: ShopKind): string {
  switch (kind) {
    case 'butcher':
      return m.my_shop_kind_butcher();
    case 'cafe':
      return m.my_shop_kind_cafe();
    case 'bakery':
      return m.my_shop_kind_bakery();
    case 'other':
      return m.my_shop_kind_other();
  }
}
