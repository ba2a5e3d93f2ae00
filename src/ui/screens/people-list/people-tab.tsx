import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { lastSeenOn } from '#app/customers/customer-list.ts';
import type { RosterEntry } from '#app/customers/roster.ts';
import { countFirst, numberText, weekdayDayText } from '#i18n/format.ts';
import { dayWords } from '#i18n/story.ts';
import { addDays, type Day } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { peopleSheets } from '#paper/sheets/table-sheets.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { m } from '#ui/messages.ts';
import { pageFootWords } from '#ui/screens/paper/page-foot-words.ts';
import { useOutcome } from '#ui/screens/paper/outcome-question.tsx';
import { PaperField } from '#ui/screens/print/paper-field.tsx';
import type { PrintTabProps } from '#ui/screens/print/print-choices.ts';
import { PrinterField } from '#ui/screens/print/printer-field.tsx';
import { Studio } from '#ui/screens/paper/studio.tsx';

/** After so many days a list of names is to be shredded. */
const keptDays = 30;

export interface PeopleOnPaper {
  readonly title: string;
  /** What they have in common; empty for everybody. */
  readonly about: string;
  readonly people: readonly RosterEntry[];
}

/** The tab that prints these people: a box to tick, who, when they were here last, and room. */
export function peopleTab(listed: PeopleOnPaper): (props: PrintTabProps) => JSX.Element {
  return (props) => <PeopleTab {...props} listed={listed} />;
}

function PeopleTab(props: PrintTabProps & { readonly listed: PeopleOnPaper }): JSX.Element {
  const { listed, chosen, onChoose, place, printer, fit, step, onStep } = props;
  const today = useToday();
  const { shopName } = useSettings();
  const sheets = useMemo(() => {
    if (listed.people.length === 0) return [];
    const size = pageSizes[chosen.paper];
    const table = { size, ...headAndFoot(listed, shopName, today), ...rowsOf(listed, today) };
    return fit(peopleSheets(table, printer.measure));
  }, [listed, shopName, today, chosen.paper, printer, fit]);
  return (
    <Studio
      printer={printer}
      place={place}
      sheets={sheets}
      name={m.people_list_file({ day: today })}
      outcome={useOutcome({
        step,
        onStep,
        doneWords: m.people_list_printed(),
        onGood: async () => ok('done'),
      })}
      about={
        sheets.length === 0
          ? [m.people_list_none()]
          : [
              m.print_pages({ count: sheets.length, words: countFirst(sheets.length) }),
              m.print_actual_size(),
            ]
      }
    >
      <PaperField chosen={chosen} onChoose={onChoose} />
      <PrinterField {...props} />
    </Studio>
  );
}

function headAndFoot({ title, about, people }: PeopleOnPaper, shop: string, today: Day) {
  const count = people.length;
  const counted = m.people_count({ count, text: numberText(count) });
  const lead = about === '' ? counted : m.people_list_lead({ about, counted });
  const shred = m.print_shred({ day: weekdayDayText(addDays(today, keptDays), today) });
  return { head: { shop, title, lead }, foot: pageFootWords(today, shred) };
}

function rowsOf({ people }: PeopleOnPaper, today: Day) {
  return {
    headings: {
      name: m.people_list_col_who(),
      seen: m.people_list_col_seen(),
      note: m.people_list_col_note(),
    },
    rows: people.map((person) => {
      const day = lastSeenOn(person);
      const seen = day === null ? m.people_not_here_yet() : dayWords(day, today);
      return { name: person.customer.name, cue: person.customer.cue, seen };
    }),
  };
}
