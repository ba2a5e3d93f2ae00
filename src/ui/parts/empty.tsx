import type { ComponentChildren, JSX } from 'preact';
import './empty.css';

export interface EmptyProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  /** One invitation, never two. */
  readonly action?: ComponentChildren;
}

/** Nothing here yet, said kindly, with the one thing to do about it. */
export function Empty({ title, children, action }: EmptyProps): JSX.Element {
  return (
    <div class="empty">
      <h2 class="empty_title">{title}</h2>
      {children === undefined ? null : <p class="empty_words">{children}</p>}
      {action}
    </div>
  );
}
