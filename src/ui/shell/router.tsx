import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusHeading } from './focus-heading.ts';
import { usePageTitle } from './use-page-title.ts';
import { later } from './lazy-screen.tsx';
import { useRoute } from './navigation.ts';
import './router.css';
import { formatRoute } from '#ui/routes.ts';
import { CounterScreen } from '#ui/screens/counter/counter.tsx';
import { m } from '#ui/messages.ts';

const OtherPlace = later(async () => (await import('./owner-router.tsx')).OtherPlace);

export interface PlaceProps {
  readonly shopName: string;
}

/** The screen of the address. Coming to another one moves the focus to its heading, as a loaded page would. */
export function Place({ shopName }: PlaceProps): JSX.Element {
  const here = useRoute();
  const address = formatRoute(here);
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
      {here.kind === 'counter' ? (
        <CounterPlace shop={shop} />
      ) : (
        <OtherPlace here={here} shop={shop} />
      )}
    </div>
  );
}

function CounterPlace({ shop }: { readonly shop: string }): JSX.Element {
  usePageTitle(m.shell_title({ place: m.shell_counter(), shop }));
  return <CounterScreen />;
}
