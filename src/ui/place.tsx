import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePageTitle } from './hooks/use-page-title.ts';
import { later } from './later.tsx';
import { useRoute } from './navigation.ts';
import './place.css';
import { formatRoute, type Route } from './routes.ts';
import { CounterScreen } from './screens/counter.tsx';
import { m } from './words.ts';

const PeopleScreen = later(async () => (await import('./screens/people.tsx')).PeopleScreen);
const CustomerScreen = later(async () => (await import('./screens/customer.tsx')).CustomerScreen);
const EditCustomerScreen = later(
  async () => (await import('./screens/edit-customer.tsx')).EditCustomerScreen,
);
const NewCustomerScreen = later(
  async () => (await import('./screens/edit-customer.tsx')).NewCustomerScreen,
);
const WeekScreen = later(async () => (await import('./screens/week.tsx')).WeekScreen);
const CopyScreen = later(async () => (await import('./screens/copy.tsx')).CopyScreen);
const PrintScreen = later(async () => (await import('./screens/print.tsx')).PrintScreen);
const BringInScreen = later(async () => (await import('./screens/bring-in.tsx')).BringInScreen);
const NotFoundScreen = later(async () => (await import('./screens/not-found.tsx')).NotFoundScreen);
const MyShopScreen = later(async () => (await import('./screens/my-shop.tsx')).MyShopScreen);

export interface PlaceProps {
  readonly shopName: string;
}

/** The screen of the address. Coming to another one moves the focus to its heading, as a loaded page would. */
export function Place({ shopName }: PlaceProps): JSX.Element {
  const here = useRoute();
  const address = formatRoute(here);
  const place = useRef<HTMLDivElement>(null);
  const beforeRef = useRef(address);
  usePageTitle(m.shell_title({ place: wordFor(here), shop: shopName || m.app_name() }));
  useLayoutEffect(() => {
    if (beforeRef.current === address) return undefined;
    beforeRef.current = address;
    return focusHeading(place.current);
  }, [address]);
  return (
    <div class="place" ref={place} key={address}>
      <Screen here={here} />
    </div>
  );
}

function Screen({ here }: { readonly here: Route }): JSX.Element {
  switch (here.kind) {
    case 'counter':
      return <CounterScreen />;
    case 'shop':
      return <MyShopScreen />;
    case 'copy':
      return <CopyScreen />;
    case 'people':
      return <PeopleScreen />;
    case 'new-person':
      return <NewCustomerScreen />;
    case 'person':
      return <CustomerScreen id={here.id} />;
    case 'edit-person':
      return <EditCustomerScreen id={here.id} />;
    case 'week':
      return <WeekScreen />;
    case 'print':
      return <PrintScreen />;
    case 'bring-in':
      return <BringInScreen />;
    case 'not-found':
      return <NotFoundScreen />;
  }
}

/** The word of the rail's place that a screen belongs to. */
function wordFor(here: Route): string {
  switch (here.kind) {
    case 'counter':
      return m.shell_counter();
    case 'people':
    case 'new-person':
    case 'person':
    case 'edit-person':
      return m.shell_people();
    case 'week':
    case 'print':
      return m.shell_week();
    case 'shop':
    case 'bring-in':
    case 'copy':
      return m.shell_shop();
    case 'not-found':
      return m.app_name();
  }
}

// A screen that is fetched first has no heading yet: wait for the first one that appears.
function focusHeading(place: HTMLElement | null): (() => void) | undefined {
  if (place === null || focused(place)) return undefined;
  const watcher = new MutationObserver(() => {
    if (focused(place)) watcher.disconnect();
  });
  watcher.observe(place, { childList: true, subtree: true });
  return () => watcher.disconnect();
}

function focused(place: HTMLElement): boolean {
  const heading = place.querySelector('h1');
  if (heading === null) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
