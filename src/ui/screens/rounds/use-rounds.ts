import { useMemo } from 'preact/hooks';
import { readRoundRows } from '#app/rounds/rounds.ts';
import type { RoundContext } from '#app/rounds/round-view.ts';
import { locale } from '#i18n/language/locale.ts';
import { homeNameText } from '#i18n/post/home-names.ts';
import { useHomes } from '#ui/hooks/use-homes.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';

/** All rounds with their lines, and everybody who may stand on them; null until they are read. */
export function useRounds(): RoundContext | null {
  const live = useLive(readRoundRows, []);
  if (live.state === 'failed') throw live.error;
  const rows = live.state === 'ready' ? live.value : null;
  const now = useRoster();
  const homes = useHomes();
  return useMemo(() => {
    if (rows === null || homes === null) return null;
    const { compare } = new Intl.Collator(locale());
    return { ...rows, roster: now.roster, homes, nameOf: homeNameText, compare };
  }, [rows, now, homes]);
}
