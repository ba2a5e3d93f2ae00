import { useState } from 'preact/hooks';
import { changeSettings } from '#app/shop/settings.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';

export interface ChangeSettings {
  /** Writes the change at once; a problem is said by the shell. */
  readonly change: (values: Partial<SettingsValues>) => void;
  /** How many changes have reached the disk since this was shown. */
  readonly saved: number;
}

/**
 * For every switch and field of My shop: what is chosen is saved at once, there is no key for it.
 */
export function useChangeSettings(): ChangeSettings {
  const deps = useDeps();
  const { run } = useAction();
  const [saved, setSaved] = useState(0);
  async function write(values: Partial<SettingsValues>): Promise<void> {
    const settings = await run(() => changeSettings(deps, values));
    if (settings !== undefined) setSaved((count) => count + 1);
  }
  return { change: (values) => void write(values), saved };
}
