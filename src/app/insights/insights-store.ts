// The page "How we're doing", kept for the screens that tell of it: thought out by the worker when somebody looks, and again when the shop's
// people changed and a moment of quiet has come. While nobody looks nothing is thought out; until a new page is there the old one stands.

import type { DoingSpan, DoingView } from '#domain/week/insights.ts';
import type { Day } from '#lib/day.ts';
import type { Deps } from '#app/deps.ts';
import { nothingToCallOff, type QuietMoments } from '#app/worker/background-context.ts';

/** The page as it was thought out last, followed. */
export interface DoingBoard {
  /** The newest page; undefined until the first is thought out. */
  readonly view: () => DoingView | undefined;
  /** Tells for which day, and by which settings (any text that differs when they do), the page is wanted. */
  readonly setQuestion: (today: Day, settings: string) => void;
  /** How far back is looked at, from the last look on. */
  readonly span: () => DoingSpan;
  readonly look: (span: DoingSpan) => void;
  /** Follows the page until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

const boards = new WeakMap<Deps, DoingBoard>();

/** The board of the open shop, set up when it is first asked for. */
export function doingBoardOf(needs: QuietMoments): DoingBoard {
  const board = boards.get(needs.deps) ?? openDoingBoard(needs);
  boards.set(needs.deps, board);
  return board;
}

/** A board without a page yet; the first question and somebody who looks ask for one. */
export function openDoingBoard({ deps, roster, later }: QuietMoments): DoingBoard {
  let question: { readonly today: Day; readonly settings: string } | undefined;
  let view: DoingView | undefined;
  let span: DoingSpan = 28;
  let isStale = true;
  let asked = 0;
  let callOff: () => void = nothingToCallOff;
  const listeners = new Set<() => void>();

  async function think(): Promise<void> {
    if (question === undefined || listeners.size === 0 || !isStale) return;
    isStale = false;
    asked += 1;
    const mine = asked;
    const answer = await deps.work.ask({ kind: 'doing', today: question.today }).catch(orNothing);
    if (answer === undefined || !answer.ok || mine !== asked) return;
    view = answer.value;
    for (const listener of listeners) listener();
  }

  // Once nobody looks the shop may be closed under the question, and nobody waits for the page any more.
  function orNothing(error: unknown): undefined {
    if (listeners.size > 0) throw error;
    isStale = true;
  }

  function outdate(): void {
    isStale = true;
    callOff();
    callOff = listeners.size === 0 ? nothingToCallOff : later(() => void think());
  }

  roster.subscribe(outdate);

  return {
    view: () => view,
    span: () => span,
    look(next) {
      span = next;
    },
    setQuestion(today, settings) {
      if (today === question?.today && settings === question.settings) return;
      question = { today, settings };
      isStale = true;
      void think();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      void think();
      return () => {
        listeners.delete(onChange);
        if (listeners.size === 0) callOff();
      };
    },
  };
}
