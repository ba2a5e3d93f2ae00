import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { allPerks } from '#app/perks/perks.ts';
import { fittedSheets, usualPrinter } from '#app/print/printer-fits.ts';
import type { Printer } from '#app/print/printer.ts';
import type { Paper } from '#domain/shop/settings.ts';
import type { Perk } from '#domain/week/perk.ts';
import { dayText } from '#i18n/format.ts';
import { perkSentence } from '#i18n/perks.ts';
import type { Day } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import type { PageSize } from '#paper/marks.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { halvedSheets, perksPoster, type PosterPerk } from '#paper/sheets/poster-sheets.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { usePrinter } from '#ui/hooks/use-printer.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { ButtonLink } from '#ui/parts/controls/button.tsx';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { NotOnPaper } from '#ui/screens/paper/not-on-paper.tsx';
import { useOutcome, type OutcomeStep } from '#ui/screens/paper/outcome-question.tsx';
import { Studio } from '#ui/screens/paper/studio.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

/** The perks as they hang in the shop: everything that is published, in letters for the wall. */
export function PosterScreen(): JSX.Element | null {
  const live = useLive(allPerks, []);
  if (live.state === 'failed') throw live.error;
  const printer = usePrinter();
  if (live.state === 'loading' || printer === null) return null;
  return <PosterStudio perks={live.value} printer={printer} />;
}

const posterSizes = ['one', 'two'] as const;
type PosterSize = (typeof posterSizes)[number];

interface PosterStudioProps {
  readonly perks: readonly Perk[];
  readonly printer: Printer;
}

function PosterStudio({ perks, printer }: PosterStudioProps): JSX.Element {
  const today = useToday();
  const { shopName, paper, currency, printers } = useSettings();
  const [chosen, setChosen] = useState<PosterSize>('one');
  const [step, setStep] = useState<OutcomeStep>('choosing');
  const hanging = useMemo(
    () =>
      perks
        .filter((perk) => hangs(perk, today))
        .map((perk): PosterPerk => ({
          sentence: perkSentence(perk, currency),
          note: noteFor(perk, today),
        })),
    [perks, currency, today],
  );
  const { sheets, leftOut } = useMemo(() => {
    if (hanging.length === 0) return { sheets: [], leftOut: [] };
    const words = { shop: shopName, title: m.perks_title(), foot: m.poster_for_everybody() };
    const size = posterPage(paper, chosen);
    const drawn = perksPoster({ size, ...words, perks: hanging }, printer.measure);
    const pages = chosen === 'two' ? drawn.sheets.flatMap(halvedSheets) : drawn.sheets;
    return { sheets: fittedSheets(pages, printers, usualPrinter()), leftOut: drawn.leftOut };
  }, [hanging, chosen, shopName, paper, printers, printer]);
  const outcome = useOutcome({
    step,
    onStep: setStep,
    doneWords: m.poster_done(),
    onGood: async () => ok('done'),
  });
  return (
    <Studio
      printer={printer}
      place={{
        title: m.poster_title(),
        back: { href: formatRoute({ kind: 'perks' }), word: m.perks_title() },
      }}
      sheets={sheets}
      name={m.poster_title()}
      outcome={outcome}
      empty={
        <Empty
          title={m.poster_empty()}
          action={<ButtonLink href={formatRoute({ kind: 'perks' })}>{m.perks_title()}</ButtonLink>}
        >
          {m.poster_empty_hint()}
        </Empty>
      }
      about={hanging.length === 0 ? [] : aboutWords(chosen)}
      notice={
        <NotOnPaper
          title={m.poster_left_out({ count: leftOut.length })}
          lines={leftOut.map(({ sentence }) => ({ key: sentence, text: sentence }))}
        />
      }
    >
      <SelectField
        label={m.print_paper()}
        options={posterSizes.map((value) => ({ value, word: sizeWords[paper][value]() }))}
        value={chosen}
        onChange={(size) => {
          setStep('choosing');
          setChosen(size);
        }}
      />
    </Studio>
  );
}

function hangs({ publishedOn, endedOn }: Perk, today: Day): boolean {
  return publishedOn !== null && (endedOn === null || endedOn >= today);
}

function noteFor({ publishedOn, countsFrom, endedOn }: Perk, today: Day): string {
  if (endedOn !== null) return m.poster_until({ day: dayText(endedOn, today) });
  const since = countsFrom ?? publishedOn;
  return since === null ? '' : m.poster_since({ day: dayText(since, today) });
}

/** Twice the paper, its long side down: two sheets on their sides, one above the other. */
function posterPage(paper: Paper, size: PosterSize): PageSize {
  const { w, h } = pageSizes[paper];
  return size === 'one' ? { w, h } : { w: h, h: 2 * w };
}

function aboutWords(size: PosterSize): readonly string[] {
  return size === 'one'
    ? [m.poster_about(), m.print_actual_size()]
    : [m.poster_about(), m.poster_two_sheets(), m.print_actual_size()];
}

const sizeWords: Readonly<Record<Paper, Readonly<Record<PosterSize, () => string>>>> = {
  a4: { one: m.print_a4, two: m.poster_a3 },
  letter: { one: m.print_letter, two: m.poster_two_letter },
};
