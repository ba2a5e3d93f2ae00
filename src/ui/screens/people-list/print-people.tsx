import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { numberText } from '#i18n/format.ts';
import { mondayOf } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { useHomes } from '#ui/hooks/use-homes.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { printedThings, type PrintSource } from '#ui/screens/print/print-choices.ts';
import { PrintTabs } from '#ui/screens/print/print-tabs.tsx';
import { peopleTab } from './people-tab.tsx';
import { groupOfList } from './list-of-group.ts';
import { useFilteredPeople, useGroupPeople, type ListedPeople } from './use-listed-people.ts';

/** So many are printed at a time: more would be dozens of pages that nobody meant. */
const maxPrinted = 1_000;

export interface PrintPeopleScreenProps {
  readonly list: string;
  readonly as: 'print' | 'labels';
}

/** A list of people on paper: as a list, on labels, on envelopes. */
export function PrintPeopleScreen({ list, as }: PrintPeopleScreenProps): JSX.Element {
  const group = groupOfList(list);
  return group === undefined ? (
    <FilteredOnPaper list={list} as={as} />
  ) : (
    <GroupOnPaper group={group} as={as} />
  );
}

function FilteredOnPaper({ list, as }: PrintPeopleScreenProps): JSX.Element {
  const listed = useFilteredPeople(list);
  const back = formatRoute({ kind: 'people-list', as: 'list', list });
  return <OnPaper listed={listed} back={back} as={as} />;
}

interface GroupOnPaperProps extends Pick<PrintPeopleScreenProps, 'as'> {
  readonly group: string;
}

function GroupOnPaper({ group, as }: GroupOnPaperProps): JSX.Element {
  const listed = useGroupPeople(group);
  return <OnPaper listed={listed} back={formatRoute({ kind: 'insights-people', group })} as={as} />;
}

interface OnPaperProps extends Pick<PrintPeopleScreenProps, 'as'> {
  readonly listed: ListedPeople;
  readonly back: string;
}

function OnPaper({ listed, back, as }: OnPaperProps): JSX.Element {
  const { title, people } = listed;
  const about = listed.about.join(' · ');
  const homes = useHomes();
  const today = useToday();
  const source = useMemo(
    (): PrintSource | null =>
      people === null || homes === null
        ? null
        : {
            homes,
            list: { week: mondayOf(today), thankYous: [] },
            letterIds: people.map(({ id }) => id),
            lettersWord: (count) => m.people_list_for({ count }),
            greeting: null,
            onLetters: async () => ok(null),
          },
    [people, homes, today],
  );
  const ListTab = useMemo(
    () => peopleTab({ title, about, people: people ?? [] }),
    [title, about, people],
  );
  const place = { href: back, word: title };
  const count = people?.length ?? 0;
  if (source === null || count > maxPrinted)
    return (
      <Page title={title} back={place}>
        {source === null ? (
          <Progress label={m.people_list_sorting()} text="" done={null} />
        ) : (
          <Empty title={m.people_list_too_many({ count: numberText(count) })}>
            {m.people_list_too_many_hint({ most: numberText(maxPrinted) })}
          </Empty>
        )}
      </Page>
    );
  return (
    <PrintTabs
      source={source}
      title={m.print_title()}
      back={place}
      ListTab={ListTab}
      first={as === 'print' ? 'list' : 'labels'}
      things={printedThings.filter((thing) => thing !== 'cards')}
    />
  );
}
