import type { JSX } from 'preact';
import type { Paper } from '#domain/shop/settings.ts';
import { m } from '#ui/messages.ts';
import './lost-tablet-sheet.css';
import { PaperSheet } from './paper-sheet.tsx';

export interface LostTabletSheetProps {
  readonly paper: Paper;
  readonly shop: string;
  /** When it was made, in words. */
  readonly made: string;
  /** What was on the tablet that day. */
  readonly what: string;
  readonly steps: readonly string[];
}

/** For the drawer: what to do when the tablet is gone, with boxes to tick. It names no customer. */
export function LostTabletSheet({
  paper,
  shop,
  made,
  what,
  steps,
}: LostTabletSheetProps): JSX.Element {
  return (
    <PaperSheet paper={paper}>
      <div class="lost-tablet-sheet">
        <p class="paper-sheet_shop">
          <bdi>{shop}</bdi>
        </p>
        <h1 class="lost-tablet-sheet_title">{m.protection_lost_title()}</h1>
        <p>{made}</p>
        <p class="lost-tablet-sheet_what">{what}</p>
        <ul class="lost-tablet-sheet_steps">
          {steps.map((step, place) => (
            <li class="lost-tablet-sheet_step" key={place}>
              {step}
            </li>
          ))}
        </ul>
        <p class="lost-tablet-sheet_line">{m.protection_lost_when()}</p>
        <p class="lost-tablet-sheet_line">{m.protection_lost_told()}</p>
      </div>
    </PaperSheet>
  );
}
