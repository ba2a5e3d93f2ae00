import type { WeekDecisions } from '#domain/week/week-decisions.ts';
import type { HlcTimestamp } from '#lib/hlc.ts';

/**
 * A week's decision is one piece: where two tablets decided the same week, the one that decided
 * first stands whole. Of one decision the later version stands.
 */
export function mergeWeeks(a: WeekDecisions, b: WeekDecisions): WeekDecisions {
  if (a.made !== b.made) return a.made < b.made ? a : b;
  const [ours, theirs] = [lastChange(a), lastChange(b)];
  if (ours !== theirs) return ours > theirs ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

function lastChange({ made, edits }: WeekDecisions): HlcTimestamp {
  return Object.values(edits).reduce((last, each) => (each > last ? each : last), made);
}
