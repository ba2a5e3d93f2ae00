import { useEffect, useState } from 'preact/hooks';
import { changeSettings } from '#app/shop/change-settings.ts';
import type { InstallState } from '#app/environment.ts';
import type { PrivacyLock } from '#app/privacy/privacy-lock.ts';
import type { Settings, SettingsValues } from '#domain/shop/settings.ts';
import { usePrivacyLock } from '#ui/hooks/use-privacy-lock.ts';
import { useShop, useSettings, useApp } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';

/** What the rows and sheets of My shop show and do. */
export interface SettingContext {
  readonly settings: Settings;
  readonly isSample: boolean;
  /** Saves at once, without a key to press; the shell shows a problem. */
  readonly change: (values: Partial<SettingsValues>) => void;
  /** How many changes have reached the disk since this was shown. */
  readonly saved: number;
  readonly lock: PrivacyLock;
  readonly installState: InstallState;
  readonly install: () => void;
}

export function useSettingContext(): SettingContext {
  const { deps, isSample } = useShop();
  const settings = useSettings();
  const lock = usePrivacyLock();
  const { install } = useApp().device;
  const { run } = useAction();
  const [saved, setSaved] = useState(0);
  const [installState, setInstallState] = useState(install.state);
  useEffect(() => install.subscribe(() => setInstallState(install.state())), [install]);
  async function change(values: Partial<SettingsValues>): Promise<void> {
    const changed = await run(() => changeSettings(deps, values));
    if (changed !== undefined) setSaved((count) => count + 1);
  }
  return {
    settings,
    isSample,
    change: (values) => void change(values),
    saved,
    lock,
    installState,
    install: () => void install.ask(),
  };
}
