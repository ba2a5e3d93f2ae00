import { useMemo } from 'preact/hooks';
import { unseenCustomers, type UnseenCustomer } from '#domain/customers/unseen.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';

/** Whom nobody has seen for as long as the shop says; nobody where it never asks. */
export function useUnseen(): readonly UnseenCustomer[] {
  const now = useRoster();
  const today = useToday();
  const { retentionYears } = useSettings();
  return useMemo(() => {
    const people = [...now.roster.people().values()];
    return retentionYears === null ? [] : unseenCustomers(people, { years: retentionYears, today });
  }, [now, today, retentionYears]);
}
