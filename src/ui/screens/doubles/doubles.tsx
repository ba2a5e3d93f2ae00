import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { askLater, isPutOff, keepApart, laterNotesOf } from '#app/doubles/answer-double.ts';
import { doubleView, type DoubleView } from '#app/doubles/double-view.ts';
import type { FoundDoubles } from '#domain/doubles/find-doubles.ts';
import { homeOf, type Homes } from '#app/households/homes.ts';
import { moveTogether } from '#app/households/households.ts';
import { mergeCustomers } from '#app/customers/merge-customers.ts';
import { numberText } from '#i18n/format.ts';
import { useHomes } from '#ui/hooks/use-homes.ts';
import { useRoster, type RosterVersion } from '#ui/hooks/use-roster.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { HelpLink } from '#ui/screens/help/help-link.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { DoublePairCard, type DoubleReply } from './double-pair-card.tsx';
import { LastAnswers } from './last-answers.tsx';
import { useFoundDoubles } from './use-found-doubles.ts';
import './doubles.css';

/** Who may stand twice on the list, one pair after another. */
export function DoublesScreen(): JSX.Element {
  const found = useFoundDoubles();
  const back = { href: formatRoute({ kind: 'people' }), word: m.people_title() };
  return (
    <Page title={m.doubles_title()} lead={m.doubles_lead()} back={back}>
      <div class="doubles">
        {found === null ? (
          <Progress label={m.doubles_looking()} text="" done={null} />
        ) : (
          <Questions found={found} />
        )}
        <LastAnswers />
      </div>
    </Page>
  );
}

function Questions({ found }: { readonly found: FoundDoubles }): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const now = useRoster();
  const { run, isRunning } = useAction();
  const [withNames, setWithNames] = useState(false);
  const [notes] = useState(() => laterNotesOf(deps));
  const [said, setSaid] = useState('');
  const homes = useHomes();
  const views = openQuestions(
    withNames ? [...found.pairs, ...found.sameNames] : found.pairs,
    now,
  ).filter((view) => !isPutOff(notes, view, today) && !liveTogether(view, homes));
  const [view] = views;

  async function answer(
    { older, younger, one, other }: DoubleView,
    kind: DoubleReply,
  ): Promise<void> {
    const words = { name: older.customer.name, other: younger.customer.name };
    if (kind === 'later') {
      askLater(notes, { one, other }, today);
      setSaid(m.doubles_put_off(words));
    } else if (kind === 'apart') {
      if (await run(() => keepApart(deps, { one, other }))) setSaid(m.doubles_kept_apart(words));
    } else if (kind === 'together') {
      const moved = await run(() => moveTogether(deps, [older.customer.id, younger.customer.id]));
      if (moved) setSaid(m.doubles_together_said(words));
    } else if (await run(() => mergeCustomers(deps, one, other))) setSaid(m.doubles_merged(words));
  }

  return (
    <>
      {view === undefined ? (
        <Empty title={m.doubles_none()} action={<HelpLink name="twice" />}>
          {m.doubles_none_hint()}
        </Empty>
      ) : (
        <DoublePairCard
          key={`${view.one} ${view.other}`}
          view={view}
          left={views.length}
          busy={isRunning}
          onAnswer={(kind) => void answer(view, kind)}
        />
      )}
      <p class="doubles_said" role="status">
        {said}
      </p>
      {found.sameNameCount > 0 && !withNames ? (
        <Card
          actions={
            <Button onPress={() => setWithNames(true)}>{m.doubles_same_names_show()}</Button>
          }
        >
          <p>
            {m.doubles_same_names({
              count: found.sameNameCount,
              text: numberText(found.sameNameCount),
            })}
          </p>
        </Card>
      ) : null}
    </>
  );
}

// Who lives together is two people: that is answered.
function liveTogether({ older, younger }: DoubleView, homes: Homes | null): boolean {
  if (homes === null) return false;
  const home = homeOf(homes, older.customer);
  return home !== undefined && home === homeOf(homes, younger.customer);
}

function openQuestions(
  pairs: FoundDoubles['pairs'],
  { roster }: RosterVersion,
): readonly DoubleView[] {
  return pairs.flatMap((pair) => doubleView(pair, roster) ?? []);
}
