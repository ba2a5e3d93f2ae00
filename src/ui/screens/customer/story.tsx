import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CustomerDetails, StoryItem } from '#app/customers/customer-page.ts';
import { isUnanswered, type Moment } from '#domain/visits/moment.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { spentOn, type Visit } from '#domain/visits/visit.ts';
import { money, enumeration } from '#i18n/format.ts';
import { dayWords, markWords, momentWords, whenWords } from '#i18n/story.ts';
import type { Day } from '#lib/day.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Icon, type IconName } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { markIcons } from '#ui/parts/icons/mark-icons.ts';
import { StoryList, type StoryLine, type StoryNote } from '#ui/parts/customers/story-list.tsx';
import { m } from '#ui/messages.ts';
import type { OpenSheet } from '#ui/screens/customer-sheets/customer-sheet.tsx';
import './story.css';

export interface StoryProps {
  readonly page: CustomerDetails;
  readonly onOpen: (sheet: OpenSheet) => void;
  readonly onMore: () => void;
}

type LineProps = Pick<StoryProps, 'page' | 'onOpen'> & {
  readonly settings: Settings;
  readonly today: Day;
};

/** Everything that happened, latest first; each line can be opened and changed. */
export function Story({ page, onOpen, onMore }: StoryProps): JSX.Element {
  const id = useId();
  const props = { page, onOpen, settings: useSettings(), today: useToday() };
  return (
    <section class="story">
      <div class="line line-apart story_head">
        <h2 class="type_section" id={id}>
          {m.customer_story()}
        </h2>
        <div class="line story_keys">
          <Button kind="link" onPress={() => onOpen({ kind: 'earlier' })}>
            {m.customer_add_earlier()}
          </Button>
          <Button kind="link" onPress={() => onOpen({ kind: 'note' })}>
            {m.customer_add_moment()}
          </Button>
        </div>
      </div>
      {page.story.length === 0 ? (
        <p class="type_sub">{m.customer_story_empty()}</p>
      ) : (
        <StoryList lines={page.story.map((item) => lineOf(item, props))} labelledBy={id} />
      )}
      {page.hasMore ? (
        <Button width="full" onPress={onMore}>
          {m.customer_story_more()}
        </Button>
      ) : null}
    </section>
  );
}

function lineOf(item: StoryItem, props: LineProps): StoryLine {
  return item.kind === 'visit' ? visitLine(item.visit, props) : momentLine(item.moment, props);
}

function visitLine(visit: Visit, { settings, today, onOpen }: LineProps): StoryLine {
  const spent = settings.amounts ? spentOn(visit) : null;
  const amount = spent === null ? '' : money(spent, settings.currency);
  const when = whenWords(visit.day, visit.day === today ? visit.minute : null, today);
  const notes = notesOn(visit);
  return {
    key: visit.id,
    when,
    amount: settings.amounts ? amount : null,
    notes,
    label: changeLabel([when, amount, ...notes.map(({ words }) => words)]),
    onPress: () => onOpen({ kind: 'visit', visit }),
  };
}

type VisitNote = StoryNote & { readonly words: string };

function notesOn(visit: Visit): readonly VisitNote[] {
  const notes: readonly (VisitNote | false)[] = [
    visit.kind === 'browsed' && {
      key: 'browsed',
      icon: <Icon name="eye" size="beside" />,
      words: m.customer_just_looking(),
    },
    ...visit.marks.map((mark) => ({
      key: mark,
      icon: <Icon name={markIcons[mark]} size="beside" />,
      words: markWords(mark),
    })),
    visit.reduced && {
      key: 'reduced',
      icon: <OwnerIcon name="tag" size="beside" />,
      words: m.customer_mark_reduced(),
    },
    visit.note !== '' && {
      key: 'note',
      icon: <Icon name="pencil" size="beside" />,
      words: m.customer_quoted({ text: visit.note }),
    },
  ];
  return notes.filter((note) => note !== false);
}

function momentLine(moment: Moment, { page, settings, today, onOpen }: LineProps): StoryLine {
  const when = whenWords(moment.day, null, today);
  const words = momentSentence(moment, page);
  const waiting = isUnanswered(moment) ? m.customer_moment_open() : answeredWords(moment, today);
  return {
    key: moment.id,
    when,
    amount: settings.amounts ? '' : null,
    notes: [
      {
        key: moment.id,
        icon: <Icon name={momentIcon(moment)} size="beside" />,
        words,
        ...(waiting === null ? {} : { waiting }),
      },
    ],
    label: changeLabel([when, words, waiting ?? '']),
    onPress: () => onOpen({ kind: 'moment', moment }),
  };
}

/** What was noticed, in one line: "Sent Tom R. to us", "Complaint “The coffee was cold.”" */
export function momentSentence(moment: Moment, page: Pick<CustomerDetails, 'names'>): string {
  const name = moment.about === null ? undefined : page.names.get(moment.about);
  const what =
    moment.kind === 'sent' && name !== undefined
      ? m.customer_moment_sent_named({ name })
      : momentWords(moment.kind);
  return moment.text === '' ? what : `${what} ${m.customer_quoted({ text: moment.text })}`;
}

function answeredWords(moment: Moment, today: Day): string | null {
  if (moment.answeredOn === null) return null;
  return m.customer_moment_answered({ day: dayWords(moment.answeredOn, today) });
}

function momentIcon({ kind }: Moment): IconName {
  if (kind === 'shared') return 'globe';
  if (kind === 'sent') return 'friend-plus';
  return kind === 'paid-late' || kind === 'paid-on-time' ? 'clock' : 'speech';
}

function changeLabel(parts: readonly string[]): string {
  return m.customer_change_line({ line: enumeration(parts.filter((part) => part !== '')) });
}
