import { useEffect, useState } from 'preact/hooks';
import { peopleListed, whenPeopleRead, type PeopleRequest } from '#app/customers/customer-list.ts';
import type { Person } from '#app/customers/roster.ts';
import { useShop } from './use-shop.ts';
import type { RosterNow } from './use-roster.ts';
import { useSettings } from './use-settings.ts';
import { whileShown } from './cancellable.ts';

/** The people to list now; null until everybody was looked at. */
export function usePeople({ roster }: RosterNow, request: PeopleRequest): readonly Person[] | null {
  const { deps } = useShop();
  const settings = useSettings();
  const [isRead, setRead] = useState(false);
  useEffect(
    () => whileShown(whenPeopleRead({ deps, roster, settings }), () => setRead(true)),
    [deps, roster, settings],
  );
  return isRead ? peopleListed({ deps, roster, settings }, request) : null;
}
