import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Printer } from '#app/print/printer.ts';
import type { PaperSheet } from '#paper/marks.ts';

export interface PreparedPdf {
  /** Nothing can be sent yet: the pages are being drawn. */
  readonly isBusy: boolean;
  /** Sends or saves the file; false when it was not sent. Call straight from a tap. */
  readonly send: () => Promise<boolean>;
}

/** The owner is still choosing for so long. */
const quietMs = 300;

/**
 * The sheets as one file. Where it can be handed to another app it is made as soon as the sheets
 * stand still, because a share sheet opens only straight from a tap; elsewhere on the tap.
 */
export function usePreparedPdf(
  printer: Printer,
  sheets: readonly PaperSheet[],
  name: string,
): PreparedPdf {
  const canShare = useMemo(
    () => printer.canShare(new File([], name, { type: 'application/pdf' })),
    [printer, name],
  );
  const [file, setFile] = useState<File | null>(null);
  const [isMaking, setMaking] = useState(false);
  useEffect(() => {
    setFile(null);
    if (!canShare || sheets.length === 0) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void printer.makePdf(sheets, name, stop.signal).then(setFile);
    }, quietMs);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [printer, sheets, name, canShare]);
  return {
    isBusy: isMaking || (canShare && file === null),
    async send() {
      if (file !== null) return printer.share(file);
      setMaking(true);
      const made = await printer.makePdf(sheets, name).finally(() => setMaking(false));
      if (made !== null) printer.save(made);
      return made !== null;
    },
  };
}
