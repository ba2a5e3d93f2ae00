import { createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { press, type PaperSize, type Press } from '#app/week/printer.ts';

/** The printer; tests put one of their own here. */
export const PressContext = createContext<Press>(press);

export interface LaidPress {
  /** Grows once the faces are there: what was measured before has to be measured again. */
  readonly version: number;
  readonly print: () => Promise<void>;
}

/** The printer with this paper laid in, for as long as the screen is shown. */
export function usePress(paper: PaperSize): LaidPress {
  const { lay, ready, print } = useContext(PressContext);
  const [version, setVersion] = useState(0);
  // Before anything can be printed: a sheet must never meet paper of the size before.
  useLayoutEffect(() => lay(paper), [lay, paper]);
  useEffect(() => {
    let isShown = true;
    async function look(): Promise<void> {
      await ready();
      if (isShown) setVersion((count) => count + 1);
    }
    void look();
    return () => {
      isShown = false;
    };
  }, [ready, paper]);
  return { version, print };
}
