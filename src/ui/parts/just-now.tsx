import type { JSX } from 'preact';
import { m } from '../words.ts';
import './just-now.css';

/** One visit of today. */
export interface VisitLine {
  readonly time: string;
  /** Null for somebody without a name. */
  readonly name: string | null;
  readonly isFailed: boolean;
  readonly onUndo: () => void;
  readonly onRetry: () => void;
}

export interface JustNowProps {
  readonly lines: readonly VisitLine[];
  /** How many lines there is room for is decided by the window; the money pad takes some of it. */
  readonly room: 'letters' | 'money';
  readonly isDayEmpty: boolean;
}

/** What just happened, each with an Undo that stays. */
export function JustNow({ lines, room, isDayEmpty }: JustNowProps): JSX.Element {
  return (
    <section class={`just-now just-now-${room}`}>
      <h2 class="just-now_title">{m.counter_just_now()}</h2>
      <div class="just-now_room">
        {isDayEmpty ? <p class="just-now_none">{m.counter_just_now_empty()}</p> : null}
        <VisitLines lines={lines} />
      </div>
    </section>
  );
}

/** Visits as lines with their Undo, also for the whole day. The lines stay where they are; what they say moves down. */
export function VisitLines({ lines }: Pick<JustNowProps, 'lines'>): JSX.Element {
  return (
    <ul class="just-now_lines">
      {lines.map((line, place) => (
        <li
          class={line.isFailed ? 'just-now_line just-now_line-failed' : 'just-now_line'}
          key={place}
        >
          <time class="just-now_time">{line.time}</time>
          <VisitName line={line} />
          <button
            class="just-now_undo"
            type="button"
            aria-label={m.counter_undo_visit({ name: nameOf(line), time: line.time })}
            onClick={line.onUndo}
          >
            <span class="just-now_pill">{m.counter_undo()}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function VisitName({ line }: { readonly line: VisitLine }): JSX.Element {
  if (line.isFailed)
    return (
      <button
        class="just-now_again"
        type="button"
        aria-label={m.counter_unsaved_again({ name: nameOf(line) })}
        onClick={line.onRetry}
      >
        <bdi class="just-now_name">{nameOf(line)}</bdi>
        <span class="just-now_unsaved">{m.counter_unsaved()}</span>
      </button>
    );
  return line.name === null ? (
    <span class="just-now_nobody">{m.counter_no_name()}</span>
  ) : (
    <bdi class="just-now_name">{line.name}</bdi>
  );
}

function nameOf(line: VisitLine): string {
  return line.name ?? m.counter_no_name();
}
