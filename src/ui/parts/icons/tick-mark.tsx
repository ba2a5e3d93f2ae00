import type { JSX } from 'preact';
import { Icon } from './icon.tsx';
import './tick-mark.css';

export interface TickMarkProps {
  /** `corner`: on the upper end corner of its positioned parent; `disc`: in the line. */
  readonly place: 'corner' | 'disc';
}

/** The white tick on a green disc: this is on, this is done. A word nearby says what. */
export function TickMark({ place }: TickMarkProps): JSX.Element {
  return (
    <span class={`tick-mark tick-mark-${place}`} aria-hidden="true">
      <Icon name="check" />
    </span>
  );
}
