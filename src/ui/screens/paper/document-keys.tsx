import type { JSX } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { documentSheets, type DocumentInput } from '#paper/sheets/document-sheets.ts';
import { PrinterContext, usePrinter } from '#ui/hooks/use-printer.ts';
import { PaperKeys } from './paper-keys.tsx';

export interface DocumentKeysProps {
  /** Made once for what it says: the same object means the same pages. */
  readonly document: DocumentInput;
  /** Of the PDF, without its ending. */
  readonly name: string;
  /** On the key that prints; plain "Print" without. */
  readonly printWord?: string;
}

/** The keys that put pages of words on paper; the pages go on for as long as there is to say. */
export function DocumentKeys({ document, name, printWord }: DocumentKeysProps): JSX.Element {
  const printer = useContext(PrinterContext);
  const ready = usePrinter();
  // The keys stand from the beginning: what comes later would move what is below them.
  const sheets = useMemo(
    () => (ready === null ? [] : documentSheets(document, ready.measure)),
    [document, ready],
  );
  return <PaperKeys printer={printer} sheets={sheets} name={name} printWord={printWord} />;
}
