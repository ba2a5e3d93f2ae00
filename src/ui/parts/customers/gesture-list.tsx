import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '#ui/parts/icons/icon.tsx';
import './gesture-list.css';

export interface GestureLine {
  readonly key: string;
  readonly icon: ComponentChildren;
  readonly title: string;
  readonly when: string;
  /** What the tick says to those who listen; null while it is not done. */
  readonly done: string | null;
}

export interface GestureListProps {
  readonly lines: readonly GestureLine[];
  readonly labelledBy: string;
}

/** What the shop did for somebody, with a tick where it reached them. */
export function GestureList({ lines, labelledBy }: GestureListProps): JSX.Element {
  return (
    <ul class="gesture-list" aria-labelledby={labelledBy}>
      {lines.map((line) => (
        <li class="line_ruled gesture-list_item" key={line.key}>
          <span class="gesture-list_icon">{line.icon}</span>
          <span class="gesture-list_words">
            {line.title}
            <small class="type_small gesture-list_when">{line.when}</small>
          </span>
          {line.done === null ? null : (
            <span class="gesture-list_tick">
              <Icon name="check" />
              <span class="visually-hidden">{line.done}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
