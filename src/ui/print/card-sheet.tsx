import type { JSX } from 'preact';
import type { CardFront } from '#domain/week/card-front.ts';
import type { Paper } from '#domain/shop/settings.ts';
import { frontLines } from '#i18n/gestures.ts';
import { m } from '#ui/messages.ts';
import { CardDrawing } from './card-drawing.tsx';
import './card-sheet.css';
import { PaperSheet } from './paper-sheet.tsx';

export interface PrintedCard {
  readonly key: string;
  readonly name: string;
  readonly front: CardFront;
}

export interface CardSheetProps {
  readonly paper: Paper;
  readonly shop: string;
  readonly upper: PrintedCard;
  /** Null on the last sheet of an odd number. */
  readonly lower: PrintedCard | null;
}

/** Two cards: cut across the middle, fold each half. The inside is written by hand. */
export function CardSheet({ paper, shop, upper, lower }: CardSheetProps): JSX.Element {
  return (
    <PaperSheet paper={paper}>
      <div class="card-sheet">
        <CardHalf card={upper} shop={shop} half="upper" />
        {lower === null ? null : <CardHalf card={lower} shop={shop} half="lower" />}
        {ticks.map((tick) => (
          <span key={tick} class={`card-sheet_tick card-sheet_tick-${tick}`} />
        ))}
        <div class="card-sheet_guide card-sheet_guide-cut">
          <span class="card-sheet_guide-word card-sheet_guide-word-cut">{m.print_cut()}</span>
        </div>
        <div class="card-sheet_guide card-sheet_guide-fold">
          <span class="card-sheet_guide-word card-sheet_guide-word-fold">{m.print_fold()}</span>
        </div>
      </div>
    </PaperSheet>
  );
}

const ticks = [
  'cut-start',
  'cut-end',
  'fold-upper-first',
  'fold-upper-last',
  'fold-lower-first',
  'fold-lower-last',
] as const;

interface CardHalfProps {
  readonly card: PrintedCard;
  readonly shop: string;
  readonly half: 'upper' | 'lower';
}

function CardHalf({ card, shop, half }: CardHalfProps): JSX.Element {
  const [first, second] = frontLines(card.front);
  return (
    <section class={`card-sheet_half card-sheet_half-${half}`}>
      <div class="card-sheet_back">
        <p>
          <bdi>{m.print_made_for({ name: card.name })}</bdi>
          <br />
          {m.print_at_counter()}
          <br />
          <bdi>{shop}</bdi>
        </p>
      </div>
      <div class="card-sheet_front">
        <p class="card-sheet_words">
          {first}
          <br />
          {second}
        </p>
        <CardDrawing front={card.front} />
        <p class="card-sheet_shop">
          <bdi>{shop}</bdi>
        </p>
      </div>
    </section>
  );
}
