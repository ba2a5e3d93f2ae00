import { faceFamilies } from '#paper/face-families.ts';
import type { TextStyle } from '#paper/marks.ts';
import { dotsPerMmFor } from '#paper/pdf/text-picture.ts';
import { mmPerPoint } from '#paper/points.ts';
import { textDirection } from '#paper/text-direction.ts';
import type { CanvasText } from '#platform/device/text-pictures.ts';

/** `text` as it is drawn for paper, in dots of the paper. */
export function canvasText({ face, weight, pt }: TextStyle, text: string): CanvasText {
  const dots = pt * mmPerPoint * dotsPerMmFor(pt);
  return {
    font: `${weight} ${dots.toFixed(3)}px ${faceFamilies[face]}`,
    text,
    direction: textDirection(text),
  };
}
