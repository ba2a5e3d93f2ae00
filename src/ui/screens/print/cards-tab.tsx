import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { cardsByHome, type HomeCard } from '#app/print/cards-by-home.ts';
import { hasMissingLetter } from '#app/print/letter-people.ts';
import type { ThankYou, ThankYouList } from '#app/week/thank-you-list.ts';
import type { PaperSheet } from '#paper/marks.ts';
import type { CardContent } from '#paper/cards/card-panels.ts';
import {
  cardFormats,
  cardInsideSheets,
  cardSheets,
  type CardFormat,
} from '#paper/cards/card-sheets.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { type Wording, countFirst } from '#i18n/format.ts';
import { frontLines, handwrittenLine } from '#i18n/gestures.ts';
import { homeNameText } from '#i18n/post/home-names.ts';
import { ok } from '#lib/result.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { useWording } from '#ui/screens/week/use-wording.ts';
import { m } from '#ui/messages.ts';
import { homesLine } from './homes-line.ts';
import { HandNotice } from './hand-notice.tsx';
import { markAllPrinted } from './mark-all-printed.ts';
import { useOutcome } from '#ui/screens/paper/outcome-question.tsx';
import { PaperField } from './paper-field.tsx';
import type { PrintChoices, PrintTabProps } from './print-choices.ts';
import { PrinterField } from './printer-field.tsx';
import { Studio } from '#ui/screens/paper/studio.tsx';

/** The cards of the week, on the paper that they are folded or cut from. */
export function CardsTab(props: PrintTabProps): JSX.Element {
  const { list, homes, chosen, onChoose, printer, step, onStep } = props;
  const deps = useDeps();
  const { roster } = useRoster();
  const today = useToday();
  // The inside of A5 cards is a second pass through the printer.
  const [pass, setPass] = useState<'outside' | 'inside'>('outside');
  const waiting = cardsIn(list, chosen.cards);
  const byHand = waiting.filter(({ name }) => hasMissingLetter([name], printer.isMissing));
  const printed = waiting.filter((card) => !byHand.includes(card));
  const shared = cardsByHome(printed, roster, homes);
  const hasInside = chosen.cardFormat === 'a5' && chosen.inside === 'line';
  const isInside = hasInside && pass === 'inside';
  const sheets = useCardPages(props, shared, isInside);
  const outcome = useOutcome({
    step,
    onStep,
    doneWords: m.print_done_cards(),
    async onGood() {
      if (!hasInside || isInside) return markAllPrinted(deps, printed, today);
      setPass('inside');
      return ok('more');
    },
  });
  return (
    <Studio
      printer={printer}
      place={props.place}
      sheets={sheets}
      name={m.print_file_cards({ day: today })}
      outcome={outcome}
      notice={
        <HandNotice
          people={byHand.map(({ gestureId, name }) => ({
            key: gestureId,
            name,
            why: 'missing-letters' as const,
          }))}
        />
      }
      about={[
        ...aboutOf(chosen, { sheets: sheets.length, isInside, waiting: waiting.length }),
        ...homesLine(printed.length, shared.length),
      ]}
    >
      <CardFormatFields
        chosen={chosen}
        onChoose={(change) => {
          if ('cardFormat' in change) setPass('outside');
          onChoose(change);
        }}
      />
      <PaperField chosen={chosen} onChoose={onChoose} />
      <WhichCards list={list} chosen={chosen} onChoose={onChoose} />
      <PrinterField {...props} />
    </Studio>
  );
}

/** The cards as they are drawn now: outside or inside, two people of a home on one. */
function useCardPages(
  { list, homes, greeting, chosen, printer, fit }: PrintTabProps,
  shared: readonly HomeCard[],
  isInside: boolean,
): readonly PaperSheet[] {
  const { shopName } = useSettings();
  const wording = useWording();
  return useMemo(() => {
    const contents = shared.map((card) => contentOf(card, { shopName, wording, chosen, greeting }));
    const paper = {
      size: pageSizes[chosen.paper],
      format: chosen.cardFormat,
      guideWords: { cut: m.print_cut(), fold: m.print_fold() },
    };
    const draw = isInside ? cardInsideSheets : cardSheets;
    return fit(draw(contents, paper, printer.measure));
    // oxlint-disable-next-line react/exhaustive-deps -- `shared` follows from the list, the homes and the choices
  }, [list, homes, greeting, chosen, shopName, wording, printer, fit, isInside]);
}

function CardFormatFields({
  chosen,
  onChoose,
}: Pick<PrintTabProps, 'chosen' | 'onChoose'>): JSX.Element {
  return (
    <>
      <SelectField
        label={m.print_card_format()}
        options={cardFormats.map((value) => ({ value, word: formatWords[value]() }))}
        value={chosen.cardFormat}
        onChange={(cardFormat) => onChoose({ cardFormat })}
      />
      {hasInsidePanel(chosen.cardFormat) ? (
        <SelectField
          label={m.print_inside()}
          options={[
            { value: 'empty', word: m.print_inside_empty() },
            { value: 'line', word: m.print_inside_line() },
          ]}
          value={chosen.inside}
          onChange={(inside) => onChoose({ inside })}
        />
      ) : null}
    </>
  );
}

function WhichCards({
  list,
  chosen,
  onChoose,
}: Pick<PrintTabProps, 'list' | 'chosen' | 'onChoose'>): JSX.Element | null {
  const [fresh, all] = [cardsIn(list, 'new').length, cardsIn(list, 'all').length];
  if (fresh === all) return null;
  return (
    <SelectField
      label={m.print_which()}
      options={[
        { value: 'new', word: m.print_which_new({ count: fresh }) },
        { value: 'all', word: m.print_which_all({ count: all }) },
      ]}
      value={chosen.cards}
      onChange={(cards) => onChoose({ cards })}
    />
  );
}

const formatWords: Readonly<Record<CardFormat, () => string>> = {
  'two-up': m.print_format_two_up,
  'quarter-fold': m.print_format_quarter_fold,
  a5: m.print_format_a5,
  'pre-cut-a6': m.print_format_pre_cut_a6,
  'pre-cut-a5': m.print_format_pre_cut_a5,
};

/** The cards to print. When all were printed before, `new` means all: they are wanted again. */
function cardsIn({ thankYous }: ThankYouList, which: PrintChoices['cards']): readonly ThankYou[] {
  const cards = thankYous.filter(({ gesture }) => gesture === 'card');
  const fresh = cards.filter(({ isPrinted }) => !isPrinted);
  return which === 'all' || fresh.length === 0 ? cards : fresh;
}

interface CardWording {
  readonly shopName: string;
  readonly wording: Wording;
  readonly chosen: PrintChoices;
  readonly greeting: readonly [string, string] | null;
}

function contentOf(
  { card, others }: HomeCard,
  { shopName, wording, chosen, greeting }: CardWording,
): CardContent {
  const all = [card, ...others];
  const names = all.map(({ name }) => ({ name, letterName: '' }));
  return {
    key: card.gestureId,
    front: card.front,
    greeting: greeting ?? frontLines(card.front),
    shop: shopName,
    back: [m.print_made_for({ name: homeNameText(names) }), m.print_at_counter(), shopName],
    inside:
      chosen.inside === 'line' && hasInsidePanel(chosen.cardFormat) ? lineFor(all, wording) : '',
  };
}

/** The line of the list; none where two people would each get another one. */
function lineFor(cards: readonly ThankYou[], wording: Wording): string {
  const lines = new Set(
    cards.map(({ gesture: kind, words, reasons }) =>
      handwrittenLine({ kind, words, reasons }, wording),
    ),
  );
  const [line = null, ...others] = lines;
  return others.length === 0 ? (line ?? '') : '';
}

/** Two-up cards have nothing printed on their inner side, and cards that are cut have no inside. */
function hasInsidePanel(format: CardFormat): boolean {
  return format === 'quarter-fold' || format === 'a5';
}

interface CardAbout {
  readonly sheets: number;
  readonly isInside: boolean;
  readonly waiting: number;
}

function aboutOf(
  { cardFormat, paper }: PrintChoices,
  { sheets, isInside, waiting }: CardAbout,
): readonly string[] {
  if (waiting === 0) return [m.print_no_cards_title(), m.print_no_cards()];
  if (isInside) return [m.print_second_pass(), m.print_actual_size()];
  const counted = { count: sheets, words: countFirst(sheets) };
  const made: Readonly<Record<CardFormat, () => string>> = {
    'two-up': () => m.print_card_pages(counted),
    'quarter-fold': m.print_about_quarter_fold,
    a5: m.print_about_a5,
    'pre-cut-a6': m.print_about_pre_cut,
    'pre-cut-a5': m.print_about_pre_cut,
  };
  const fitting = paper === 'a4' ? m.print_cards_a4() : m.print_cards_letter();
  return [made[cardFormat](), ...(cardFormat === 'two-up' ? [fitting] : []), m.print_actual_size()];
}
