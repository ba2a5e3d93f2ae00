import type { JSX } from 'preact';
import { parseGroupKey } from '#domain/week/insights.ts';
import { groupLead, groupTitle } from '#i18n/insights.ts';
import { dayText, numberText } from '#i18n/format.ts';
import { useInsights } from './use-insights.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { LongList } from '#ui/screens/people/long-list.tsx';
import { ListKeys } from '#ui/screens/people-list/list-keys.tsx';
import { listOfGroup } from '#ui/screens/people-list/list-of-group.ts';

export interface InsightsPeopleScreenProps {
  /** The list's name in its address. */
  readonly group: string;
}

/** The people behind one number of "How we're doing": exactly those that it counts. */
export function InsightsPeopleScreen({ group: key }: InsightsPeopleScreenProps): JSX.Element {
  const { view } = useInsights();
  const { roster } = useRoster();
  const { kindRules } = useSettings();
  const today = useToday();
  const back = { href: formatRoute({ kind: 'insights' }), word: m.shell_insights() };
  const wanted = parseGroupKey(key);
  if (wanted === undefined)
    return (
      <Page title={m.insights_people_changed()} back={back}>
        <p>{m.insights_people_changed_words()}</p>
      </Page>
    );
  const title = groupTitle(wanted.group);
  const period = view?.periods.find(({ span }) => span === wanted.span);
  if (period === undefined)
    return (
      <Page title={title} back={back}>
        <Progress label={m.insights_thinking()} text="" done={null} />
      </Page>
    );
  const people = period.groups[wanted.group].flatMap((id) => roster.person(id) ?? []);
  const count = people.length;
  return (
    <Page
      title={title}
      aside={m.insights_people_count({ count, text: numberText(count) })}
      lead={groupLead(wanted.group, period, kindRules)}
      back={back}
      actions={count === 0 ? undefined : <ListKeys list={listOfGroup(key)} />}
    >
      {count === 0 ? (
        <Empty title={m.insights_people_none({ day: dayText(today, today) })} />
      ) : (
        <LongList sections={[{ people }]} />
      )}
    </Page>
  );
}
