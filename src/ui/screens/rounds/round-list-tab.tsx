import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { roundReasonsIn } from '#app/rounds/propose-round.ts';
import type { RoundLine, RoundView } from '#app/rounds/round-view.ts';
import { countFirst } from '#i18n/format.ts';
import { lastTimeText, roundGiftText, roundReasonsText } from '#i18n/post/round-words.ts';
import { ok } from '#lib/result.ts';
import { landscape, pageSizes } from '#paper/page-sizes.ts';
import { roundSheets, type RoundRow } from '#paper/sheets/table-sheets.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useOutcome } from '#ui/screens/paper/outcome-question.tsx';
import { pageFootWords } from '#ui/screens/paper/page-foot-words.ts';
import { Studio } from '#ui/screens/paper/studio.tsx';
import { PaperField } from '#ui/screens/print/paper-field.tsx';
import type { PrintTabProps } from '#ui/screens/print/print-choices.ts';
import { PrinterField } from '#ui/screens/print/printer-field.tsx';
import { m } from '#ui/messages.ts';
import { mergedReasons } from './merged-reasons.ts';

export interface RoundListTabProps extends PrintTabProps {
  readonly view: RoundView;
}

/** The list of a round, on paper turned on its side, in the order of its labels. */
export function RoundListTab(props: RoundListTabProps): JSX.Element {
  const { view, chosen, onChoose, printer, fit, step, onStep } = props;
  const today = useToday();
  const { shopName } = useSettings();
  const rows = useRows(props);
  const size = landscape(pageSizes[chosen.paper]);
  const { name, year } = view.round;
  const sheets = useMemo(() => {
    if (rows.length === 0) return [];
    const lead = m.rounds_paper_lead({ count: rows.length, words: countFirst(rows.length) });
    const head = { shop: shopName, title: m.rounds_name({ name, year }), lead };
    const foot = pageFootWords(today);
    return fit(roundSheets({ size, head, foot, headings: headings(), rows }, printer.measure));
  }, [rows, size, shopName, name, year, today, printer, fit]);
  const outcome = useOutcome({
    step,
    onStep,
    doneWords: m.rounds_done_list(),
    onGood: async () => ok('done'),
  });
  const pages = { count: sheets.length, words: countFirst(sheets.length) };
  return (
    <Studio
      printer={printer}
      place={props.place}
      sheets={sheets}
      name={m.rounds_name({ name, year })}
      outcome={outcome}
      about={
        sheets.length === 0
          ? [m.rounds_no_lines()]
          : [m.print_pages(pages), m.rounds_paper_order(), m.print_actual_size()]
      }
    >
      <PaperField chosen={chosen} onChoose={onChoose} />
      <PrinterField {...props} />
    </Studio>
  );
}

function headings(): RoundRow {
  return {
    name: m.rounds_col_who(),
    lastYear: m.rounds_last_time(),
    thisYear: m.rounds_col_now(),
    why: m.rounds_col_why(),
    address: m.rounds_col_address(),
  };
}

function useRows({ view, homes }: RoundListTabProps): readonly RoundRow[] {
  const today = useToday();
  const { roster } = useRoster();
  return useMemo(() => {
    const previous = view.lines.flatMap(({ lastTime }) => lastTime);
    // What kind of customer somebody is stays in the app.
    const reasonsFor = roundReasonsIn({ roster, homes, segments: null, previous, today });
    const nameOf = (id: RoundLine['people'][number]['id']): string =>
      roster.person(id)?.customer.name ?? '';
    return view.lines.map(({ name, people, gesture, lastTime, address }): RoundRow => ({
      name,
      lastYear: lastTimeText(lastTime, today),
      thisYear: roundGiftText(gesture),
      why: roundReasonsText(mergedReasons(people.flatMap(reasonsFor)), nameOf),
      address: addressWords[address](),
    }));
  }, [view, homes, roster, today]);
}

const addressWords: Readonly<Record<RoundLine['address'], () => string>> = {
  known: m.rounds_paper_address,
  none: m.rounds_paper_no_address,
  undecided: m.rounds_paper_two_addresses,
};
