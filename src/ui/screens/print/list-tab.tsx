import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ThankYou } from '#app/week/thank-you-list.ts';
import { countFirst } from '#i18n/format.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { thankYouSheets } from '#paper/sheets/table-sheets.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useWording } from '#ui/screens/week/use-wording.ts';
import { m } from '#ui/messages.ts';
import { listRowsOf, listWordsOf } from './list-content.ts';
import { markAllPrinted } from './mark-all-printed.ts';
import { useOutcome } from '#ui/screens/paper/outcome-question.tsx';
import { PaperField } from './paper-field.tsx';
import type { PrintTabProps } from './print-choices.ts';
import { PrinterField } from './printer-field.tsx';
import { Studio } from '#ui/screens/paper/studio.tsx';

/** The list of the week, with a box to tick and a line to write. */
export function ListTab(props: PrintTabProps): JSX.Element {
  const { list, chosen, onChoose, printer, fit, step, onStep } = props;
  const deps = useDeps();
  const today = useToday();
  const { shopName } = useSettings();
  const wording = useWording();
  const size = pageSizes[chosen.paper];
  const sheets = useMemo(() => {
    if (list.thankYous.length === 0) return [];
    const headings = { who: m.print_col_who(), why: m.print_col_why(), line: m.print_col_line() };
    const words = listWordsOf(list, shopName, wording);
    const rows = listRowsOf(list, wording);
    return fit(thankYouSheets({ size, ...words, headings, rows }, printer.measure));
  }, [list, shopName, wording, size, printer, fit]);
  const outcome = useOutcome({
    step,
    onStep,
    doneWords: m.print_done_list(),
    // A card counts as printed when the card itself is.
    onGood: () => markAllPrinted(deps, list.thankYous.filter(isNoCard), today),
  });
  const pages = { count: sheets.length, words: countFirst(sheets.length) };
  return (
    <Studio
      printer={printer}
      place={props.place}
      sheets={sheets}
      name={m.print_file_list({ day: today })}
      outcome={outcome}
      about={
        sheets.length === 0
          ? [m.print_nothing_title(), m.print_nothing()]
          : [m.print_pages(pages), m.print_actual_size()]
      }
    >
      <PaperField chosen={chosen} onChoose={onChoose} />
      <PrinterField {...props} />
    </Studio>
  );
}

function isNoCard({ gesture }: ThankYou): boolean {
  return gesture !== 'card';
}
