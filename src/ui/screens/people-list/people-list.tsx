import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { sectionsByLetter } from '#app/customers/people-list.ts';
import type { RosterEntry } from '#app/customers/roster.ts';
import {
  everybody,
  formatPeopleFilter,
  parsePeopleFilter,
  type PeopleFilter,
} from '#domain/customers/people-filter.ts';
import { numberText } from '#i18n/format.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useNavigate } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { LongList } from '#ui/screens/people/long-list.tsx';
import { FilterFields } from './filter-fields.tsx';
import { ListKeys } from './list-keys.tsx';
import './people-list.css';
import { useFilteredPeople } from './use-listed-people.ts';

/** Everybody from A to Z, or some of them; and the way to paper. */
export function PeopleListScreen({ list }: { readonly list: string }): JSX.Element {
  const { title, about, people } = useFilteredPeople(list);
  const navigate = useNavigate();
  const filter = parsePeopleFilter(list);
  const show = (next: PeopleFilter): void =>
    navigate({ kind: 'people-list', as: 'list', list: formatPeopleFilter(next) });
  const { roster } = useRoster();
  const everyone = about.length === 0 ? roster.people().size : null;
  const count = people?.length ?? everyone;
  return (
    <Page
      title={title}
      aside={count === null ? undefined : m.people_count({ count, text: numberText(count) })}
      back={{ href: formatRoute({ kind: 'people' }), word: m.customer_back() }}
      actions={count === 0 ? undefined : <ListKeys list={list} />}
    >
      <div class="people-list">
        <FilterFields filter={filter} onChange={show} />
        {people === null ? (
          <Progress label={m.people_list_sorting()} text="" done={null} />
        ) : people.length === 0 ? (
          <Empty
            title={m.people_list_none()}
            action={
              about.length === 0 ? undefined : (
                <Button onPress={() => show(everybody)}>{m.people_list_show_all()}</Button>
              )
            }
          />
        ) : (
          <Alphabet people={people} />
        )}
      </div>
    </Page>
  );
}

/** The list, and the letters that lead into it where it is long. */
function Alphabet({ people }: { readonly people: readonly RosterEntry[] }): JSX.Element {
  const sections = useMemo(() => sectionsByLetter(people), [people]);
  const box = useRef<HTMLDivElement>(null);
  function goTo(place: number): void {
    const heading = box.current?.querySelectorAll<HTMLElement>('h2')[place];
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }
  return (
    <>
      {sections.length < 2 ? null : (
        <nav class="people-list_letters" aria-label={m.people_list_letters()}>
          {sections.map(({ letter }, place) => (
            <button
              class="press people-list_letter"
              type="button"
              key={place}
              onClick={() => goTo(place)}
            >
              {letter}
            </button>
          ))}
        </nav>
      )}
      <div ref={box}>
        <LongList
          sections={sections.map(({ letter, people: own }) => ({ title: letter, people: own }))}
        />
      </div>
    </>
  );
}
