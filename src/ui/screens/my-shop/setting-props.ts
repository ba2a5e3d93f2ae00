import type { Settings } from '#domain/shop/settings.ts';
import type { ChangeSettings } from './use-change-settings.ts';

/** The sheets of My shop. */
export type SheetName =
  | 'shop'
  | 'opening'
  | 'closures'
  | 'budget'
  | 'costs'
  | 'pauses'
  | 'focus'
  | 'privacy'
  | 'theme'
  | 'paper';

/** What each sheet of settings is given. */
export interface SettingProps {
  readonly settings: Settings;
  readonly change: ChangeSettings['change'];
}

/** What each card of settings is given. */
export interface SettingsCardProps {
  readonly onOpen: (sheet: SheetName) => void;
}
