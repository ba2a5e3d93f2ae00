import type { ComponentChildren, JSX } from 'preact';
import type { PaperSheet } from '#paper/marks.ts';
import { SheetDrawing } from '#ui/print/sheet-drawing.tsx';
import { m } from '#ui/messages.ts';
import '#ui/style/paper-colours.css';
import './preview.css';

export interface PreviewProps {
  readonly sheets: readonly PaperSheet[];
  /** Upon the first page: the labels to choose from. */
  readonly overlay?: ComponentChildren;
  /** Stands there while there is no sheet. */
  readonly empty?: ComponentChildren;
}

/** The sheets as they will be printed. Readers get the same words as a list. */
export function Preview({ sheets, overlay, empty }: PreviewProps): JSX.Element {
  return (
    // The preview scrolls: it must answer to the arrow keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reachable by keyboard
    <section class="preview" aria-label={m.print_preview()} tabIndex={0}>
      {sheets.length === 0 ? empty : null}
      {sheets.map((sheet, place) => (
        <div
          class={sheet.w > sheet.h ? 'preview_page preview_page-wide' : 'preview_page'}
          key={place}
        >
          <SheetDrawing sheet={sheet} on="screen" />
          {place === 0 ? overlay : null}
          <ul class="visually-hidden">
            {sheet.marks.map((mark, number) =>
              mark.kind === 'text' ? <li key={number}>{mark.text}</li> : null,
            )}
          </ul>
        </div>
      ))}
    </section>
  );
}
