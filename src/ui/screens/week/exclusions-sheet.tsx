import type { JSX } from 'preact';
import type { WeekPlan } from '#app/week/week-plan.ts';
import type { Settings } from '#domain/shop/settings.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { exclusionSentence } from '#i18n/exclusions.ts';
import { countText, moneyShort } from '#i18n/format.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { WhyNotSheet } from '#ui/parts/week/why-not-sheet.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { useWording } from './use-wording.ts';

export interface ExclusionsSheetProps {
  readonly list: WeekSuggestions;
  readonly plan: Pick<WeekPlan, 'decided'>;
  readonly onClose: () => void;
}

/** The rules as set in this shop, and the next ten names with the rule that kept each off. */
export function ExclusionsSheet({ list, plan, onClose }: ExclusionsSheetProps): JSX.Element {
  const settings = useSettings();
  const wording = useWording();
  // Whoever was chosen this week is no other.
  const chosen = new Set(plan.decided.map(({ customerId }) => customerId));
  const others = list.exclusions.filter(({ customerId }) => !chosen.has(customerId));
  const lines = others.slice(0, maxNames).map((exclusion) => ({
    key: exclusion.customerId,
    name: exclusion.name,
    href: formatRoute({ kind: 'person', id: exclusion.customerId }),
    rule: exclusionSentence(exclusion, wording),
  }));
  return <WhyNotSheet rules={rulesOf(settings)} lines={lines} onClose={onClose} />;
}

const maxNames = 10;

function rulesOf(settings: Settings): readonly string[] {
  const { restWeeks, skipWeeks, budgetMoney, budgetPieces, currency } = settings;
  return [
    m.week_rule_answers(),
    m.week_rule_two_facts(),
    m.week_rule_own_rhythm(),
    m.week_rule_rest({ weeks: restWeeks, words: countText(restWeeks) }),
    m.week_rule_skip({ weeks: skipWeeks, words: countText(skipWeeks) }),
    m.week_rule_waiting(),
    m.week_rule_budget({
      money: moneyShort(budgetMoney, currency),
      words: countText(budgetPieces),
    }),
    ...(settings.reservedPlace ? [m.week_rule_reserved()] : []),
    ...(settings.holdOut ? [m.week_rule_left_out()] : []),
    m.week_rule_offers(),
    m.week_rule_your_word(),
    ...focusRules[settings.focus].map((rule) => rule()),
  ];
}

const focusRules: Readonly<Record<Settings['focus'], readonly (() => string)[]>> = {
  valued: [m.week_rule_focus_valued],
  volume: [m.week_rule_focus_volume],
  both: [],
};
