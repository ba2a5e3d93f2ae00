import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CustomerDetails, StoryItem } from '#app/customers/customer-page.ts';
import { isUnanswered, type Moment } from '#domain/visits/moment.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { spentOn, type Visit, type VisitMark } from '#domain/visits/visit.ts';
import { money } from '#i18n/format.ts';
import { dayWords, markWords, momentWords, whenWords } from '#i18n/story.ts';
import type { Day } from '#lib/day.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Icon, type IconName } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { StoryList, type StoryLine, type StoryNote } from '#ui/parts/customers/story-list.tsx';
import { m } from '#ui/messages.ts';
import './story.css';

export interface StoryProps {
  readonly page: CustomerDetails;
  readonly settings: Settings;
  readonly today: Day;
  readonly onVisit: (visit: Visit) => void;
  readonly onMoment: (moment: Moment) => void;
  readonly onEarlier: () => void;
  readonly onNote: () => void;
  readonly onMore: () => void;
}

/** Everything that happened, latest first; each line can be opened and changed. */
export function Story(props: StoryProps): JSX.Element {
  const id = useId();
  const { page } = props;
  return (
    <section class="story">
      <div class="story_head">
        <h2 class="type_section" id={id}>
          {m.customer_story()}
        </h2>
        <div class="story_keys">
          <Button kind="link" onPress={props.onEarlier}>
            {m.customer_add_earlier()}
          </Button>
          <Button kind="link" onPress={props.onNote}>
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
        <Button width="full" onPress={props.onMore}>
          {m.customer_story_more()}
        </Button>
      ) : null}
    </section>
  );
}

function lineOf(item: StoryItem, props: StoryProps): StoryLine {
  return item.kind === 'visit' ? visitLine(item.visit, props) : momentLine(item.moment, props);
}

function visitLine(visit: Visit, { settings, today, onVisit }: StoryProps): StoryLine {
  const spent = spentOn(visit);
  const amount = spent === null ? '' : money(spent, settings.currency);
  const when = whenWords(visit.day, visit.day === today ? visit.minute : null, today);
  const said = feedbackOn(visit);
  const notes = said.map(({ key, icon, words }): StoryNote => ({ key, icon, words }));
  const shownAmount = settings.amounts ? amount : null;
  return {
    key: visit.id,
    when,
    amount: shownAmount,
    notes,
    label: changeLabel([when, shownAmount ?? '', ...said.map(({ words }) => words)]),
    onPress: () => onVisit(visit),
  };
}

interface FeedbackText {
  readonly key: string;
  readonly icon: JSX.Element;
  readonly words: string;
}

function feedbackOn(visit: Visit): readonly FeedbackText[] {
  const said: FeedbackText[] = [];
  if (visit.kind === 'browsed')
    said.push({
      key: 'browsed',
      icon: <Icon name="eye" size="beside" />,
      words: m.customer_just_looking(),
    });
  for (const mark of visit.marks)
    said.push({
      key: mark,
      icon: <Icon name={markIcons[mark]} size="beside" />,
      words: markWords(mark),
    });
  if (visit.reduced)
    said.push({
      key: 'reduced',
      icon: <OwnerIcon name="tag" size="beside" />,
      words: m.customer_mark_reduced(),
    });
  if (visit.note !== '')
    said.push({
      key: 'note',
      icon: <Icon name="pencil" size="beside" />,
      words: m.customer_quoted({ text: visit.note }),
    });
  return said;
}

/** The drawing of each mark, the same as on the Counter. */
export const markIcons: Readonly<Record<VisitMark, IconName>> = {
  friend: 'friend-plus',
  shared: 'globe',
  told: 'speech',
  easy: 'feather',
};

function momentLine(moment: Moment, { page, settings, today, onMoment }: StoryProps): StoryLine {
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
    onPress: () => onMoment(moment),
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
  return m.customer_change_line({ line: parts.filter((part) => part !== '').join(', ') });
}
