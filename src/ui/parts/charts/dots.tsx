import type { JSX } from 'preact';
import './dots.css';

export interface DotsProps {
  readonly all: number;
  readonly filled: number;
  readonly tone: 'with' | 'without';
}

/** People as dots, some filled. The sentence next to it says the same. */
export function Dots({ all, filled, tone }: DotsProps): JSX.Element | null {
  if (all === 0 || all > maxDots) return null;
  return (
    <span class={`dots dots-${tone}`} aria-hidden="true">
      {Array.from({ length: all }, (_, place) => (
        <i class={place < filled ? 'dots_dot dots_dot-filled' : 'dots_dot'} key={place} />
      ))}
    </span>
  );
}

/** More than this nobody sees at a glance. */
const maxDots = 72;
