import type { ComponentChildren, JSX } from 'preact';
import type { Paper } from '#domain/shop/settings.ts';
import './paper-sheet.css';

export interface PaperSheetProps {
  readonly paper: Paper;
  readonly children: ComponentChildren;
}

/** Paper at its true size, white by day and by night. What does not fit is not printed. */
export function PaperSheet({ paper, children }: PaperSheetProps): JSX.Element {
  return <div class={`paper-sheet paper-sheet-${paper}`}>{children}</div>;
}
