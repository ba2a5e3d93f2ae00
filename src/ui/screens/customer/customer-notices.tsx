import type { JSX } from 'preact';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import { unmergeCustomer } from '#app/customers/merge-customers.ts';
import { answerMoment, restoreMoment } from '#app/customers/moments.ts';
import { restoreVisit } from '#app/customers/visits.ts';
import { dayTimeWords, dayWords } from '#i18n/story.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { momentSentence } from './story.tsx';

interface NoticesProps {
  readonly page: CustomerDetails;
}

/** What still waits for an answer, and what was undone today and can be restored. */
export function CustomerNotices({ page }: NoticesProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run } = useAction();
  return (
    <>
      <UnansweredNotices page={page} />
      {page.mergedToday.map(({ id, name }) => (
        <UndoneNotice
          key={id}
          said={m.customer_merged_today({ name })}
          word={m.customer_unmerge()}
          label={m.customer_unmerge_named({ name })}
          onPress={() => void run(() => unmergeCustomer(deps, id))}
        />
      ))}
      {page.takenBack.map(({ id, day, minute }) => (
        <UndoneNotice
          key={id}
          said={m.customer_undone({ when: dayTimeWords(day, minute, today) })}
          word={m.customer_restore_visit()}
          onPress={() => void run(() => restoreVisit(deps, id))}
        />
      ))}
      {page.momentsTakenBack.map((moment) => (
        <UndoneNotice
          key={moment.id}
          said={m.customer_moment_undone({ what: momentSentence(moment, page) })}
          word={m.customer_restore_visit()}
          onPress={() => void run(() => restoreMoment(deps, moment.id))}
        />
      ))}
    </>
  );
}

function UnansweredNotices({ page }: NoticesProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run } = useAction();
  return (
    <>
      {page.unanswered.map((moment) => (
        <Notice
          key={moment.id}
          tone="ask"
          actions={
            <>
              <ButtonLink href={formatRoute({ kind: 'message-person', id: page.own.id })}>
                {m.messages_answer()}
              </ButtonLink>
              <Button onPress={() => void run(() => answerMoment(deps, moment.id, today))}>
                {m.customer_answer()}
              </Button>
            </>
          }
        >
          {m.customer_waits_since({
            what: momentSentence(moment, page),
            day: dayWords(moment.day, today),
          })}
        </Notice>
      ))}
    </>
  );
}

interface UndoneNoticeProps {
  readonly said: string;
  readonly word: string;
  /** For listeners, where the word alone does not say whom it is about. */
  readonly label?: string;
  readonly onPress: () => void;
}

function UndoneNotice({ said, word, label, onPress }: UndoneNoticeProps): JSX.Element {
  return (
    <Notice
      tone="done"
      actions={
        <Button label={label ?? word} onPress={onPress}>
          {word}
        </Button>
      }
    >
      {said}
    </Notice>
  );
}
