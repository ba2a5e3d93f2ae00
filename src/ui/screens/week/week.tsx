import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { isDecided } from '#app/week/stable-list.ts';
import { weekPlan, type WeekPlan } from '#app/week/week-plan.ts';
import type { WeekStore } from '#app/week/week-store.ts';
import type { Day } from '#lib/day.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { moneyShort, weekDaysText } from '#i18n/format.ts';
import { useFocusNext } from '#ui/hooks/use-focus-next.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { WeekStoreContext } from '#ui/hooks/use-week.ts';
import { useStableItems, useStableWeek, type StableWeek } from './use-stable-week.ts';
import { BudgetCard } from '#ui/parts/week/budget-card.tsx';
import { Button } from '#ui/parts/controls/button.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Columns, Page } from '#ui/parts/layout/page.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { formatRoute } from '#ui/routes.ts';
import { HelpLink } from '#ui/screens/help/help-link.tsx';
import { m } from '#ui/messages.ts';
import { UnseenRow } from '#ui/screens/unseen/unseen-row.tsx';
import './week.css';
import { useWeekActions, type WeekActions } from './use-week-actions.ts';
import { WeekSheet, type OpenWeekSheet } from './week-sheet.tsx';
import { HandOverCard } from './hand-over-card.tsx';
import { FocusLine } from './focus-line.tsx';
import { HoldOutCard } from './hold-out-card.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import { PrintBox } from './print-box.tsx';
import { RoundsLink } from './rounds-link.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { WeekLead } from './week-lead.tsx';

/** Monday, five minutes: whom we thank, and why; what waits to be handed over; what came of it. */
export function WeekScreen(): JSX.Element {
  const store = useContext(WeekStoreContext);
  return store === null ? <Thinking /> : <WeekContent store={store} />;
}

function WeekContent({ store }: { readonly store: WeekStore }): JSX.Element {
  const today = useToday();
  const week = useStableWeek(store);
  const { list } = week;
  const plan = useLive((deps) => weekPlan(deps, today), [today]);
  if (plan.state === 'failed') throw plan.error;
  if (list === undefined || plan.state === 'loading' || list.week !== plan.value.week)
    return <Thinking />;
  return <Week list={list} plan={plan.value} week={week} />;
}

function Thinking(): JSX.Element {
  return (
    <Page title={m.week_title()}>
      <Progress label={m.week_thinking()} text="" done={null} />
    </Page>
  );
}

interface WeekProps {
  readonly list: WeekSuggestions;
  readonly plan: WeekPlan;
  readonly week: StableWeek;
}

function Week({ list, plan, week }: WeekProps): JSX.Element {
  const { currency, budgetMoney, offers } = useSettings();
  const [open, setOpen] = useState<OpenWeekSheet | null>(null);
  const focusNext = useFocusNext();
  const { items, pin } = useStableItems(list, plan);
  const actions = useWeekActions({ list, pin, refresh: week.refresh });
  const suggestions = items.flatMap((item) => (item.kind === 'open' ? [item.suggestion] : []));
  const suggested = suggestions.reduce((sum, { cost }) => sum + cost, 0);
  const decided = { list, plan, open: suggestions.length };
  return (
    <Page
      title={m.week_title()}
      aside={<WeekSum week={list.week} sum={plan.promised + suggested} />}
      lead={
        <WeekLead
          {...decided}
          isStale={week.isStale}
          onShowLatest={() => {
            week.showLatest();
            focusNext('[data-state="open"] button');
          }}
          onWhyNot={() => setOpen({ kind: 'why-not' })}
        />
      }
    >
      <output class="visually-hidden">{actions.announcement}</output>
      <Columns kind="aside">
        <div class="week_list">
          {items.length === 0 ? <NoSuggestions list={list} plan={plan} /> : null}
          {offers[0].words === '' && suggestions.some(({ gesture }) => gesture === 'offer') ? (
            <UnnamedOffer onName={() => setOpen({ kind: 'offer', suggestion: null })} />
          ) : null}
          <SuggestionList
            items={items}
            actions={actions}
            focusNext={focusNext}
            onAlternative={(suggestion) => setOpen({ kind: 'else', suggestion })}
            onUnnamed={(suggestion) => setOpen({ kind: 'offer', suggestion })}
          />
        </div>
        <div class="week_aside">
          <BudgetCard
            promised={plan.promised}
            suggested={suggested}
            budget={budgetMoney}
            currency={currency}
            open={suggestions.length}
          />
          <FocusLine suggestions={suggestions} />
          <UnderWay list={list} plan={plan} actions={actions} focusNext={focusNext} />
          <RoundsLink />
          <DatesLink />
        </div>
      </Columns>
      <PrintBox waiting={plan.waiting} />
      <UnseenRow />
      {open === null ? null : (
        <WeekSheet
          open={open}
          list={list}
          plan={plan}
          actions={actions}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

interface UnderWayProps extends Pick<WeekProps, 'list' | 'plan'> {
  readonly actions: WeekActions;
  readonly focusNext: (selector: string) => void;
}

/** Who is left out on purpose, what waits to be handed over, and what came of the last weeks. */
function UnderWay({ list, plan, actions, focusNext }: UnderWayProps): JSX.Element {
  const heldOut = list.heldOut.filter((each) => !isDecided(each, plan));
  return (
    <>
      {heldOut.length === 0 ? null : (
        <HoldOutCard heldOut={heldOut} actions={actions} focusNext={focusNext} />
      )}
      <HandOverCard plan={plan} actions={actions} focusNext={focusNext} />
      {plan.givenLately.length === 0 ? null : <OutcomeCard given={plan.givenLately} />}
    </>
  );
}

function DatesLink(): JSX.Element {
  return (
    <Card>
      <RowList>
        <Row
          icon={<Icon name="cake" />}
          title={m.dates_title()}
          hint={m.dates_lead()}
          href={formatRoute({ kind: 'dates' })}
        />
      </RowList>
    </Card>
  );
}

/** Asked when an offer is first suggested; the name is then kept. */
function UnnamedOffer({ onName }: { readonly onName: () => void }): JSX.Element {
  return (
    <Notice tone="ask" actions={<Button onPress={onName}>{m.week_offer_name()}</Button>}>
      {m.week_offer_unnamed()}
    </Notice>
  );
}

function WeekSum({ week, sum }: { readonly week: Day; readonly sum: number }): JSX.Element {
  const { currency, budgetMoney } = useSettings();
  const [spent, budget] = [moneyShort(sum, currency), moneyShort(budgetMoney, currency)];
  return (
    <>
      {weekDaysText(week)}
      <span class="week_sum">{m.week_budget_of({ sum: spent, budget })}</span>
    </>
  );
}

/** Right after an import those who were brought in are not looked at yet. */
function NoneConsidered(): JSX.Element {
  const { roster } = useRoster();
  const isKnown = [...roster.people().values()].some(({ history }) => history.stamps.length > 0);
  return isKnown ? (
    <Progress label={m.week_thinking()} text="" done={null} />
  ) : (
    <Empty title={m.week_nobody_yet()} action={<HelpLink name="list" />} />
  );
}

/** Nobody to decide about: everybody was decided, nobody stands out, or nobody is known yet. */
function NoSuggestions({ list, plan }: Pick<WeekProps, 'list' | 'plan'>): JSX.Element {
  const { currency, budgetMoney } = useSettings();
  if (plan.decided.length > 0)
    return <Empty title={m.week_done_title()}>{m.week_done_words()}</Empty>;
  if (list.considered === 0) return <NoneConsidered />;
  const left = Math.max(0, budgetMoney - plan.promised);
  return (
    <Empty title={m.week_nobody_title()} action={<HelpLink name="why" />}>
      {left === 0 ? undefined : m.week_nobody_keep({ money: moneyShort(left, currency) })}
    </Empty>
  );
}
