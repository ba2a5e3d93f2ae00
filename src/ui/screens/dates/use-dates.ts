import { useEffect, useState } from 'preact/hooks';
import { listDates, type DateSpan } from '#app/week/dates.ts';
import type { DateAhead } from '#domain/week/date-ahead.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useToday } from '#ui/hooks/use-shop.ts';

/** The dates of a span, followed; null until they are found. */
export function useDates({ from, until }: DateSpan): readonly DateAhead[] | null {
  const now = useRoster();
  const today = useToday();
  const [dates, setDates] = useState<readonly DateAhead[] | null>(null);
  useEffect(() => {
    let isOver = false;
    async function find(): Promise<void> {
      const found = await listDates(now.roster, { from, until, today }, () => isOver);
      if (found !== null) setDates(found);
    }
    void find();
    return () => {
      isOver = true;
    };
  }, [now, from, until, today]);
  return dates;
}
