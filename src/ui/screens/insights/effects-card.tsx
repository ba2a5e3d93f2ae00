import type { JSX } from 'preact';
import type { EffectsReport } from '#domain/week/insights.ts';
import {
  givenText,
  gestureReturnText,
  reasonReturnText,
  verdictText,
  withoutText,
} from '#i18n/insights-effects.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { Dots } from '#ui/parts/charts/dots.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { m } from '#ui/messages.ts';
import './effects-card.css';

/** What came of cards and offers beside similar people without one, and how sure that is. */
export function EffectsCard({ help }: { readonly help: EffectsReport }): JSX.Element {
  const today = useToday();
  const { amounts, currency } = useSettings();
  const { all, byReason } = help;
  const given = givenText(help, amounts ? currency : null, today);
  return (
    <Card title={m.insights_help()}>
      <p>{gestureReturnText(help, today)}</p>
      <Dots all={all.given} filled={all.cameBack} tone="with" />
      {all.hasEnoughData ? (
        <>
          <p>{withoutText(all)}</p>
          <Dots all={all.compared} filled={all.comparedBack} tone="without" />
        </>
      ) : null}
      {all.given === 0 ? null : (
        <p class="effects-card_verdict">
          <OwnerIcon name="help" size="beside" />
          <span>{verdictText(all)}</span>
        </p>
      )}
      {byReason.length === 0 ? null : (
        <ul class="effects-card_reasons">
          {byReason.map((each) => (
            <li key={each.reason}>{reasonReturnText(each)}</li>
          ))}
        </ul>
      )}
      {given === undefined ? null : <p class="insights_above type_small type_sub">{given}</p>}
    </Card>
  );
}
