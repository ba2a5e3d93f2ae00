import type { ComponentChildren, JSX } from 'preact';
import './frame.css';

export interface FrameProps {
  readonly rail: ComponentChildren;
  /** Over everything, on every screen: that this is the sample shop, that a new version waits. */
  readonly banner?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The window as a whole: rail, page, and nothing that scrolls but the page. */
export function Frame({ rail, banner, children }: FrameProps): JSX.Element {
  return (
    <div class="app frame">
      {banner === undefined ? null : <header class="frame_banner">{banner}</header>}
      <div class="frame_rail">{rail}</div>
      <main class="frame_page">{children}</main>
    </div>
  );
}
