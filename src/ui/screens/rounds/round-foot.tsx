import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { proposeRound } from '#app/rounds/propose-round.ts';
import type { RoundContext, RoundView } from '#app/rounds/round-view.ts';
import { changeRound } from '#app/rounds/rounds.ts';
import { amountInputText, parseAmount } from '#domain/shop/amount-input.ts';
import { dayText, numberText } from '#i18n/format.ts';
import { currencySign } from '#i18n/story.ts';
import { useRoster, useSegments } from '#ui/hooks/use-roster.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { TextField } from '#ui/parts/controls/field.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { LeftOutList } from './left-out-list.tsx';

export interface RoundFootProps {
  readonly view: RoundView;
  readonly context: RoundContext;
}

/** What it came to, who was left out, the budget, and the end of the round. */
export function RoundFoot({ view, context }: RoundFootProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  const [isAsked, setAsked] = useState(false);
  const { round } = view;
  const isOpen = round.closesOn === null;
  const close = (): void =>
    void run(() => changeRound(deps, round.id, { closesOn: isOpen ? today : null }));
  return (
    <div class="rounds_foot">
      <Card>
        <p>{outcomeText(view)}</p>
        {round.closesOn === null ? null : (
          <p class="type_sub">{m.rounds_closed({ day: dayText(round.closesOn, today) })}</p>
        )}
        <LeftOut view={view} context={context} />
        <div class="line rounds_foot-keys">
          <Button busy={isRunning} onPress={close}>
            {isOpen ? m.rounds_close() : m.rounds_reopen()}
          </Button>
          {isAsked ? (
            <Button
              kind="danger"
              busy={isRunning}
              onPress={() => void run(() => changeRound(deps, round.id, { voided: true }))}
            >
              {m.rounds_delete_yes()}
            </Button>
          ) : (
            <Button kind="quiet" onPress={() => setAsked(true)}>
              {m.rounds_delete()}
            </Button>
          )}
        </div>
      </Card>
      <Card>
        <Budget view={view} />
      </Card>
    </div>
  );
}

/** Those who would be proposed today and may not be written to, or were not seen for long. */
function LeftOut({ view, context }: RoundFootProps): JSX.Element | null {
  const today = useToday();
  const segments = useSegments(useRoster());
  const leftOut = useMemo(() => {
    const { roster, homes, gestures } = context;
    const previous = gestures.filter(
      ({ roundId }) => view.previous !== null && roundId === view.previous.id,
    );
    const here = new Set(view.lines.flatMap(({ people }) => people.map(({ id }) => id)));
    const proposal = proposeRound({ roster, homes, segments, previous, today });
    return proposal.leftOut.filter(({ id }) => !here.has(id));
  }, [context, view, segments, today]);
  return <LeftOutList people={leftOut} />;
}

/** Kept as soon as it is an amount; empty for none. */
function Budget({ view: { round } }: { readonly view: RoundView }): JSX.Element {
  const deps = useDeps();
  const { currency } = useSettings();
  const { run } = useAction();
  const known = round.budgetMoney;
  const [typed, setTyped] = useState(known === null ? '' : amountInputText(known, currency));
  const amount = typed.trim() === '' ? null : parseAmount(typed, currency);
  return (
    <TextField
      label={m.rounds_field_budget()}
      hint={m.rounds_field_budget_hint()}
      before={currencySign(currency)}
      inputMode="decimal"
      value={typed}
      problem={amount === undefined ? m.my_shop_amount_wrong() : null}
      onInput={setTyped}
      onLeave={() =>
        amount === undefined
          ? undefined
          : void run(() => changeRound(deps, round.id, { budgetMoney: amount }))
      }
    />
  );
}

function outcomeText({ lines }: RoundView): string {
  const given = lines.filter(({ gesture }) => gesture.skippedOn === null);
  const posted = given.filter(
    ({ gesture }) => gesture.handedOverOn !== null && gesture.way === 'post',
  );
  const handed = given.filter(
    ({ gesture }) => gesture.handedOverOn !== null && gesture.way !== 'post',
  );
  return m.rounds_outcome({
    posted: numberText(posted.length),
    handed: numberText(handed.length),
    waiting: numberText(given.length - posted.length - handed.length),
  });
}
