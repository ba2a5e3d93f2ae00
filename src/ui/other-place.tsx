import type { ComponentType, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { focusHeading } from './hooks/focus-heading.ts';
import { usePageTitle } from './hooks/use-page-title.ts';
import { useOwnerPlace } from './hooks/use-privacy-lock.ts';
import { useWhole } from './hooks/use-whole.ts';
import { later } from './later.tsx';
import { placeOf, type Route } from './routes.ts';
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
const DoingScreen = later(async () => (await import('./screens/doing.tsx')).DoingScreen);
const DoingPeopleScreen = later(
  async () => (await import('./screens/doing-people.tsx')).DoingPeopleScreen,
);
const CopyScreen = later(async () => (await import('./screens/copy.tsx')).CopyScreen);
const ProtectionScreen = later(
  async () => (await import('./screens/protection.tsx')).ProtectionScreen,
);
const PrintScreen = later(async () => (await import('./screens/print.tsx')).PrintScreen);
const BringInScreen = later(async () => (await import('./screens/bring-in.tsx')).BringInScreen);
const NotFoundScreen = later(async () => (await import('./screens/not-found.tsx')).NotFoundScreen);
const MyShopScreen = later(async () => (await import('./screens/my-shop.tsx')).MyShopScreen);

const LockScreen = later(async () => (await import('./screens/lock-screen.tsx')).LockScreen);

/** Every place but the Counter, which stands first and knows nothing of them. */
export type OtherRoute = Exclude<Route, { readonly kind: 'counter' }>;

export interface OtherPlaceProps {
  readonly here: OtherRoute;
  readonly shop: string;
}

/** The screen of an address that is not the Counter's. All of them are the owner's: while they are closed, nothing of them is drawn. */
export function OtherPlace({ here, shop }: OtherPlaceProps): JSX.Element | null {
  const isWhole = useWhole();
  const isLocked = useOwnerPlace() && here.kind !== 'not-found';
  useFocusOnTurning(isLocked);
  usePageTitle(m.shell_title({ place: wordFor(here), shop }));
  if (isLocked) return <LockScreen place={wordFor(here)} />;
  if (!isWhole) return null;
  if (here.kind === 'person') return <CustomerScreen id={here.id} />;
  if (here.kind === 'edit-person') return <EditCustomerScreen id={here.id} />;
  if (here.kind === 'doing-people') return <DoingPeopleScreen group={here.group} />;
  const Screen = plainScreens[here.kind];
  return <Screen />;
}

// Closing and opening is like going to another place: whoever listens or types begins at its heading.
function useFocusOnTurning(isLocked: boolean): void {
  const before = useRef(isLocked);
  useEffect(() => {
    if (before.current === isLocked) return undefined;
    before.current = isLocked;
    return focusHeading(document.querySelector('main'));
  }, [isLocked]);
}

type PlainKind = Exclude<OtherRoute['kind'], 'person' | 'edit-person' | 'doing-people'>;

/** The screens that their address says everything about. */
const plainScreens: Readonly<Record<PlainKind, ComponentType>> = {
  people: PeopleScreen,
  'new-person': NewCustomerScreen,
  week: WeekScreen,
  print: PrintScreen,
  doing: DoingScreen,
  shop: MyShopScreen,
  'bring-in': BringInScreen,
  copy: CopyScreen,
  protection: ProtectionScreen,
  'not-found': NotFoundScreen,
};

/** The word of the rail's place that a screen belongs to. */
function wordFor(here: OtherRoute): string {
  switch (placeOf(here)) {
    case 'counter':
      return m.shell_counter();
    case 'people':
      return m.shell_people();
    case 'week':
      return m.shell_week();
    case 'doing':
      return m.shell_insights();
    case 'shop':
      return m.shell_shop();
    case null:
      return m.app_name();
  }
}
