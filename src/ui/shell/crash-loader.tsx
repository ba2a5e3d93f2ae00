import type { JSX } from 'preact';
import { reloadApp } from '#app/recovery/reload-app.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';
import type { CrashScreenProps } from '#ui/screens/recovery/crash.tsx';
import { m } from '#ui/messages.ts';

/** Fetched in an idle moment, so that it is there when it is needed. */
export const crashScreen = lazyModule(async () => import('#ui/screens/recovery/crash.tsx'));

/** The crash screen; where not even that can be fetched, a bare sentence and a way to reload. */
export function CrashLoader(props: CrashScreenProps): JSX.Element {
  const crash = useLazyModule(crashScreen);
  if (crash !== null) return <crash.CrashScreen {...props} />;
  return (
    <main>
      <h1>{m.crash_title()}</h1>
      <button type="button" onClick={() => void reloadApp()}>
        {m.shell_reload()}
      </button>
    </main>
  );
}
