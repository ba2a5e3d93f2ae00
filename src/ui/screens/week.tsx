import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { keyOfSuggestion } from '#app/week-items.ts';
import { weekPlan, type WeekPlan } from '#app/week-plan.ts';
import type { Suggestion, WeekSuggestions } from '#domain/suggestion.ts';
import { capital, countText, moneyShort } from '#i18n/format.ts';
import { useFocusNext } from '../hooks/use-focus-next.ts';
import { useLive } from '../hooks/use-live.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { useToday } from '../hooks/use-today.ts';
import { useWeek } from '../hooks/use-week.ts';
import { useWeekItems } from '../hooks/use-week-items.ts';
import { BudgetCard } from '../parts/budget-card.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Columns, Page } from '../parts/page.tsx';
import { Progress } from '../parts/progress.tsx';
import { m } from '../words.ts';
import './week.css';
import { useWeekDeeds } from './week/deeds.ts';
import { ElseSheet } from './week/else-sheet.tsx';
import { HandOverCard } from './week/hand-over-card.tsx';
import { LeftOutSheet } from './week/left-out-sheet.tsx';
import { OutcomeCard } from './week/outcome-card.tsx';
import { PrintBox } from './week/print-box.tsx';
import { SuggestionList } from './week/suggestion-list.tsx';
import { weekDaysText } from './week/week-days.ts';

/** Monday, five minutes: whom we thank, and why; what waits to be handed over; what came of it. */
export function WeekScreen(): JSX.Element {
  const today = useToday();
  const { list, refresh } = useWeek();
  const plan = useLive((deps) => weekPlan(deps, today), [today]);
  if (plan.state === 'failed') throw plan.error;
  if (list === undefined || plan.state === 'loading' || list.week !== plan.value.week) {
    return (
      <Page title={m.week_title()}>
        <Progress label={m.week_thinking()} text="" done={null} />
      </Page>
    );
  }
  return <Week list={list} plan={plan.value} onDecided={refresh} />;
}

interface WeekProps {
  readonly list: WeekSuggestions;
  readonly plan: WeekPlan;
  readonly onDecided: () => void;
}

function Week({ list, plan, onDecided }: WeekProps): JSX.Element {
  const { currency, budgetMoney } = useSettings();
  const [open, setOpen] = useState<'why-not' | Suggestion | null>(null);
  const focusNext = useFocusNext();
  const { items, keep } = useWeekItems(list, plan);
  const deeds = useWeekDeeds({ list, keep, refresh: onDecided });
  const suggestions = items.flatMap((item) => (item.kind === 'open' ? [item.suggestion] : []));
  const suggested = suggestions.reduce((sum, { cost }) => sum + cost, 0);
  const decided = { list, plan, open: suggestions.length };
  return (
    <Page
      title={m.week_title()}
      beside={
        <>
          {weekDaysText(list.week)}
          <span class="week_sum">
            {m.week_budget_of({
              sum: moneyShort(plan.promised + suggested, currency),
              budget: moneyShort(budgetMoney, currency),
            })}
          </span>
        </>
      }
      lead={
        <>
          <span>{leadText(decided)}</span>
          <Button kind="link" onPress={() => setOpen('why-not')}>
            {m.week_why_not()}
          </Button>
        </>
      }
    >
      <output class="visually-hidden">{deeds.said}</output>
      <Columns kind="aside">
        <div class="week_list">
          {items.length === 0 ? <Nobody {...decided} /> : null}
          <SuggestionList items={items} deeds={deeds} focusNext={focusNext} onElse={setOpen} />
        </div>
        <div class="week_aside">
          <BudgetCard
            promised={plan.promised}
            suggested={suggested}
            budget={budgetMoney}
            currency={currency}
            open={suggestions.length}
          />
          <HandOverCard plan={plan} deeds={deeds} focusNext={focusNext} />
          {plan.waiting.length === 0 ? null : <PrintBox waiting={plan.waiting} />}
          {plan.givenLately.length === 0 ? null : <OutcomeCard given={plan.givenLately} />}
        </div>
      </Columns>
      {open === 'why-not' ? <LeftOutSheet list={list} onClose={() => setOpen(null)} /> : null}
      {open === null || open === 'why-not' ? null : (
        <ElseSheet
          key={keyOfSuggestion(open)}
          suggestion={open}
          deeds={deeds}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

interface Standing {
  readonly list: WeekSuggestions;
  readonly plan: WeekPlan;
  /** Suggestions not decided yet. */
  readonly open: number;
}

function leadText({ list, plan, open }: Standing): string {
  const { lookedAt } = list;
  const looked = m.week_looked_at({ people: lookedAt, words: countText(lookedAt) });
  if (open > 0)
    return `${looked} ${m.week_stand_out({ count: open, words: capital(countText(open)) })}`;
  return plan.decided.length > 0 ? `${looked} ${m.week_all_decided()}` : looked;
}

/** Nobody to decide about: everybody was decided, nobody stands out, or nobody is known yet. */
function Nobody({ list, plan }: Standing): JSX.Element {
  const { currency, budgetMoney } = useSettings();
  if (plan.decided.length > 0)
    return <Empty title={m.week_done_title()}>{m.week_done_words()}</Empty>;
  if (list.lookedAt === 0) return <Empty title={m.week_nobody_yet()} />;
  const left = Math.max(0, budgetMoney - plan.promised);
  return (
    <Empty title={m.week_nobody_title()}>
      {left === 0 ? undefined : m.week_nobody_keep({ money: moneyShort(left, currency) })}
    </Empty>
  );
}
