import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.tsx';
import './done-list.css';

export interface DoneLine {
  readonly key: string;
  readonly icon: ComponentChildren;
  readonly title: string;
  readonly when: string;
  /** What the tick says to those who listen; null while it is not done. */
  readonly done: string | null;
}

export interface DoneListProps {
  readonly lines: readonly DoneLine[];
  readonly labelledBy: string;
}

/** What the shop did for somebody, with a tick where it reached them. */
export function DoneList({ lines, labelledBy }: DoneListProps): JSX.Element {
  return (
    <ul class="done-list" aria-labelledby={labelledBy}>
      {lines.map((line) => (
        <li class="done-list_item" key={line.key}>
          <span class="done-list_icon">{line.icon}</span>
          <span class="done-list_words">
            {line.title}
            <small class="done-list_when">{line.when}</small>
          </span>
          {line.done === null ? null : (
            <span class="done-list_tick">
              <Icon name="check" />
              <span class="visually-hidden">{line.done}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
