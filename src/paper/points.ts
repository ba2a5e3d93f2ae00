// Points of type in millimetres, and where a line of type stands in its line of height.

export const mmPerPoint = 25.4 / 72;

// Of a letter's size: from the middle of the line down to the baseline, as Arial stands.
const baselineBelowMiddle = 0.35;

/** From the upper edge of a line `height` mm high down to its baseline. */
export function baselineIn(height: number, pt: number): number {
  return height / 2 + baselineBelowMiddle * pt * mmPerPoint;
}
