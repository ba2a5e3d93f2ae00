import { useEffect, useState } from 'preact/hooks';
import type { RosterEntry } from '#app/customers/roster.ts';
import { listPeople } from '#app/customers/people-list.ts';
import { parsePeopleFilter } from '#domain/customers/people-filter.ts';
import { parseGroupKey } from '#domain/week/insights.ts';
import { groupTitle } from '#i18n/insights.ts';
import { locale } from '#i18n/language/locale.ts';
import { useRoster, useSegments } from '#ui/hooks/use-roster.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { m } from '#ui/messages.ts';
import { useInsights } from '#ui/screens/insights/use-insights.ts';
import { filterWords } from './filter-words.ts';

export interface ListedPeople {
  readonly title: string;
  /** What they have in common; empty for everybody. */
  readonly about: readonly string[];
  /** From A to Z; null until they are found. */
  readonly people: readonly RosterEntry[] | null;
}

/** The people whom the filter of that name means. */
export function useFilteredPeople(list: string): ListedPeople {
  const now = useRoster();
  const today = useToday();
  const segments = useSegments(now);
  const [people, setPeople] = useState<readonly RosterEntry[] | null>(null);
  const filter = parsePeopleFilter(list);
  // Everybody need not wait for the segments.
  const needed = filter.segment === null ? null : segments;
  const isWaiting = filter.segment !== null && segments === null;
  useEffect(() => {
    if (isWaiting) return undefined;
    let isOver = false;
    async function find(): Promise<void> {
      const filter = parsePeopleFilter(list);
      const request = { filter, segments: needed, today, locale: locale() };
      const found = await listPeople(now.roster, request, () => isOver);
      if (found !== null) setPeople(found);
    }
    void find();
    return () => {
      isOver = true;
    };
  }, [now, list, needed, isWaiting, today]);
  return { title: m.people_list_title(), about: filterWords(filter), people };
}

/** The people behind a number of "How we’re doing", in the order of names. */
export function useGroupPeople(key: string): ListedPeople {
  const { view } = useInsights();
  const { roster } = useRoster();
  const wanted = parseGroupKey(key);
  if (wanted === undefined) return { title: m.insights_people_changed(), about: [], people: [] };
  const period = view?.periods.find(({ span }) => span === wanted.span);
  return {
    title: groupTitle(wanted.group),
    about: [],
    people: period?.groups[wanted.group].flatMap((id) => roster.person(id) ?? []) ?? null,
  };
}
