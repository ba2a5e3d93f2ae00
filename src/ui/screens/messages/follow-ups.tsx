import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import { answerMoment } from '#app/customers/moments.ts';
import { handOver } from '#app/week/gestures.ts';
import { gestureWords } from '#i18n/story.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { RowList } from '#ui/parts/layout/row.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { m } from '#ui/messages.ts';
import { momentSentence } from '#ui/screens/customer/story.tsx';

export interface FollowUps {
  readonly answers: boolean;
  readonly gives: boolean;
}

/** What else the message does: it answers what they told us, or gives what waits for them. */
export function useFollowUps(page: CustomerDetails | null): {
  readonly view: JSX.Element | null;
  readonly run: () => Promise<void>;
} {
  const deps = useDeps();
  const today = useToday();
  const { run } = useAction();
  const [chosen, setChosen] = useState<FollowUps>({ answers: true, gives: false });
  const waiting = page?.waiting ?? null;
  const unanswered = page?.unanswered ?? [];
  return {
    view:
      page === null || (unanswered.length === 0 && waiting === null) ? null : (
        <RowList>
          {unanswered.slice(0, 1).map((moment) => (
            <Toggle
              key={moment.id}
              label={m.messages_answers({ what: momentSentence(moment, page) })}
              checked={chosen.answers}
              onChange={(answers) => setChosen({ ...chosen, answers })}
            />
          ))}
          {waiting === null ? null : (
            <Toggle
              label={m.messages_gives({ what: gestureWords(waiting) })}
              checked={chosen.gives}
              onChange={(gives) => setChosen({ ...chosen, gives })}
            />
          )}
        </RowList>
      ),
    async run() {
      const [first] = unanswered;
      if (chosen.answers && first !== undefined)
        await run(() => answerMoment(deps, first.id, today));
      if (chosen.gives && waiting !== null) await run(() => handOver(deps, waiting.id, today));
    },
  };
}
