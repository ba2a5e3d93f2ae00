import { useMemo } from 'preact/hooks';
import { letterPeople, peopleWithAddress, type LetterPeople } from '#app/print/letter-people.ts';
import { locale } from '#i18n/language/locale.ts';
import { homeNameText } from '#i18n/post/home-names.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import type { PrintTabProps } from './print-choices.ts';

export interface LetterChoice {
  readonly chosen: LetterPeople;
  readonly counts: { readonly cards: number; readonly everyone: number };
}

/** Those the chosen labels or envelopes are for, in the order of the list or of the alphabet. */
export function useLetterPeople({
  list,
  chosen,
  printer,
  homes,
}: Pick<PrintTabProps, 'list' | 'chosen' | 'printer' | 'homes'>): LetterChoice {
  const now = useRoster();
  return useMemo(() => {
    const { roster } = now;
    const cards = list.thankYous
      .filter(({ gesture }) => gesture === 'card')
      .map(({ customerId }) => customerId);
    const everyone = peopleWithAddress(roster, homes, locale());
    const ids = chosen.audience === 'everyone' ? everyone : cards;
    return {
      chosen: letterPeople(roster, ids, {
        homes,
        nameOf: homeNameText,
        isMissing: printer.isMissing,
      }),
      counts: { cards: new Set(cards).size, everyone: everyone.length },
    };
  }, [now, list, chosen.audience, printer, homes]);
}
