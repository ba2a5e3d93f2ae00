import type { ComponentChildren, JSX } from 'preact';
import './banner.css';

export interface BannerProps {
  /**
   * `stop` is red: something is not saved. `sample` is striped: nobody here is real. `read` is
   * amber and wants an answer; `news` is green and can wait.
   */
  readonly tone: 'stop' | 'sample' | 'ask' | 'news';
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/**
 * One line over every screen that stays until it is dealt with; as low as a key may be, for the
 * Counter needs the height.
 */
export function Banner({ tone, children, actions }: BannerProps): JSX.Element {
  return (
    <div class={`banner banner-${tone}`}>
      <p class="banner_words">{children}</p>
      {actions === undefined ? null : <div class="banner_actions">{actions}</div>}
    </div>
  );
}
