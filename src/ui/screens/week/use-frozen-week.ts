import { useContext, useEffect, useState } from 'preact/hooks';
import { hasNews, heldWeek } from '#app/week/frozen-list.ts';
import type { WeekBoard } from '#app/week/week-store.ts';
import type { WeekSuggestions } from '#domain/week/suggestion.ts';
import { WeekBoardContext } from '#ui/hooks/use-week.ts';

export interface HeldWeek {
  /** Undefined until the first list is thought out. */
  readonly list: WeekSuggestions | undefined;
  /** Whether visits have changed the list since it is held. */
  readonly isBehind: boolean;
  readonly lookAgain: () => void;
  /** Asks for a new list at once, as after a decision. */
  readonly refresh: () => void;
}

/** This week's list, holding still for as long as it is looked at. Coming back to it, from another place or another app, shows the newest. */
export function useHeldWeek(): HeldWeek {
  const board = useBoard();
  const [{ list, fresh }, setLists] = useState({ list: board.list(), fresh: board.fresh() });
  useEffect(() => {
    const follow = (): void => setLists({ list: board.list(), fresh: board.fresh() });
    follow();
    return board.subscribe(follow);
  }, [board]);
  useEffect(() => {
    let letGo = document.hidden ? null : board.hold(heldWeek);
    function turn(): void {
      letGo?.();
      letGo = document.hidden ? null : board.hold(heldWeek);
    }
    document.addEventListener('visibilitychange', turn);
    return () => {
      document.removeEventListener('visibilitychange', turn);
      letGo?.();
    };
  }, [board]);
  return {
    list,
    isBehind: list !== undefined && fresh !== undefined && list !== fresh && hasNews(list, fresh),
    lookAgain: board.lookAgain,
    refresh: board.refresh,
  };
}

function useBoard(): WeekBoard {
  const board = useContext(WeekBoardContext);
  if (board === null) throw new Error('No week board is open');
  return board;
}
