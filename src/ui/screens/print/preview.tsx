import type { JSX } from 'preact';
import type { Paper } from '#domain/shop/settings.ts';
import { m } from '#ui/messages.ts';
import './preview.css';

export interface PreviewProps {
  readonly paper: Paper;
  readonly sheets: readonly JSX.Element[];
}

export function Preview({ paper, sheets }: PreviewProps): JSX.Element {
  return (
    // The preview scrolls: it must answer to the arrow keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reachable by keyboard
    <section class="preview" aria-label={m.print_preview()} tabIndex={0}>
      {sheets.map((sheet, place) => (
        <div class={`preview_page preview_page-${paper}`} key={place}>
          <div class="preview_scale">{sheet}</div>
        </div>
      ))}
    </section>
  );
}
