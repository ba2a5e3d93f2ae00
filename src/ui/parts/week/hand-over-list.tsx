import type { ComponentChildren, JSX } from 'preact';
import './hand-over-list.css';

export interface HandOverLine {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly what: string;
  readonly note: string;
  /** The one key of the line. */
  readonly keys: ComponentChildren;
  /** The way back from the decision, smaller than the way on; none when left out. */
  readonly back?: ComponentChildren;
}

/** People for whom something waits under the till, or was given today. */
export function HandOverList({ lines }: { readonly lines: readonly HandOverLine[] }): JSX.Element {
  return (
    <ul class="hand-over-list">
      {lines.map((line) => (
        <li
          class="line_ruled line line-apart hand-over-list_item"
          key={line.key}
          data-place={line.key}
        >
          <div class="hand-over-list_words">
            <a class="hand-over-list_name" href={line.href}>
              <bdi>{line.name}</bdi>
            </a>
            <span class="hand-over-list_what">{line.what}</span>
            {line.note === '' && line.back === undefined ? null : (
              <small class="type_small hand-over-list_note">
                {line.note} {line.back}
              </small>
            )}
          </div>
          {line.keys === null ? null : <div class="line hand-over-list_keys">{line.keys}</div>}
        </li>
      ))}
    </ul>
  );
}
