import type { ComponentChildren, JSX } from 'preact';
import './notice.css';

export interface NoticeProps {
  /** `done` says what happened, `ask` waits for an answer. */
  readonly tone: 'done' | 'ask';
  readonly children: ComponentChildren;
  /** The way back, or the answers. They stay for as long as the notice does. */
  readonly actions: ComponentChildren;
}

/** One line that stays until it is answered or the page is left: it never goes away by itself. */
export function Notice({ tone, children, actions }: NoticeProps): JSX.Element {
  return (
    <div class={`notice notice-${tone}`} aria-live="polite">
      <p class="notice_words">{children}</p>
      <div class="line notice_actions">{actions}</div>
    </div>
  );
}
