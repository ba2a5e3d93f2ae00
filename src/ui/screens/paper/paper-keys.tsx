import type { JSX } from 'preact';
import type { Printer } from '#app/print/printer.ts';
import type { PaperSheet } from '#paper/marks.ts';
import { usePageSize } from '#ui/hooks/use-printer.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { PrintRoot } from '#ui/print/print-root.tsx';
import { SheetDrawing } from '#ui/print/sheet-drawing.tsx';
import { m } from '#ui/messages.ts';
import './paper-keys.css';
import { usePreparedPdf } from './use-prepared-pdf.ts';

export interface PaperKeysProps {
  readonly printer: Printer;
  /** All of one size. */
  readonly sheets: readonly PaperSheet[];
  /** Of the PDF, without its ending. */
  readonly name: string;
  /** On the key that prints; plain "Print" without. */
  readonly printWord?: string | undefined;
  /** The system's print sheet has closed, or the file was sent or saved. */
  readonly onHandedOver?: () => void;
}

/** The two ways onto paper. What is printed is what the sheets say, mark by mark. */
export function PaperKeys(props: PaperKeysProps): JSX.Element {
  const { printer, sheets, name, printWord = m.print_now(), onHandedOver } = props;
  const { w = 0, h = 0 } = sheets[0] ?? {};
  usePageSize(printer, w, h);
  const pdf = usePreparedPdf(printer, sheets, `${name}.pdf`);
  const isEmpty = sheets.length === 0;
  async function printPages(): Promise<void> {
    await printer.print();
    onHandedOver?.();
  }
  async function sendPdf(): Promise<void> {
    if (await pdf.send()) onHandedOver?.();
  }
  const print = (
    <Button
      key="print"
      kind={printer.isPdfFirst ? 'plain' : 'primary'}
      disabled={isEmpty}
      icon={<OwnerIcon name="printer" size="beside" />}
      onPress={() => void printPages()}
    >
      {printWord}
    </Button>
  );
  const send = (
    <Button
      key="send"
      kind={printer.isPdfFirst ? 'primary' : 'plain'}
      disabled={isEmpty}
      busy={pdf.isBusy}
      icon={<OwnerIcon name="share" size="beside" />}
      onPress={() => void sendPdf()}
    >
      {m.print_pdf()}
    </Button>
  );
  return (
    <div class="paper-keys">
      {printer.isPdfFirst ? [send, print] : [print, send]}
      <PrintRoot>
        {sheets.map((sheet, place) => (
          <SheetDrawing key={place} sheet={sheet} on="paper" />
        ))}
      </PrintRoot>
    </div>
  );
}
