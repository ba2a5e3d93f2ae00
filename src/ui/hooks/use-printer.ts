import { createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { untilCancelled } from './cancellable.ts';
import { printer, type PaperSize, type Printer } from '#app/week/printer.ts';

/** Tests put a printer of their own here. */
export const PrinterContext = createContext<Printer>(printer);

export interface PaperPrinter {
  /** Grows once the fonts are there: what was measured before has to be measured again. */
  readonly version: number;
  readonly print: () => Promise<void>;
}

/** The printer, set to this paper while the screen is shown. */
export function usePrinter(paper: PaperSize): PaperPrinter {
  const { setPaper, ready, print } = useContext(PrinterContext);
  const [version, setVersion] = useState(0);
  // Before anything can be printed: a sheet must never meet paper of the size before.
  useLayoutEffect(() => setPaper(paper), [setPaper, paper]);
  useEffect(() => untilCancelled(ready(), () => setVersion((count) => count + 1)), [ready, paper]);
  return { version, print };
}
