import { useEffect, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { ActiveVisitView } from '#app/counter/active-visit-view.ts';
import { timeText } from '#i18n/date-time.ts';
import { hintLine } from '#i18n/hints.ts';
import { problemSentence } from '#i18n/problems.ts';
import type { Day } from '#lib/day.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { m } from '#ui/messages.ts';

/** What happened, read aloud once; the focus stays where it is. */
export function Announcer({ strip }: { readonly strip: ActiveVisitView | null }): JSX.Element {
  const today = useToday();
  const event = strip === null ? 'saving' : eventOf(strip);
  // A mark on the same visit is no news: its own button says that it is on.
  const about = strip === null || event === 'saving' ? null : `${strip.shown.visit.id} ${event}`;
  const words = useAnnouncement(about, strip === null ? '' : wordsFor(event, strip, today));
  return <output class="visually-hidden">{words}</output>;
}

/** The words of the latest event, which later words about the same event do not replace. */
function useAnnouncement(event: string | null, words: string): string {
  const [announced, setAnnounced] = useState({ event: '', words: '' });
  useEffect(() => {
    if (event === null) return;
    setAnnounced((before) => (before.event === event ? before : { event, words }));
  }, [event, words]);
  return announced.words;
}

type AnnouncedEvent = 'saving' | 'saved' | 'open' | 'undone' | 'failed';

function eventOf({ shown, isTakenBack, isRepeat }: ActiveVisitView): AnnouncedEvent {
  if (shown.problem !== null) return 'failed';
  if (shown.state === 'saving') return 'saving';
  if (isTakenBack) return 'undone';
  return isRepeat ? 'open' : 'saved';
}

function wordsFor(event: AnnouncedEvent, strip: ActiveVisitView, today: Day): string {
  const name = strip.name ?? m.counter_no_name_title();
  const { problem, visit } = strip.shown;
  switch (event) {
    case 'failed':
      return problem === null
        ? ''
        : m.counter_said_failed({ name, problem: problemSentence(problem) });
    case 'undone':
      return m.counter_said_undone({ name });
    case 'open':
      return m.counter_said_open({ name, time: timeText(visit.minute ?? 0) });
    case 'saving':
      return '';
    case 'saved': {
      const waiting = strip.hints.find((hint) => hint.code === 'to-hand-over');
      return waiting === undefined
        ? m.counter_said_saved({ name })
        : m.counter_said_waiting({ name, hint: hintLine(waiting, today) });
    }
  }
}
