import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { dayText } from '#i18n/format.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import type { DocumentInput } from '#paper/sheets/document-sheets.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { DocumentKeys } from '#ui/screens/paper/document-keys.tsx';
import { pageFootWords } from '#ui/screens/paper/page-foot-words.ts';
import { m } from '#ui/messages.ts';

/** The six words on paper, with what their finder has to know, even without this app. */
export function PassphrasePaper({ phrase }: { readonly phrase: string }): JSX.Element {
  const { paper, shopName } = useSettings();
  const today = useToday();
  const document = useMemo(
    (): DocumentInput => ({
      size: pageSizes[paper],
      head: {
        shop: shopName,
        title: m.phrase_sheet_title(),
        lead: m.phrase_sheet_made({ day: dayText(today, today), year: today.slice(0, 4) }),
      },
      foot: pageFootWords(today),
      parts: [
        { kind: 'numbered', words: phrase.split('-') },
        { kind: 'code', text: phrase },
        { kind: 'line', text: m.phrase_sheet_keep() },
        { kind: 'heading', text: m.phrase_sheet_here_title() },
        { kind: 'line', text: m.phrase_sheet_here() },
        { kind: 'heading', text: m.phrase_sheet_without_title() },
        { kind: 'line', text: m.phrase_sheet_without() },
        { kind: 'code', text: m.phrase_sheet_command() },
      ],
    }),
    [paper, shopName, today, phrase],
  );
  return (
    <DocumentKeys
      document={document}
      name={m.phrase_sheet_title()}
      printWord={m.backup_lock_print()}
    />
  );
}
