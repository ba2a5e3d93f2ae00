import { createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { browserPrinter, type Printer } from '#app/print/printer.ts';
import { untilCancelled } from './cancellable.ts';

/** Tests put a printer of their own here. */
export const PrinterContext = createContext<Printer>(browserPrinter());

/** The printer once text has its final width; null before: what is measured then would move. */
export function usePrinter(): Printer | null {
  const printer = useContext(PrinterContext);
  const [isReady, setReady] = useState(false);
  useEffect(() => untilCancelled(printer.ready(), () => setReady(true)), [printer]);
  return isReady ? printer : null;
}

/** Keeps the printer set to this paper while the screen is shown. */
export function usePageSize(printer: Printer, w: number, h: number): void {
  const { setPage } = printer;
  // Before anything can be printed: a sheet must never meet paper of the size before.
  useLayoutEffect(() => setPage({ w, h }), [setPage, w, h]);
}
