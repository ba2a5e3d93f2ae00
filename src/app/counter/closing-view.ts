// What the Counter says once the shop is closed. Nothing here reads a table.

import { isAfterClosing } from '#domain/shop/calendar.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { ClosingNote } from '#domain/visits/closing-note.ts';
import { repeatMinutes } from '#domain/visits/visit.ts';
import { closingNoteOf } from '#engine/insights/closing-note.ts';
import type { WallTime } from '#lib/time-zone.ts';
import type { CounterStore } from './counter-store.ts';

/** Null before closing, where the owner wants none, and while the last visit is still spoken of. */
export function closingView(
  { todayVisits, roster, activeVisit, deps }: CounterStore,
  settings: Settings,
  { day, minute }: WallTime,
): ClosingNote | null {
  if (!settings.closingNote || !isAfterClosing(settings, day, minute)) return null;
  const visits = todayVisits.visits();
  const shown = activeVisit === null ? undefined : todayVisits.visit(activeVisit.visitId);
  const recent = Math.max(shown?.visit.createdAt ?? 0, visits[0]?.visit.createdAt ?? 0);
  if (deps.clock.now() - recent < repeatMinutes * 60_000) return null;
  const histories = [...roster.people().values()].map(({ history }) => history);
  const live = visits.map(({ visit }) => visit);
  return closingNoteOf({ visits: live, histories, today: day }) ?? null;
}
