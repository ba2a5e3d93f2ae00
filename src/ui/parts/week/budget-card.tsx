import type { JSX } from 'preact';
import type { Currency } from '#domain/shop/money.ts';
import { countText, moneyShort } from '#i18n/format.ts';
import { m } from '#ui/messages.ts';
import { BudgetBar } from '#ui/parts/charts/budget-bar.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import './budget-card.css';

export interface WeekMoney {
  /** Minor units. */
  readonly promised: number;
  readonly suggested: number;
  readonly budget: number;
  readonly currency: Currency;
  readonly open: number;
}

/** The week's money: promised, added by the open suggestions, and meant to be enough. */
export function BudgetCard(week: WeekMoney): JSX.Element {
  const { promised, suggested, budget, currency } = week;
  return (
    <Card title={m.week_budget()}>
      <p class="budget-card_line">
        <b class="budget-card_sum">{moneyShort(promised + suggested, currency)}</b>{' '}
        <span class="budget-card_of">
          {m.week_budget_amount_of({ budget: moneyShort(budget, currency) })}
        </span>
      </p>
      <div class="budget-card_bar">
        <BudgetBar
          promised={promised}
          suggested={suggested}
          budget={budget}
          label={m.week_budget_label({
            promised: moneyShort(promised, currency),
            suggested: moneyShort(suggested, currency),
            budget: moneyShort(budget, currency),
          })}
        />
      </div>
      <p class="budget-card_words">{sentences(week).join(' ')}</p>
    </Card>
  );
}

function sentences(week: WeekMoney): readonly string[] {
  const { promised, suggested, budget, currency, open } = week;
  const said = (amount: number): string => moneyShort(amount, currency);
  if (promised > budget)
    return [m.week_budget_over({ money: said(promised), over: said(promised - budget) })];
  const first =
    promised > 0 ? m.week_budget_promised({ money: said(promised) }) : m.week_budget_nothing();
  const all = promised + suggested;
  if (open === 0) return [first];
  if (all > budget) return [first, m.week_budget_would_be_over({ over: said(all - budget) })];
  if (suggested === 0) return [first, m.week_budget_free()];
  return [first, m.week_budget_all_make({ count: open, words: countText(open), money: said(all) })];
}
