import type { ComponentChildren, JSX } from 'preact';
import type { Paper } from '#domain/shop/settings.ts';
import './insights-sheet.css';
import { PaperSheet } from './paper-sheet.tsx';

/** One section: a sentence for a heading, lines below it, and a table where there is one. */
export interface SheetPart {
  readonly title: string;
  readonly lines: readonly string[];
  readonly picture?: ComponentChildren;
}

export interface InsightsSheetProps {
  readonly paper: Paper;
  readonly words: { readonly shop: string; readonly title: string; readonly lead: string };
  readonly parts: readonly SheetPart[];
}

/** How the shop is doing on one page: black on white, sentences and one table. */
export function InsightsSheet({ paper, words, parts }: InsightsSheetProps): JSX.Element {
  return (
    <PaperSheet paper={paper}>
      <div class="insights-sheet">
        <p class="paper-sheet_shop">{words.shop}</p>
        <p class="insights-sheet_title">{words.title}</p>
        <p class="insights-sheet_lead">{words.lead}</p>
        {parts.map(({ title, lines, picture }) => (
          <section class="insights-sheet_part" key={title}>
            <p class="insights-sheet_heading">{title}</p>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {picture === undefined ? null : <div class="insights-sheet_picture">{picture}</div>}
          </section>
        ))}
      </div>
    </PaperSheet>
  );
}
