import type { JSX } from 'preact';
import type { WeekPlan } from '#app/week/week-plan.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { countText, countFirst } from '#i18n/format.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';

export interface WeekLeadProps {
  readonly list: WeekSuggestions;
  readonly plan: WeekPlan;
  readonly open: number;
  /** Whether visits have changed the list since it was shown. */
  readonly isStale: boolean;
  readonly onShowLatest: () => void;
  readonly onWhyNot: () => void;
}

/** The line under the title. News takes the place of the count: nothing below may move by it. */
export function WeekLead(props: WeekLeadProps): JSX.Element {
  return (
    <>
      <output class="week_lead">{props.isStale ? m.week_new_visits() : leadText(props)}</output>
      {props.isStale ? (
        <Button kind="link" onPress={props.onShowLatest}>
          {m.week_look_again()}
        </Button>
      ) : null}
      <Button kind="link" onPress={props.onWhyNot}>
        {m.week_why_not()}
      </Button>
    </>
  );
}

function leadText({ list, plan, open }: WeekLeadProps): string {
  const { considered } = list;
  if (considered === 0) return '';
  const looked = m.week_looked_at({ people: considered, words: countText(considered) });
  if (open > 0) return `${looked} ${m.week_stand_out({ count: open, words: countFirst(open) })}`;
  return plan.decided.length > 0 ? `${looked} ${m.week_all_decided()}` : looked;
}
