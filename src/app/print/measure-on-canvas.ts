import type { Extent, Measure } from '#paper/marks.ts';
import { dotsPerMmFor } from '#paper/pdf/text-picture.ts';
import { measureText } from '#platform/device/text-pictures.ts';
import { canvasText } from './canvas-text.ts';

/** Widths as the browser draws them, each text measured once. */
export function measureOnCanvas(): Measure {
  const known = new Map<string, Extent>();
  return (style, text) => {
    const asked = canvasText(style, text);
    const key = `${asked.font} ${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const mm = 1 / dotsPerMmFor(style.pt);
    const { advance, left, right, up, down } = measureText(asked);
    const extent = {
      advance: advance * mm,
      left: left * mm,
      right: right * mm,
      up: up * mm,
      down: down * mm,
    };
    known.set(key, extent);
    return extent;
  };
}
