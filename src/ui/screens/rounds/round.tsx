import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { roundReasonsIn, type ReasonsFor } from '#app/rounds/propose-round.ts';
import { roundView, type RoundContext, type RoundView } from '#app/rounds/round-view.ts';
import { changeRound } from '#app/rounds/rounds.ts';
import type { Round, RoundId } from '#domain/week/round.ts';
import { moneyShort } from '#i18n/format.ts';
import { useRoster, useSegments } from '#ui/hooks/use-roster.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { SegmentedControl } from '#ui/parts/controls/segmented-control.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { AddToRound } from './add-to-round.tsx';
import { LastYear } from './last-year.tsx';
import type { RoundChange, RoundMode } from './round-change.ts';
import { peopleInHomes } from './people-in-homes.ts';
import { RoundFoot } from './round-foot.tsx';
import { RoundLineRow } from './round-line-row.tsx';
import { RoundSteps } from './round-steps.tsx';
import { SettlePrinted } from './settle-printed.tsx';
import { useRounds } from './use-rounds.ts';
import './rounds.css';

/** One Christmas: who gets what, who has no address yet, what is printed, what is posted. */
export function RoundScreen({ id }: { readonly id: RoundId }): JSX.Element | null {
  const context = useRounds();
  if (context === null) return null;
  const round = context.rounds.find((each) => each.id === id);
  return round === undefined ? <NoRound id={id} /> : <OpenRound round={round} context={context} />;
}

interface OpenRoundProps {
  readonly round: Round;
  readonly context: RoundContext;
}

function OpenRound({ round, context }: OpenRoundProps): JSX.Element {
  const view = useMemo(() => roundView(round, context), [round, context]);
  const reasonsFor = useReasons(view, context);
  const [mode, setMode] = useState<RoundMode>('decide');
  const [last, setLast] = useState<RoundChange | null>(null);
  return (
    <Page
      title={<bdi>{m.rounds_name({ name: round.name, year: round.year })}</bdi>}
      aside={<RoundSum view={view} />}
      back={{ href: formatRoute({ kind: 'rounds' }), word: m.rounds_title() }}
      lead={<RoundSteps view={view} />}
      actions={
        <ButtonLink
          kind="primary"
          href={formatRoute({ kind: 'round-print', id: round.id })}
          icon={<OwnerIcon name="printer" size="beside" />}
        >
          {m.rounds_print()}
        </ButtonLink>
      }
    >
      {last === null ? null : <LastChange last={last} onUndone={() => setLast(null)} />}
      <div class="line line-apart rounds_modes">
        <SegmentedControl
          label={m.rounds_mode()}
          options={[
            { value: 'decide', word: m.rounds_mode_decide() },
            { value: 'give', word: m.rounds_mode_give() },
          ]}
          value={mode}
          onChange={setMode}
        />
        {mode === 'give' ? (
          <SettlePrinted view={view} onChanged={setLast} />
        ) : (
          <>
            <LastYear view={view} onChanged={setLast} />
            <AddToRound view={view} context={context} />
          </>
        )}
      </div>
      {view.lines.length === 0 ? (
        <Empty title={m.rounds_no_lines()}>{m.rounds_no_lines_hint()}</Empty>
      ) : (
        <ul class="rounds_lines">
          {view.lines.map((line) => (
            <RoundLineRow
              key={line.key}
              line={line}
              reasons={line.people.flatMap(reasonsFor)}
              mode={mode}
              onChanged={setLast}
            />
          ))}
        </ul>
      )}
      <RoundFoot view={view} context={context} />
    </Page>
  );
}

interface LastChangeProps {
  readonly last: RoundChange;
  readonly onUndone: () => void;
}

function LastChange({ last, onUndone }: LastChangeProps): JSX.Element {
  const { run, isRunning } = useAction();
  async function undo(): Promise<void> {
    if ((await run(last.undo)) !== undefined) onUndone();
  }
  return (
    <Notice
      tone="done"
      actions={
        <Button busy={isRunning} onPress={() => void undo()}>
          {m.rounds_undo()}
        </Button>
      }
    >
      {last.said}
    </Notice>
  );
}

function useReasons(
  { previous }: RoundView,
  { roster, homes, gestures }: RoundContext,
): ReasonsFor {
  const today = useToday();
  const segments = useSegments(useRoster());
  const previousId = previous?.id ?? null;
  return useMemo(() => {
    const before = gestures.filter(({ roundId }) => roundId !== null && roundId === previousId);
    return roundReasonsIn({ roster, homes, segments, previous: before, today });
  }, [roster, homes, gestures, segments, previousId, today]);
}

function RoundSum({ view }: { readonly view: RoundView }): JSX.Element {
  const { currency } = useSettings();
  const { people, cost, lines, round } = view;
  const homes = lines.filter(({ gesture }) => gesture.skippedOn === null).length;
  const sum = moneyShort(cost, currency);
  const money =
    round.budgetMoney === null
      ? sum
      : m.rounds_sum_of({ sum, budget: moneyShort(round.budgetMoney, currency) });
  return <>{m.rounds_sum({ ...peopleInHomes(people, homes), money })}</>;
}

/** A list that was deleted a moment ago, or never was there. */
function NoRound({ id }: { readonly id: RoundId }): JSX.Element {
  const deps = useDeps();
  const { run, isRunning } = useAction();
  return (
    <Page
      title={m.rounds_gone()}
      back={{ href: formatRoute({ kind: 'rounds' }), word: m.rounds_title() }}
    >
      <Notice
        tone="done"
        actions={
          <Button
            busy={isRunning}
            onPress={() => void run(() => changeRound(deps, id, { voided: false }))}
          >
            {m.rounds_undo()}
          </Button>
        }
      >
        {m.rounds_gone_hint()}
      </Notice>
    </Page>
  );
}
