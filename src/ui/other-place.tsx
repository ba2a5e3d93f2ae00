import type { JSX } from 'preact';
import { usePageTitle } from './hooks/use-page-title.ts';
import { later } from './later.tsx';
import type { Route } from './routes.ts';
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

/** Every place but the Counter, which stands first and knows nothing of them. */
export type OtherRoute = Exclude<Route, { readonly kind: 'counter' }>;

export interface OtherPlaceProps {
  readonly here: OtherRoute;
  readonly shop: string;
}

/** The screen of an address that is not the Counter's. */
export function OtherPlace({ here, shop }: OtherPlaceProps): JSX.Element {
  usePageTitle(m.shell_title({ place: wordFor(here), shop }));
  switch (here.kind) {
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
function wordFor(here: OtherRoute): string {
  switch (here.kind) {
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
