import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import './budget-bar.css';

export interface BudgetBarProps {
  /** In any one unit: minor units of money, or pieces. */
  readonly promised: number;
  readonly suggested: number;
  readonly budget: number;
  /** The sentence that the bar stands for. */
  readonly label: string;
}

/** The week's budget: promised is solid, suggested is striped. */
export function BudgetBar({ promised, suggested, budget, label }: BudgetBarProps): JSX.Element {
  const stripes = useId();
  const whole = Math.max(budget, promised + suggested, 1);
  const solid = `${(100 * promised) / whole}%`;
  const striped = `${(100 * suggested) / whole}%`;
  const over = promised + suggested > budget;
  return (
    <svg class={over ? 'budget-bar budget-bar-over' : 'budget-bar'} role="img" aria-label={label}>
      <pattern
        id={stripes}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(25)"
      >
        <rect class="budget-bar_gap" width="8" height="8" />
        <rect class="budget-bar_part" width="3" height="8" />
      </pattern>
      <rect class="budget-bar_part" width={solid} height="100%" />
      <rect x={solid} width={striped} height="100%" fill={`url(#${stripes})`} />
      {over ? (
        <rect class="budget-bar_limit" x={`${(100 * budget) / whole}%`} width="3" height="100%" />
      ) : null}
    </svg>
  );
}
