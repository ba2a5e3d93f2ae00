import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Printer } from '#app/print/printer.ts';
import { documentSheets, type DocumentInput } from '#paper/sheets/document-sheets.ts';
import { usePrinter } from '#ui/hooks/use-printer.ts';
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
export function DocumentKeys(props: DocumentKeysProps): JSX.Element | null {
  const printer = usePrinter();
  return printer === null ? null : <ReadyKeys {...props} printer={printer} />;
}

function ReadyKeys({
  document,
  name,
  printWord,
  printer,
}: DocumentKeysProps & { readonly printer: Printer }): JSX.Element {
  const sheets = useMemo(() => documentSheets(document, printer.measure), [document, printer]);
  return <PaperKeys printer={printer} sheets={sheets} name={name} printWord={printWord} />;
}
