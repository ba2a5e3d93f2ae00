import { useEffect, useState } from 'preact/hooks';
import { doingBoardOf } from '#app/insights/insights-store.ts';
import type { DoingSpan, DoingView } from '#domain/week/insights.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { useSettings } from '#ui/hooks/use-settings.ts';
import { useToday } from '#ui/hooks/use-today.ts';

export interface DoingNow {
  /** Undefined until the page was thought out for the first time. */
  readonly view: DoingView | undefined;
  /** How far back is looked at; kept while the app is open. */
  readonly span: DoingSpan;
  readonly setSpan: (span: DoingSpan) => void;
}

/** How the shop is doing, as thought out last, followed as it changes. */
export function useDoing(): DoingNow {
  const { deps, roster } = useShop();
  const { amounts, openings, closures } = useSettings();
  const today = useToday();
  const board = doingBoardOf({ deps, roster, later });
  const [view, setView] = useState(board.view());
  const [span, setSpan] = useState(board.span());
  const settings = JSON.stringify([amounts, openings, closures]);
  useEffect(() => board.setQuestion(today, settings), [board, today, settings]);
  useEffect(() => {
    setView(board.view());
    return board.subscribe(() => setView(board.view()));
  }, [board]);
  return {
    view,
    span,
    setSpan(next) {
      board.look(next);
      setSpan(next);
    },
  };
}

/** Runs `step` after a quiet while and gives back how to call it off: a busy counter must not think after each tap. */
function later(step: () => void): () => void {
  const timer = setTimeout(step, quietMs);
  return () => clearTimeout(timer);
}

const quietMs = 3_000;
