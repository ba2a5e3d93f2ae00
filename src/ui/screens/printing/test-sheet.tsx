import type { JSX } from 'preact';
import { PrintScreen } from '#ui/screens/print/print.tsx';

/** The sheet that a printer is measured with, straight from the page about printers. */
export function TestSheetScreen(): JSX.Element {
  return <PrintScreen thing="test" />;
}
