import { createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { printer, type PaperSize, type Printer } from '#app/week/printer.ts';

/** The printer; tests put one of their own here. */
export const PrinterContext = createContext<Printer>(printer);

export interface PaperPrinter {
  /** Grows once the faces are there: what was measured before has to be measured again. */
  readonly version: number;
  readonly print: () => Promise<void>;
}

/** The printer with this paper laid in, for as long as the screen is shown. */
export function usePrinter(paper: PaperSize): PaperPrinter {
  const { setPaper, ready, print } = useContext(PrinterContext);
  const [version, setVersion] = useState(0);
  // Before anything can be printed: a sheet must never meet paper of the size before.
  useLayoutEffect(() => setPaper(paper), [setPaper, paper]);
  useEffect(() => {
    let isActive = true;
    async function waitForFonts(): Promise<void> {
      await ready();
      if (isActive) setVersion((count) => count + 1);
    }
    void waitForFonts();
    return () => {
      isActive = false;
    };
  }, [ready, paper]);
  return { version, print };
}
