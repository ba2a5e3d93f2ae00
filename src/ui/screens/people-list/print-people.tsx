import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { numberText } from '#i18n/format.ts';
import { mondayOf } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { useHomes } from '#ui/hooks/use-homes.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { printedThings, type PrintSource } from '#ui/screens/print/print-choices.ts';
import { PrintTabs } from '#ui/screens/print/print-tabs.tsx';
import { peopleTab } from './people-tab.tsx';
import { groupOfList } from './list-of-group.ts';
import { useFilteredPeople, useGroupPeople, type ListedPeople } from './use-listed-people.ts';

/** So many are printed at a time: more are dozens of pages. */
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

function OnPaper(props: OnPaperProps): JSX.Element {
  const { listed, back } = props;
  const [part, setPart] = useState<number | null>(null);
  const { people: all } = listed;
  const count = all?.length ?? 0;
  const people = useMemo(() => (part === null ? all : partOfPeople(all ?? [], part)), [all, part]);
  if (count <= maxPrinted) return <PartOnPaper {...props} />;
  if (part === null)
    return (
      <Page title={listed.title} back={{ href: back, word: listed.title }}>
        <PartChoice people={all ?? []} onChoose={setPart} />
      </Page>
    );
  const { from, to } = partOf(part, count);
  const about = m.people_list_part({
    from: numberText(from),
    to: numberText(to),
    count: numberText(count),
  });
  return <PartOnPaper {...props} listed={{ ...listed, people, about: [...listed.about, about] }} />;
}

interface PartChoiceProps {
  readonly people: NonNullable<ListedPeople['people']>;
  readonly onChoose: (part: number) => void;
}

/** A list of thousands is printed part after part, so that a wrong tap costs no ream of paper. */
function PartChoice({ people, onChoose }: PartChoiceProps): JSX.Element {
  const count = people.length;
  const parts = Array.from({ length: Math.ceil(count / maxPrinted) }, (_each, part) => part);
  return (
    <>
      <p>
        {m.people_list_too_many({ count: numberText(count) })}{' '}
        {m.people_list_too_many_hint({ most: numberText(maxPrinted) })}
      </p>
      <RowList>
        {parts.map((part) => {
          const { from, to } = partOf(part, count);
          return (
            <Row
              key={part}
              title={m.people_list_part({
                from: numberText(from),
                to: numberText(to),
                count: numberText(count),
              })}
              hint={m.people_list_part_names({
                first: people[from - 1]?.customer.name ?? '',
                last: people[to - 1]?.customer.name ?? '',
              })}
              onPress={() => onChoose(part)}
            />
          );
        })}
      </RowList>
    </>
  );
}

function partOfPeople(people: PartChoiceProps['people'], part: number): PartChoiceProps['people'] {
  const { from, to } = partOf(part, people.length);
  return people.slice(from - 1, to);
}

function partOf(part: number, count: number): { readonly from: number; readonly to: number } {
  return { from: part * maxPrinted + 1, to: Math.min(count, (part + 1) * maxPrinted) };
}

function PartOnPaper({ listed, back, as }: OnPaperProps): JSX.Element {
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
  if (source === null)
    return (
      <Page title={title} back={place}>
        <Progress label={m.people_list_sorting()} text="" done={null} />
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
