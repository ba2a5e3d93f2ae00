import type { JSX } from 'preact';
import { openAgain } from '#app/recovery/reload-app.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';
import type { CrashScreenProps } from '#ui/screens/recovery/crash.tsx';
import { m } from '#ui/messages.ts';

/** The crash screen, fetched in a quiet moment so that it is there when it is needed. */
export const crashScreen = lazyModule(async () => {
  const { CrashScreen } = await import('#ui/screens/recovery/crash.tsx');
  return { CrashScreen };
});

/** The crash screen; where not even that can be had, the bare sentence and a way to begin again. */
export function CrashLoader(props: CrashScreenProps): JSX.Element {
  const crashModule = useLazyModule(crashScreen);
  if (crashModule !== null) return <crashModule.CrashScreen {...props} />;
  return (
    <main>
      <h1>{m.crash_title()}</h1>
      <button type="button" onClick={() => void openAgain()}>
        {m.shell_reload()}
      </button>
    </main>
  );
}
