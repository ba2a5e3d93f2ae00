import type { ComponentChildren, JSX } from 'preact';
import './banner.css';

export interface BannerProps {
  /** `stop` (red): something is not saved. `ask` (amber) wants an answer; `news` can wait. */
  readonly tone: 'stop' | 'sample' | 'ask' | 'news';
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** One line over every screen until it is dealt with, low because the Counter needs the height. */
export function Banner({ tone, children, actions }: BannerProps): JSX.Element {
  return (
    <div class={`banner banner-${tone}`}>
      <p class="banner_words">{children}</p>
      {actions === undefined ? null : <div class="line banner_actions">{actions}</div>}
    </div>
  );
}
