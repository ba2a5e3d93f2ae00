import type { JSX } from 'preact';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import { unmergeCustomer } from '#app/customers/merge-customers.ts';
import { answerMoment, restoreMoment } from '#app/customers/moments.ts';
import { restoreVisit } from '#app/customers/visits.ts';
import { dayTimeWords, dayWords } from '#i18n/story.ts';
import { useDeps, useToday, useAction } from '#ui/hooks/use-shop.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { momentSentence } from './story.tsx';

/** What still waits for an answer, and what was undone today and can be restored. */
export function CustomerNotices({ page }: { readonly page: CustomerDetails }): JSX.Element {
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
      {page.mergedToday.map(({ id, name }) => (
        <Notice
          key={id}
          tone="done"
          actions={
            <Button
              label={m.customer_unmerge_named({ name })}
              onPress={() => void run(() => unmergeCustomer(deps, id))}
            >
              {m.customer_unmerge()}
            </Button>
          }
        >
          {m.customer_merged_today({ name })}
        </Notice>
      ))}
      {page.takenBack.map((visit) => (
        <Notice
          key={visit.id}
          tone="done"
          actions={
            <Button onPress={() => void run(() => restoreVisit(deps, visit.id))}>
              {m.customer_restore_visit()}
            </Button>
          }
        >
          {m.customer_undone({ when: dayTimeWords(visit.day, visit.minute, today) })}
        </Notice>
      ))}
      {page.momentsTakenBack.map((moment) => (
        <Notice
          key={moment.id}
          tone="done"
          actions={
            <Button onPress={() => void run(() => restoreMoment(deps, moment.id))}>
              {m.customer_restore_visit()}
            </Button>
          }
        >
          {m.customer_moment_undone({ what: momentSentence(moment, page) })}
        </Notice>
      ))}
    </>
  );
}
