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
  letterIds,
  chosen,
  printer,
  homes,
}: Pick<PrintTabProps, 'letterIds' | 'chosen' | 'printer' | 'homes'>): LetterChoice {
  const now = useRoster();
  return useMemo(() => {
    const { roster } = now;
    const everyone = peopleWithAddress(roster, homes, locale());
    const ids = chosen.audience === 'everyone' ? everyone : letterIds;
    return {
      chosen: letterPeople(roster, ids, {
        homes,
        nameOf: homeNameText,
        isMissing: printer.isMissing,
      }),
      counts: { cards: new Set(letterIds).size, everyone: everyone.length },
    };
  }, [now, letterIds, chosen.audience, printer, homes]);
}
