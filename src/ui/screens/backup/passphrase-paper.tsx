import type { JSX } from 'preact';
import { dayText } from '#i18n/format.ts';
import { usePrinter } from '#ui/hooks/use-printer.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { PassphraseSheet } from '#ui/print/passphrase-sheet.tsx';
import { PrintRoot } from '#ui/print/print-root.tsx';
import { m } from '#ui/messages.ts';

/** The words on paper: the key, and the sheet that is in the printer while it is shown. */
export function PassphrasePaper({ phrase }: { readonly phrase: string }): JSX.Element {
  const { paper, shopName } = useSettings();
  const { print } = usePrinter(paper);
  const today = useToday();
  const made = m.phrase_sheet_made({ day: dayText(today, today), year: today.slice(0, 4) });
  return (
    <>
      <Button icon={<OwnerIcon name="printer" size="beside" />} onPress={() => void print()}>
        {m.backup_lock_print()}
      </Button>
      <PrintRoot>
        <PassphraseSheet paper={paper} shop={shopName} made={made} phrase={phrase} />
      </PrintRoot>
    </>
  );
}
