import type { ComponentType, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { focusHeading } from './focus-heading.ts';
import { usePageTitle } from './use-page-title.ts';
import { useOwnerLock } from '#ui/hooks/use-privacy-lock.ts';
import { useRosterComplete } from '#ui/hooks/use-roster-complete.ts';
import { lazyScreen } from './lazy-screen.tsx';
import { sectionOf, type RailSection, type Route } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

const CustomerScreen = lazyScreen(
  async () => (await import('#ui/screens/customer/customer.tsx')).CustomerScreen,
);
const EditCustomerScreen = lazyScreen(
  async () => (await import('#ui/screens/edit-customer/edit-customer.tsx')).EditCustomerScreen,
);
const HeldScreen = lazyScreen(async () => (await import('#ui/screens/held/held.tsx')).HeldScreen);
const InsightsPeopleScreen = lazyScreen(
  async () => (await import('#ui/screens/insights/insights-people.tsx')).InsightsPeopleScreen,
);
const RoundScreen = lazyScreen(
  async () => (await import('#ui/screens/rounds/round.tsx')).RoundScreen,
);
const RoundPrintScreen = lazyScreen(
  async () => (await import('#ui/screens/rounds/round-print.tsx')).RoundPrintScreen,
);
const PersonMessageScreen = lazyScreen(
  async () => (await import('#ui/screens/messages/messages.tsx')).PersonMessageScreen,
);
const PeopleListScreen = lazyScreen(
  async () => (await import('#ui/screens/people-list/people-list.tsx')).PeopleListScreen,
);
const PrintPeopleScreen = lazyScreen(
  async () => (await import('#ui/screens/people-list/print-people.tsx')).PrintPeopleScreen,
);
const HelpScreen = lazyScreen(async () => (await import('#ui/screens/help/help.tsx')).HelpScreen);
const LockScreen = lazyScreen(
  async () => (await import('#ui/screens/privacy/lock-screen.tsx')).LockScreen,
);

/** Every screen but the Counter, which is loaded first and knows nothing of them. */
export type OwnerRoute = Exclude<Route, { readonly kind: 'counter' }>;

export interface OwnerRouterProps {
  readonly route: OwnerRoute;
  readonly shop: string;
}

/** The screen of an owner's address. While they are locked, nothing of them is drawn. */
export function OwnerRouter({ route, shop }: OwnerRouterProps): JSX.Element | null {
  const isComplete = useRosterComplete();
  const isLocked = useOwnerLock() && route.kind !== 'not-found';
  useFocusOnLockChange(isLocked);
  usePageTitle(m.shell_title({ place: sectionLabel(route), shop }));
  if (isLocked) return <LockScreen place={sectionLabel(route)} />;
  return isComplete ? <RoutedScreen route={route} /> : null;
}

function RoutedScreen({ route }: Pick<OwnerRouterProps, 'route'>): JSX.Element {
  if (route.kind === 'person') return <CustomerScreen id={route.id} />;
  if (route.kind === 'edit-person') return <EditCustomerScreen id={route.id} />;
  if (route.kind === 'held') return <HeldScreen id={route.id} />;
  if (route.kind === 'message-person') return <PersonMessageScreen id={route.id} />;
  if (route.kind === 'insights-people') return <InsightsPeopleScreen group={route.group} />;
  if (route.kind === 'round') return <RoundScreen id={route.id} />;
  if (route.kind === 'round-print') return <RoundPrintScreen id={route.id} />;
  if (route.kind === 'people-list') return <PeopleList {...route} />;
  if (route.kind === 'help') return <HelpScreen linked={null} />;
  if (route.kind === 'help-question') return <HelpScreen linked={route.name} />;
  const Screen = screensWithoutParams[route.kind];
  return <Screen />;
}

function PeopleList({ as, list }: Pick<PeopleListRoute, 'as' | 'list'>): JSX.Element {
  return as === 'list' ? (
    <PeopleListScreen list={list} />
  ) : (
    <PrintPeopleScreen list={list} as={as} />
  );
}

// Locking and unlocking is like going to another screen: it begins at the heading.
function useFocusOnLockChange(isLocked: boolean): void {
  const before = useRef(isLocked);
  useEffect(() => {
    if (before.current === isLocked) return undefined;
    before.current = isLocked;
    return focusHeading(document.querySelector('main'));
  }, [isLocked]);
}

type PeopleListRoute = Extract<OwnerRoute, { readonly kind: 'people-list' }>;

type RouteWithoutParams = Exclude<
  OwnerRoute['kind'],
  | 'person'
  | 'edit-person'
  | 'held'
  | 'message-person'
  | 'insights-people'
  | 'people-list'
  | 'round'
  | 'round-print'
  | 'help'
  | 'help-question'
>;

const screensWithoutParams: Readonly<Record<RouteWithoutParams, ComponentType>> = {
  people: lazyScreen(async () => (await import('#ui/screens/people/people.tsx')).PeopleScreen),
  'new-person': lazyScreen(
    async () => (await import('#ui/screens/edit-customer/edit-customer.tsx')).NewCustomerScreen,
  ),
  doubles: lazyScreen(async () => (await import('#ui/screens/doubles/doubles.tsx')).DoublesScreen),
  messages: lazyScreen(
    async () => (await import('#ui/screens/messages/messages.tsx')).MessagesScreen,
  ),
  unseen: lazyScreen(async () => (await import('#ui/screens/unseen/unseen.tsx')).UnseenScreen),
  keep: lazyScreen(async () => (await import('#ui/screens/keep/keep.tsx')).KeepScreen),
  'learn-names': lazyScreen(
    async () => (await import('#ui/screens/learn-names/learn-names.tsx')).LearnNamesScreen,
  ),
  week: lazyScreen(async () => (await import('#ui/screens/week/week.tsx')).WeekScreen),
  print: lazyScreen(async () => (await import('#ui/screens/print/print.tsx')).PrintScreen),
  rounds: lazyScreen(async () => (await import('#ui/screens/rounds/rounds.tsx')).RoundsScreen),
  dates: lazyScreen(async () => (await import('#ui/screens/dates/dates.tsx')).DatesScreen),
  insights: lazyScreen(
    async () => (await import('#ui/screens/insights/insights.tsx')).InsightsScreen,
  ),
  shop: lazyScreen(async () => (await import('#ui/screens/my-shop/my-shop.tsx')).MyShopScreen),
  perks: lazyScreen(async () => (await import('#ui/screens/perks/perks.tsx')).PerksScreen),
  poster: lazyScreen(async () => (await import('#ui/screens/posters/poster.tsx')).PosterScreen),
  wall: lazyScreen(async () => (await import('#ui/screens/posters/wall.tsx')).WallScreen),
  printing: lazyScreen(
    async () => (await import('#ui/screens/printing/printing.tsx')).PrintingScreen,
  ),
  'test-sheet': lazyScreen(
    async () => (await import('#ui/screens/printing/test-sheet.tsx')).TestSheetScreen,
  ),
  import: lazyScreen(async () => (await import('#ui/screens/import/import.tsx')).ImportScreen),
  backup: lazyScreen(async () => (await import('#ui/screens/backup/backup.tsx')).BackupScreen),
  export: lazyScreen(async () => (await import('#ui/screens/export/export.tsx')).ExportScreen),
  protection: lazyScreen(
    async () => (await import('#ui/screens/protection/protection.tsx')).ProtectionScreen,
  ),
  tablets: lazyScreen(async () => (await import('#ui/screens/tablets/tablets.tsx')).TabletsScreen),
  'not-found': lazyScreen(
    async () => (await import('#ui/screens/not-found/not-found.tsx')).NotFoundScreen,
  ),
};

function sectionLabel(route: OwnerRoute): string {
  const section = sectionOf(route);
  return section === null ? m.app_name() : sectionLabels[section]();
}

const sectionLabels: Readonly<Record<RailSection, () => string>> = {
  counter: m.shell_counter,
  people: m.shell_people,
  week: m.shell_week,
  insights: m.shell_insights,
  shop: m.shell_shop,
};
