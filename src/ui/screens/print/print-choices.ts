// What the owner chose to print, kept while one thing after another is printed.

import type { Homes } from '#app/households/homes.ts';
import type { Printer } from '#app/print/printer.ts';
import type { ThankYouList } from '#app/week/thank-you-list.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Paper } from '#domain/shop/settings.ts';
import type { Result } from '#lib/result.ts';
import type { CardFormat } from '#paper/cards/card-sheets.ts';
import type { PaperSheet } from '#paper/marks.ts';
import type { EnvelopeSize } from '#paper/sheets/envelope-sheets.ts';
import type { OutcomeStep } from '#ui/screens/paper/outcome-question.tsx';
import type { StudioPlace } from '#ui/screens/paper/studio.tsx';

export const printedThings = ['list', 'cards', 'labels', 'envelopes'] as const;
/** `test`: the sheet that a printer is measured with. */
export type PrintedThing = (typeof printedThings)[number] | 'test';

/** Whom labels and envelopes are for; `sender`: the shop’s own address on every free label. */
export type LetterAudience = 'cards' | 'everyone' | 'sender';

export interface PrintChoices {
  readonly thing: PrintedThing;
  readonly paper: Paper;
  /** `new`: those not printed before. */
  readonly cards: 'new' | 'all';
  readonly cardFormat: CardFormat;
  /** Whether the line that the list suggests stands inside. */
  readonly inside: 'empty' | 'line';
  readonly audience: LetterAudience;
  readonly labelSheet: string;
  readonly envelope: EnvelopeSize;
}

export interface PrintChoiceProps {
  readonly chosen: PrintChoices;
  readonly onChoose: (change: Partial<PrintChoices>) => void;
}

/** What is printed: the thank-yous of a week, or the lines of a round. */
export interface PrintSource {
  readonly list: ThankYouList;
  /** Who lives together: one address is one card. */
  readonly homes: Homes;
  /** Whom labels and envelopes are for, in their order. */
  readonly letterIds: readonly CustomerId[];
  readonly lettersWord: (count: number) => string;
  /** On the front of all its cards; null where each says its own. */
  readonly greeting: readonly [string, string] | null;
  /** Labels or envelopes for these people came out of the printer. */
  readonly onLetters: (ids: readonly CustomerId[]) => Promise<Result<unknown, ShopProblem>>;
}

/** What every tab of the print screen is given. */
export interface PrintTabProps extends PrintChoiceProps, PrintSource {
  readonly place: StudioPlace;
  readonly printer: Printer;
  /** The sheets as the chosen printer has to be given them. */
  readonly fit: (sheets: readonly PaperSheet[]) => readonly PaperSheet[];
  /** The printer that is chosen; empty: none is adjusted for. */
  readonly printerName: string;
  readonly onPrinterName: (name: string) => void;
  /** How far printing this thing is. */
  readonly step: OutcomeStep;
  readonly onStep: (step: OutcomeStep) => void;
}
