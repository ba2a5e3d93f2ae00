import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { changePerkDraft, publishPerk } from '#app/perks/perks.ts';
import { minAmountShareOfPerk, visitDaysOfPerk, type Perk } from '#domain/week/perk.ts';
import { perkSentence } from '#i18n/perks.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';

export interface PerkDraftCardProps {
  readonly perk: Perk;
  /** The share of purchases with an amount; null without any. */
  readonly amountShare: number | null;
  readonly onChange: () => void;
}

/** A perk that hangs nowhere yet: it can still be changed, and asks what is to count. */
export function PerkDraftCard({ perk, amountShare, onChange }: PerkDraftCardProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { currency } = useSettings();
  const { run, isRunning } = useAction();
  const [counts, setCounts] = useState<'today' | 'all'>(perk.measure === 'years' ? 'all' : 'today');
  const isDoubtful = perk.measure === 'spend' && (amountShare ?? 1) < minAmountShareOfPerk;
  const countsFrom = counts === 'today' ? today : null;
  return (
    <Card tone="ask" title={perkSentence(perk, currency)} aside={m.perk_draft()}>
      {isDoubtful ? (
        <div class="perks_doubt">
          <p>{m.perk_few_amounts({ count: String(Math.floor((amountShare ?? 0) * 10)) })}</p>
          <Button
            kind="primary"
            busy={isRunning}
            onPress={() =>
              void run(() =>
                changePerkDraft(deps, perk.id, {
                  measure: 'visit-days',
                  repeats: 'every',
                  threshold: visitDaysOfPerk.usual,
                }),
              )
            }
          >
            {m.perk_count_visits()}
          </Button>
        </div>
      ) : null}
      <Choice
        legend={m.perk_counts()}
        options={[
          { value: 'today', word: m.perk_counts_from_today() },
          { value: 'all', word: m.perk_counts_all() },
        ]}
        value={counts}
        onChange={setCounts}
      />
      <p class="type_sub">{m.perk_publish_hint()}</p>
      <div class="line">
        <Button
          kind={isDoubtful ? 'plain' : 'primary'}
          busy={isRunning}
          onPress={() => void run(() => publishPerk(deps, perk.id, { today, countsFrom }))}
        >
          {isDoubtful ? m.perk_publish_anyway() : m.perk_publish()}
        </Button>
        <Button onPress={onChange}>{m.perk_change()}</Button>
        <Button
          kind="quiet"
          busy={isRunning}
          onPress={() => void run(() => changePerkDraft(deps, perk.id, { voided: true }))}
        >
          {m.perk_delete()}
        </Button>
      </div>
    </Card>
  );
}
