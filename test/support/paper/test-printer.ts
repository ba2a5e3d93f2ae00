// A printer that prints nothing and counts: letters are measured as `plainMeasure` does.
import type { Printer } from '#app/print/printer.ts';
import type { PageSize, PaperSheet } from '#paper/marks.ts';
import { plainMeasure } from './plain-measure.ts';

export interface TestPrinter extends Printer {
  /** The page sizes that are set just now. */
  readonly sizes: readonly PageSize[];
  readonly printed: () => number;
  /** The sheets of each file that was made, the latest last. */
  readonly files: readonly (readonly PaperSheet[])[];
  readonly saved: readonly string[];
  readonly shared: readonly string[];
}

export interface TestPrinterOptions {
  readonly canShare?: boolean;
  /** Letters that this printer has no picture of. */
  readonly missing?: string;
}

export function testPrinter({
  canShare = false,
  missing = '',
}: TestPrinterOptions = {}): TestPrinter {
  const sizes: PageSize[] = [];
  const files: (readonly PaperSheet[])[] = [];
  const saved: string[] = [];
  const shared: string[] = [];
  let printed = 0;
  return {
    sizes,
    files,
    saved,
    shared,
    printed: () => printed,
    setPage(size) {
      sizes.push(size);
      return () => void sizes.splice(sizes.indexOf(size), 1);
    },
    ready: async () => {},
    measure: plainMeasure,
    isMissing: (letter) => missing.includes(letter),
    print: async () => {
      printed += 1;
    },
    async makePdf(sheets, name) {
      files.push(sheets);
      return new File(['%PDF'], name, { type: 'application/pdf' });
    },
    canShare: () => canShare,
    async share(file) {
      shared.push(file.name);
      return true;
    },
    save: (file) => void saved.push(file.name),
    isPdfFirst: canShare,
  };
}
