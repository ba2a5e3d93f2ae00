import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Settings } from '#domain/shop/settings.ts';

/** Filled by the shell, which follows the settings row; screens are drawn once it is there. */
export const SettingsContext = createContext<Settings | null>(null);

/** How the shop wants the app to be, as it stands now. */
export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (settings === null) throw new Error('The settings are not read yet');
  return settings;
}
