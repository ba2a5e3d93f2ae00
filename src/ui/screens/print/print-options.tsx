import type { JSX } from 'preact';
import type { Paper } from '#domain/shop/settings.ts';
import { capital, countText } from '#i18n/format.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './print-options.css';

export interface PrintChoices {
  readonly what: 'list' | 'cards';
  readonly paper: Paper;
  /** `new`: those not printed before. */
  readonly cards: 'new' | 'all';
}

/** How far printing is: nobody knows what the printer did until the owner says so. */
export interface Printable {
  readonly step: 'choosing' | 'asking' | 'good' | 'adjusting';
  readonly busy: boolean;
  readonly print: () => Promise<void>;
  readonly cameOut: () => Promise<void>;
  readonly adjust: () => void;
  readonly forget: () => void;
}

export interface PrintOptionsProps {
  readonly chosen: PrintChoices;
  readonly onChoose: (chosen: PrintChoices) => void;
  readonly pages: number;
  readonly counts: { readonly fresh: number; readonly all: number };
  readonly printing: Printable;
}

/** Beside the preview: what, on what paper, and Print. */
export function PrintOptions(props: PrintOptionsProps): JSX.Element {
  const { chosen, onChoose, pages, counts, printing } = props;
  const isCards = chosen.what === 'cards';
  const isMixed = counts.fresh > 0 && counts.fresh < counts.all;
  return (
    <div class="print-options">
      <a class="print-options_back" href={formatRoute({ kind: 'week' })}>
        <Icon name="chevron-left" size="beside" />
        {m.print_back()}
      </a>
      <h1 class="type_title">{m.print_title()}</h1>
      <Choice
        legend={m.print_what()}
        options={[
          { value: 'list', word: m.print_list(), icon: <OwnerIcon name="list" size="beside" /> },
          { value: 'cards', word: m.print_cards(), icon: <Icon name="mail" size="beside" /> },
        ]}
        value={chosen.what}
        onChange={(what) => onChoose({ ...chosen, what })}
      />
      <Choice
        legend={m.print_paper()}
        options={[
          { value: 'a4', word: m.print_a4() },
          { value: 'letter', word: m.print_letter() },
        ]}
        value={chosen.paper}
        onChange={(paper) => onChoose({ ...chosen, paper })}
      />
      {isCards && isMixed ? (
        <Choice
          legend={m.print_which()}
          options={[
            { value: 'new', word: m.print_which_new({ count: counts.fresh }) },
            { value: 'all', word: m.print_which_all({ count: counts.all }) },
          ]}
          value={chosen.cards}
          onChange={(cards) => onChoose({ ...chosen, cards })}
        />
      ) : null}
      {isCards && counts.all === 0 ? (
        <NoCards />
      ) : (
        <>
          <div class="print-options_about">
            {aboutOf(chosen, pages).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <div class="print-options_foot">
            <Outcome what={chosen.what} printing={printing} />
            <Button
              kind="primary"
              width="full"
              icon={<OwnerIcon name="printer" size="beside" />}
              onPress={() => void printing.print()}
            >
              {m.print_now()}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function NoCards(): JSX.Element {
  return (
    <div class="print-options_about">
      <p>
        <b>{m.print_no_cards_title()}</b>
      </p>
      <p>{m.print_no_cards()}</p>
      <ButtonLink href={formatRoute({ kind: 'week' })}>{m.print_to_week()}</ButtonLink>
    </div>
  );
}

interface OutcomeProps {
  readonly what: PrintChoices['what'];
  readonly printing: Printable;
}

/** One quiet question after the system's print sheet, and what follows from the answer. */
function Outcome({ what, printing }: OutcomeProps): JSX.Element | null {
  switch (printing.step) {
    case 'choosing':
      return null;
    case 'asking':
      return (
        <Notice
          tone="ask"
          actions={
            <>
              <Button busy={printing.busy} onPress={() => void printing.cameOut()}>
                {m.print_all_good()}
              </Button>
              <Button onPress={printing.adjust}>{m.print_adjust()}</Button>
            </>
          }
        >
          {m.print_came_out()}
        </Notice>
      );
    case 'adjusting':
      return <output class="print-options_said">{m.print_adjust_words()}</output>;
    case 'good':
      return (
        <output class="print-options_said">
          {what === 'cards' ? m.print_done_cards() : m.print_done_list()}
        </output>
      );
  }
}

function aboutOf({ what, paper }: PrintChoices, pages: number): readonly string[] {
  const counted = { count: pages, words: capital(countText(pages)) };
  if (what === 'list') return [m.print_pages(counted), m.print_actual_size()];
  const format = paper === 'a4' ? m.print_cards_a4() : m.print_cards_letter();
  return [m.print_card_pages(counted), format, m.print_actual_size()];
}
