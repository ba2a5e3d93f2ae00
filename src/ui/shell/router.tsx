import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusHeading } from './focus-heading.ts';
import { usePageTitle } from './use-page-title.ts';
import { lazyScreen } from './lazy-screen.tsx';
import { useRoute } from './navigation.ts';
import './router.css';
import { formatRoute } from '#ui/routes.ts';
import { CounterScreen } from '#ui/screens/counter/counter.tsx';
import { m } from '#ui/messages.ts';

const OwnerRouter = lazyScreen(async () => (await import('./owner-router.tsx')).OwnerRouter);

/** The screen of the address. A change moves the focus to its heading, as a loaded page would. */
export function Router({ shopName }: { readonly shopName: string }): JSX.Element {
  const route = useRoute();
  const address = formatRoute(route);
  const place = useRef<HTMLDivElement>(null);
  const beforeRef = useRef(address);
  const shop = shopName || m.app_name();
  useLayoutEffect(() => {
    if (beforeRef.current === address) return undefined;
    beforeRef.current = address;
    return focusHeading(place.current);
  }, [address]);
  return (
    <div class="router" ref={place} key={address}>
      {route.kind === 'counter' ? (
        <CounterRoute shop={shop} />
      ) : (
        <OwnerRouter route={route} shop={shop} />
      )}
    </div>
  );
}

function CounterRoute({ shop }: { readonly shop: string }): JSX.Element {
  usePageTitle(m.shell_title({ place: m.shell_counter(), shop }));
  return <CounterScreen />;
}
