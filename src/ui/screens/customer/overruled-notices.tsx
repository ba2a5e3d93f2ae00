import type { JSX } from 'preact';
import type { CustomerId } from '#domain/customers/customer.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';
import { useHasTablets } from '#ui/hooks/use-has-tablets.ts';

const overruledList = lazyModule(() => import('#ui/screens/tablets/overruled-list.tsx'));

/** What tablets noted differently about somebody. A shop of one tablet does not load it. */
export function OverruledNotices({ id }: { readonly id: CustomerId }): JSX.Element | null {
  return useHasTablets() ? <Notices id={id} /> : null;
}

function Notices({ id }: { readonly id: CustomerId }): JSX.Element | null {
  const list = useLazyModule(overruledList);
  return list === null ? null : <list.OverruledOfCustomer id={id} />;
}
