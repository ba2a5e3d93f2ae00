import type { JSX } from 'preact';
import { printerNames } from '#app/print/printer-fits.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import type { PrintTabProps } from './print-choices.ts';

/** With which printer, and the way to measure one. */
export function PrinterField({
  printerName,
  onPrinterName,
  onChoose,
}: Pick<PrintTabProps, 'printerName' | 'onPrinterName' | 'onChoose'>): JSX.Element {
  const { printers } = useSettings();
  const named = printerNames(printers).map((name) => ({ value: `named ${name}`, word: name }));
  return (
    <SelectField
      label={m.print_printer()}
      options={[
        { value: 'any', word: m.print_printer_any() },
        ...named,
        { value: 'measure', word: m.print_printer_measure() },
      ]}
      value={printerName === '' ? 'any' : `named ${printerName}`}
      onChange={(value) => {
        if (value === 'measure') onChoose({ thing: 'test' });
        else onPrinterName(value === 'any' ? '' : value.replace('named ', ''));
      }}
    />
  );
}
