import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Printer } from '#app/print/printer.ts';
import { monthAhead } from '#app/week/dates.ts';
import { monthYearText, weekdayDayText } from '#i18n/format.ts';
import { addDays } from '#lib/day.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { dateSheets } from '#paper/sheets/table-sheets.ts';
import { usePrinter } from '#ui/hooks/use-printer.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { pageFootWords } from '#ui/screens/paper/page-foot-words.ts';
import { PaperKeys } from '#ui/screens/paper/paper-keys.tsx';
import { dateDayText, dateAheadText } from './date-words.ts';
import { useDates } from './use-dates.ts';

/** This month, and so many after it. */
const monthsOffered = 12;

/** The dates of one month on a sheet, with the day after which it is shredded. */
export function DatesOnPaper({ isAll }: { readonly isAll: boolean }): JSX.Element | null {
  const printer = usePrinter();
  const today = useToday();
  const [ahead, setAhead] = useState(0);
  const months = Array.from({ length: monthsOffered }, (_, month) => ({
    value: String(month),
    word: monthYearText(monthAhead(today, month).from),
  }));
  return (
    <Card title={m.dates_print()}>
      <div class="dates_paper">
        <SelectField
          label={m.dates_month()}
          options={months}
          value={String(ahead)}
          onChange={(month) => setAhead(Number(month))}
        />
        {printer === null ? null : <MonthKeys printer={printer} ahead={ahead} isAll={isAll} />}
      </div>
    </Card>
  );
}

interface MonthKeysProps {
  readonly printer: Printer;
  readonly ahead: number;
  readonly isAll: boolean;
}

function MonthKeys({ printer, ahead, isAll }: MonthKeysProps): JSX.Element {
  const today = useToday();
  const { paper, shopName } = useSettings();
  const { from, until } = monthAhead(today, ahead);
  const dates = useDates({ from, until });
  const month = monthYearText(from);
  const sheets = useMemo(() => {
    // What is soon belongs to the month that it is.
    const listed = (dates ?? []).filter(
      (each) => (isAll || each.isSeenLately) && (ahead === 0 || each.kind !== 'milestone'),
    );
    if (listed.length === 0) return [];
    const shred = m.print_shred({ day: weekdayDayText(addDays(until, 7), today) });
    const words = {
      head: { shop: shopName, title: m.dates_paper_title({ month }), lead: m.dates_lead() },
      foot: pageFootWords(today, shred),
      headings: { day: m.dates_col_day(), name: m.people_list_col_who(), what: m.dates_col_what() },
    };
    const rows = listed.map((date) => ({
      day: dateDayText(date, today),
      name: date.name,
      what: dateAheadText(date),
    }));
    return dateSheets({ size: pageSizes[paper], ...words, rows }, printer.measure);
  }, [dates, isAll, ahead, month, until, today, shopName, paper, printer]);
  return (
    <>
      {dates !== null && sheets.length === 0 ? <p>{m.dates_none_in_month()}</p> : null}
      <PaperKeys
        printer={printer}
        sheets={sheets}
        name={m.dates_paper_title({ month })}
        printWord={m.dates_print_month({ month })}
      />
    </>
  );
}
