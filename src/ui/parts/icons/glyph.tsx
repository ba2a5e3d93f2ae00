import type { JSX } from 'preact';
import './glyph.css';

/** On a 28 px grid. `body` fills by half when what it stands for is on; `lines` never do. */
export interface Drawing {
  readonly body?: string;
  /** Points forwards or backwards, and turns with the direction of reading. */
  readonly turns?: true;
  readonly lines?: string;
  /** Points drawn as heavy dots. */
  readonly dots?: string;
  /** An outline that is only hinted at: somebody without a name. */
  readonly dashes?: string;
}

export interface GlyphProps {
  readonly drawing: Drawing;
  /** `beside` (24 px) next to text, `own` (28 px) alone, `large` (34 px) on the hand-over key. */
  readonly size: GlyphSize;
  readonly filled: boolean;
}

export type GlyphSize = 'beside' | 'own' | 'large';

/** Draws every icon. Screen readers skip it: a word stands next to it. */
export function Glyph({ drawing, size, filled }: GlyphProps): JSX.Element {
  const look = (filled ? ' glyph-filled' : '') + (drawing.turns ? ' glyph-turns' : '');
  return (
    <svg class={`glyph glyph-${size}${look}`} viewBox="0 0 28 28" aria-hidden="true">
      {drawing.body === undefined ? null : <path class="glyph_body" d={drawing.body} />}
      {drawing.lines === undefined ? null : <path d={drawing.lines} />}
      {drawing.dots === undefined ? null : <path class="glyph_dots" d={drawing.dots} />}
      {drawing.dashes === undefined ? null : <path class="glyph_dashes" d={drawing.dashes} />}
    </svg>
  );
}
