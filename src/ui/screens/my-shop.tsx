import type { JSX } from 'preact';
import { useSettings } from '../hooks/use-settings.ts';
import { Page } from '../parts/page.tsx';

/** The shop itself: how it wants the app to be, and whether it is safe. */
export function MyShopScreen(): JSX.Element {
  const settings = useSettings();
  return <Page title={settings.shopName}>{null}</Page>;
}
