import type { ComponentChildren, JSX } from 'preact';
import './empty.css';

export interface EmptyProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  /** `page` when nothing else names the page. */
  readonly heading?: 'page' | 'section';
  /** One invitation, never two. */
  readonly action?: ComponentChildren;
}

/** Nothing here yet, said kindly, with the one thing to do about it. */
export function Empty({ title, children, heading, action }: EmptyProps): JSX.Element {
  const Heading = heading === 'page' ? 'h1' : 'h2';
  return (
    <div class="empty">
      <Heading class="empty_title">{title}</Heading>
      {children === undefined ? null : <p class="empty_words">{children}</p>}
      {action}
    </div>
  );
}
