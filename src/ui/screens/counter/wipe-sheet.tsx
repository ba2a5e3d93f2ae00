import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { closeOnBack } from '#ui/parts/layout/close-on-back.ts';
import { m } from '#ui/messages.ts';
import './wipe-sheet.css';

const wipeMs = 20_000;
const holdMs = 2_000;
const tickMs = 250;

/** The glass can be wiped: nothing reacts for a while. Ends by itself, or when held on purpose. */
export function WipeSheet({ onEnd }: { readonly onEnd: () => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const left = useMsLeft(onEnd);
  const hold = useHold(onEnd);
  // A cloth on the edge of the glass may mean Back, which leaves the page no more than a tap does.
  useLayoutEffect(() => closeOnBack(() => {}), []);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog
      class="wipe-sheet"
      ref={dialog}
      aria-label={m.counter_wipe_title()}
      onCancel={(event) => {
        event.preventDefault();
        onEnd();
      }}
      onClose={onEnd}
    >
      <svg class="wipe-sheet_ring" viewBox="0 0 100 100" aria-hidden="true">
        <circle class="wipe-sheet_track" cx="50" cy="50" r="44" />
        <circle
          class="wipe-sheet_left"
          cx="50"
          cy="50"
          r="44"
          pathLength={wipeMs}
          stroke-dasharray={`${left} ${wipeMs}`}
        />
      </svg>
      <p class="wipe-sheet_count" role="timer">
        <span class="visually-hidden">
          {m.counter_wipe_left({ count: Math.ceil(left / 1000) })}
        </span>
        <span aria-hidden="true">{Math.ceil(left / 1000)}</span>
      </p>
      <p class="wipe-sheet_words">{m.counter_wipe_words()}</p>
      <button class="wipe-sheet_end" type="button" {...hold}>
        {m.counter_wipe_end()}
      </button>
    </dialog>
  );
}

/** By the clock, so that a tablet that slept meanwhile is not kept shut. */
function useMsLeft(onEnd: () => void): number {
  const { clock } = useDeps();
  const [startedAt] = useState(() => clock.now());
  const [left, setLeft] = useState(wipeMs);
  useEffect(() => {
    const timer = setInterval(() => {
      const rest = wipeMs - Math.abs(clock.now() - startedAt);
      if (rest <= 0) onEnd();
      else setLeft(rest);
    }, tickMs);
    return () => clearInterval(timer);
  }, [clock, startedAt, onEnd]);
  return left;
}

interface Hold {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onKeyUp: () => void;
  readonly onPointerDown: () => void;
  readonly onPointerUp: () => void;
  readonly onPointerLeave: () => void;
  readonly onPointerCancel: () => void;
}

function useHold(onHeld: () => void): Hold {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const release = (): void => clearTimeout(timer.current);
  useEffect(() => release, []);
  function begin(): void {
    release();
    timer.current = setTimeout(onHeld, holdMs);
  }
  return {
    onKeyDown({ key, repeat }) {
      if (!repeat && (key === 'Enter' || key === ' ')) begin();
    },
    onKeyUp: release,
    onPointerDown: begin,
    onPointerUp: release,
    onPointerLeave: release,
    onPointerCancel: release,
  };
}
