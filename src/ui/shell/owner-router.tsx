import type { ComponentType, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { focusHeading } from './focus-heading.ts';
import { usePageTitle } from './use-page-title.ts';
import { useOwnerPlace } from '#ui/hooks/use-privacy-lock.ts';
import { useWhole } from '#ui/hooks/use-roster-complete.ts';
import { later } from './lazy-screen.tsx';
import { placeOf, type Route } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

const PeopleScreen = later(
  async () => (await import('#ui/screens/people/people.tsx')).PeopleScreen,
);
const CustomerScreen = later(
  async () => (await import('#ui/screens/customer/customer.tsx')).CustomerScreen,
);
const EditCustomerScreen = later(
  async () => (await import('#ui/screens/edit-customer/edit-customer.tsx')).EditCustomerScreen,
);
const NewCustomerScreen = later(
  async () => (await import('#ui/screens/edit-customer/edit-customer.tsx')).NewCustomerScreen,
);
const WeekScreen = later(async () => (await import('#ui/screens/week/week.tsx')).WeekScreen);
const DoingScreen = later(
  async () => (await import('#ui/screens/insights/insights.tsx')).DoingScreen,
);
const DoingPeopleScreen = later(
  async () => (await import('#ui/screens/insights/insights-people.tsx')).DoingPeopleScreen,
);
const CopyScreen = later(async () => (await import('#ui/screens/backup/backup.tsx')).CopyScreen);
const ProtectionScreen = later(
  async () => (await import('#ui/screens/protection/protection.tsx')).ProtectionScreen,
);
const PrintScreen = later(async () => (await import('#ui/screens/print/print.tsx')).PrintScreen);
const BringInScreen = later(
  async () => (await import('#ui/screens/import/import.tsx')).BringInScreen,
);
const NotFoundScreen = later(
  async () => (await import('#ui/screens/not-found/not-found.tsx')).NotFoundScreen,
);
const MyShopScreen = later(
  async () => (await import('#ui/screens/my-shop/my-shop.tsx')).MyShopScreen,
);

const LockScreen = later(
  async () => (await import('#ui/screens/privacy/lock-screen.tsx')).LockScreen,
);

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
