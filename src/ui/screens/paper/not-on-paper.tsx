import type { JSX } from 'preact';
import './not-on-paper.css';

export interface NotOnPaperProps {
  /** How many, as a sentence. */
  readonly title: string;
  /** Each with the reason. */
  readonly lines: readonly { readonly key: string; readonly text: string }[];
  /** Only a few are shown without being asked for. */
  readonly few?: number;
}

/** What is not on the paper, and why: nothing is ever silently not printed. */
export function NotOnPaper({ title, lines, few = 3 }: NotOnPaperProps): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <details class="not-on-paper" open={lines.length <= few}>
      <summary class="not-on-paper_title">{title}</summary>
      <ul class="not-on-paper_lines">
        {lines.map(({ key, text }) => (
          <li key={key}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
