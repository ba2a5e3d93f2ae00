import type { JSX } from 'preact';
import { openAgain } from '#app/opened-again.ts';
import { partOf, usePart } from './hooks/use-part.ts';
import type { CrashScreenProps } from './screens/crash.tsx';
import { m } from './words.ts';

/** The crash screen, fetched in a quiet moment so that it is there when it is needed. */
export const crashScreen = partOf(async () => {
  const { CrashScreen } = await import('./screens/crash.tsx');
  return { CrashScreen };
});

/** The crash screen; where not even that can be had, the bare sentence and a way to begin again. */
export function Crash(props: CrashScreenProps): JSX.Element {
  const part = usePart(crashScreen);
  if (part !== null) return <part.CrashScreen {...props} />;
  return (
    <main>
      <h1>{m.crash_title()}</h1>
      <button type="button" onClick={() => void openAgain()}>
        {m.shell_reload()}
      </button>
    </main>
  );
}
