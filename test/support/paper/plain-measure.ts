// Letters of one width each, so that widths can be reckoned in the head: half as wide as high,
// those of Han and its like as wide as high.
import type { Measure } from '#paper/marks.ts';
import { mmPerPoint } from '#paper/points.ts';

export const plainMeasure: Measure = ({ pt }, text) => {
  const size = pt * mmPerPoint;
  const widths = Array.from(text, (letter) => (/\p{M}/u.test(letter) ? 0 : letterWidth(letter)));
  const advance = widths.reduce((sum, width) => sum + width * size, 0);
  return { advance, left: 0, right: advance, up: 0.75 * size, down: 0.25 * size };
};

function letterWidth(letter: string): number {
  return /[\p{Script=Han}\p{Emoji_Presentation}]/u.test(letter) ? 1 : 0.5;
}
