import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { hasTablets } from '#app/tablets/has-tablets.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';

const overruledList = lazyModule(() => import('#ui/screens/tablets/overruled-list.tsx'));

/** What tablets noted differently about somebody. A shop of one tablet does not load it. */
export function OverruledNotices({ id }: { readonly id: CustomerId }): JSX.Element | null {
  const deps = useDeps();
  const [isShared, setShared] = useState(false);
  useEffect(() => void hasTablets(deps).then(setShared), [deps]);
  return isShared ? <Notices id={id} /> : null;
}

function Notices({ id }: { readonly id: CustomerId }): JSX.Element | null {
  const list = useLazyModule(overruledList);
  return list === null ? null : <list.OverruledOfCustomer id={id} />;
}
