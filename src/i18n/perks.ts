// A perk as it stands on the poster, and how far somebody is: whole sentences, one for each form.

import type { Currency } from '#domain/shop/money.ts';
import type { Perk } from '#domain/week/perk.ts';
import { m } from './catalogue.ts';
import { moneyShort, ordinalText, timesText } from './format.ts';

type PerkRule = Pick<Perk, 'measure' | 'threshold' | 'gives' | 'givesToNew' | 'afterVisits'>;

/** "Every 10th visit: a coffee on us." */
export function perkSentence(perk: PerkRule, currency: Currency): string {
  const { measure, threshold, gives } = perk;
  switch (measure) {
    case 'visit-days':
      return m.perk_visits({ ordinal: ordinalText(threshold), count: threshold, gives });
    case 'spend':
      return m.perk_spend({ money: moneyShort(threshold, currency), gives });
    case 'people-sent':
      return sentSentence(perk);
    case 'years':
      return m.perk_years({ gives });
  }
}

function sentSentence({ gives, givesToNew, afterVisits }: PerkRule): string {
  const times = timesText(afterVisits);
  if (afterVisits < 2)
    return givesToNew === '' ? m.perk_sent({ gives }) : m.perk_sent_new({ gives, new: givesToNew });
  return givesToNew === ''
    ? m.perk_sent_visits({ gives, times })
    : m.perk_sent_visits_new({ gives, times, new: givesToNew });
}

/** "7 of 10 visits"; null where there is nothing on the way. */
export function perkProgressText(
  { measure, threshold }: Pick<Perk, 'measure' | 'threshold'>,
  progress: number,
  currency: Currency,
): string | null {
  switch (measure) {
    case 'visit-days':
      return m.perk_progress_visits({ count: progress, of: threshold });
    case 'spend':
      return m.perk_progress_spend({
        sum: moneyShort(progress, currency),
        of: moneyShort(threshold, currency),
      });
    case 'people-sent':
      return threshold < 2 ? null : m.perk_progress_people({ count: progress, of: threshold });
    case 'years':
      return null;
  }
}
