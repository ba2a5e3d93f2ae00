import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { fittedSheets, usualPrinter } from '#app/print/printer-fits.ts';
import type { Printer } from '#app/print/printer.ts';
import { wallOfThanks, type WallHeading, type WallLeftOut } from '#app/print/wall-of-thanks.ts';
import { countFirst, dayText } from '#i18n/format.ts';
import { locale } from '#i18n/language/locale.ts';
import { addDays } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { thanksWallSheets } from '#paper/sheets/poster-sheets.ts';
import { usePrinter } from '#ui/hooks/use-printer.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { NotOnPaper } from '#ui/screens/paper/not-on-paper.tsx';
import { useOutcome, type OutcomeStep } from '#ui/screens/paper/outcome-question.tsx';
import { Studio } from '#ui/screens/paper/studio.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

/** So long it hangs; then somebody may have changed their mind. */
const hangingDays = 91;

/** The wall of thanks: names of those who said yes, by the alphabet; nothing ranks them. */
export function WallScreen(): JSX.Element | null {
  const printer = usePrinter();
  return printer === null ? null : <WallStudio printer={printer} />;
}

function WallStudio({ printer }: { readonly printer: Printer }): JSX.Element {
  const today = useToday();
  const now = useRoster();
  const { shopName, paper, printers } = useSettings();
  const [step, setStep] = useState<OutcomeStep>('choosing');
  const wall = useMemo(
    () => wallOfThanks(now.roster, { today, isMissing: printer.isMissing }),
    [now, today, printer],
  );
  const sheets = useMemo(() => {
    if (wall.groups.length === 0) return [];
    const { compare } = new Intl.Collator(locale());
    const groups = wall.groups.map(({ heading, people }) => ({
      heading: headingWords[heading](),
      names: people.map(({ name }) => name),
    }));
    const until = m.wall_until({ day: dayText(addDays(today, hangingDays), today) });
    const words = { shop: shopName, title: m.wall_paper_title(), until };
    const size = pageSizes[paper];
    const drawn = thanksWallSheets({ size, ...words, groups }, compare, printer.measure);
    return fittedSheets(drawn, printers, usualPrinter());
  }, [wall, shopName, paper, printers, today, printer]);
  const count = wall.leftOut.length;
  const outcome = useOutcome({
    step,
    onStep: setStep,
    doneWords: m.wall_done(),
    onGood: async () => ok('done'),
  });
  return (
    <Studio
      printer={printer}
      place={{
        title: m.wall_title(),
        back: { href: formatRoute({ kind: 'printing' }), word: m.printing_title() },
      }}
      sheets={sheets}
      name={m.wall_title()}
      outcome={outcome}
      empty={<Empty title={m.wall_empty()}>{m.wall_empty_hint()}</Empty>}
      about={sheets.length === 0 ? [] : [m.wall_about(), m.print_actual_size()]}
      notice={
        <NotOnPaper
          title={m.wall_left_out({ count, words: countFirst(count) })}
          lines={wall.leftOut.map(({ id, name, why }) => ({
            key: id,
            text: whyWords[why]({ name }),
          }))}
        />
      }
    >
      {null}
    </Studio>
  );
}

const headingWords: Readonly<Record<WallHeading, () => string>> = {
  years: m.wall_years,
  sent: m.wall_sent,
  told: m.wall_told,
};

const whyWords: Readonly<Record<WallLeftOut, (who: { readonly name: string }) => string>> = {
  'no-heading': m.wall_no_heading,
  'too-few': m.wall_too_few,
  'missing-letters': m.print_hand_missing_letters,
};
