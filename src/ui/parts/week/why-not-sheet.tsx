import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { m } from '#ui/messages.ts';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import './why-not-sheet.css';

export interface ExclusionLine {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly rule: string;
}

export interface WhyNotSheetProps {
  readonly rules: readonly string[];
  readonly lines: readonly ExclusionLine[];
  readonly onClose: () => void;
}

/** The rules of the list in words, and whom they kept off. */
export function WhyNotSheet({ rules, lines, onClose }: WhyNotSheetProps): JSX.Element {
  const id = useId();
  return (
    <Sheet title={m.week_why_not()} closeWord={m.week_close()} width="wide" onClose={onClose}>
      <p class="why-not-sheet_lead">{m.week_why_not_lead()}</p>
      <div class="why-not-sheet_columns">
        <section aria-labelledby={`${id}-next`}>
          <h3 class="why-not-sheet_heading" id={`${id}-next`}>
            {m.week_why_not_next()}
          </h3>
          {lines.length === 0 ? <p>{m.week_why_not_none()}</p> : null}
          <ol class="why-not-sheet_people">
            {lines.map((line) => (
              <li class="line_ruled why-not-sheet_person" key={line.key}>
                <a class="why-not-sheet_name" href={line.href}>
                  <bdi>{line.name}</bdi>
                </a>
                <span class="why-not-sheet_rule">{line.rule}</span>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby={`${id}-rules`}>
          <h3 class="why-not-sheet_heading" id={`${id}-rules`}>
            {m.week_why_not_rules()}
          </h3>
          <ul class="why-not-sheet_rules">
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
      </div>
    </Sheet>
  );
}
