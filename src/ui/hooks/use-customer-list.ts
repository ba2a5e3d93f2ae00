import { useEffect, useState } from 'preact/hooks';
import {
  listCustomers,
  whenCustomersReady,
  type CustomerListRequest,
} from '#app/customers/customer-list.ts';
import type { RosterEntry } from '#app/customers/roster.ts';
import { useShop, useSettings } from './use-shop.ts';
import type { RosterVersion } from './use-roster.ts';
import { untilCancelled } from './cancellable.ts';

/** The customers to list now; null until all are ranked. */
export function useCustomerList(
  { roster }: RosterVersion,
  request: CustomerListRequest,
): readonly RosterEntry[] | null {
  const { deps } = useShop();
  const settings = useSettings();
  const [isRead, setRead] = useState(false);
  useEffect(
    () => untilCancelled(whenCustomersReady({ deps, roster, settings }), () => setRead(true)),
    [deps, roster, settings],
  );
  return isRead ? listCustomers({ deps, roster, settings }, request) : null;
}
