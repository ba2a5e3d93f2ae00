import { useMemo } from 'preact/hooks';
import type { Wording } from '#i18n/format.ts';
import { useShop, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { m } from '#ui/messages.ts';

export function useWording(): Wording {
  const { roster } = useShop();
  const { currency } = useSettings();
  const today = useToday();
  return useMemo(
    () => ({
      today,
      currency,
      nameOf: (id) => roster.person(id)?.customer.name ?? m.week_somebody(),
    }),
    [roster, currency, today],
  );
}
