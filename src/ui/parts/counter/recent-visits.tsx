import type { JSX } from 'preact';
import { m } from '#ui/messages.ts';
import './recent-visits.css';

export interface VisitLine {
  readonly key: string;
  readonly time: string;
  /** Null for somebody without a name. */
  readonly name: string | null;
  /** Came in and bought nothing. */
  readonly isLooking: boolean;
  readonly isFailed: boolean;
  readonly isUndone: boolean;
  /** Shows the visit again, to add an amount or a note. */
  readonly onOpen: () => void;
  readonly onUndo: () => void;
  readonly onRestore: () => void;
  readonly onRetry: () => void;
}

export interface RecentVisitsProps {
  readonly lines: readonly VisitLine[];
  /** How many lines there is room for is decided by the window; the money pad takes some of it. */
  readonly room: 'letters' | 'money';
  readonly isDayEmpty: boolean;
}

/** What just happened, each with an Undo that stays. */
export function RecentVisits({ lines, room, isDayEmpty }: RecentVisitsProps): JSX.Element {
  return (
    <section class={`recent-visits recent-visits-${room}`}>
      <h2 class="recent-visits_title">{m.counter_just_now()}</h2>
      <div class="recent-visits_room">
        {isDayEmpty ? <p class="recent-visits_none">{m.counter_just_now_empty()}</p> : null}
        <VisitLines lines={lines} />
      </div>
    </section>
  );
}

/** Visits, also of a whole day, each with Undo. An undone one keeps its line, with Restore. */
export function VisitLines({ lines }: Pick<RecentVisitsProps, 'lines'>): JSX.Element {
  return (
    <ul class="recent-visits_lines">
      {lines.map((line, place) => (
        <li class={`recent-visits_line${lookOf(line)}`} key={place} data-place={line.key}>
          <time class="recent-visits_time">{line.time}</time>
          <VisitName line={line} />
          <UndoButton line={line} />
        </li>
      ))}
    </ul>
  );
}

function UndoButton({ line }: { readonly line: VisitLine }): JSX.Element {
  const { isUndone, time } = line;
  const name = nameOf(line);
  return (
    <button
      class="recent-visits_undo"
      type="button"
      aria-label={
        isUndone ? m.counter_restore_visit({ name, time }) : m.counter_undo_visit({ name, time })
      }
      onClick={isUndone ? line.onRestore : line.onUndo}
    >
      <span class="recent-visits_pill">{isUndone ? m.counter_restore() : m.counter_undo()}</span>
    </button>
  );
}

function lookOf({ isFailed, isUndone }: VisitLine): string {
  if (isFailed) return ' recent-visits_line-failed';
  return isUndone ? ' recent-visits_line-undone' : '';
}

function VisitName({ line }: { readonly line: VisitLine }): JSX.Element {
  if (line.isFailed)
    return (
      <button
        class="recent-visits_again"
        type="button"
        aria-label={m.counter_unsaved_again({ name: nameOf(line) })}
        onClick={line.onRetry}
      >
        <bdi class="recent-visits_name">{nameOf(line)}</bdi>
        <span class="type_cue recent-visits_unsaved">{m.counter_unsaved()}</span>
      </button>
    );
  const name =
    line.name === null ? (
      <span class="recent-visits_nobody">{nameOf(line)}</span>
    ) : (
      <bdi class="recent-visits_name">{line.name}</bdi>
    );
  if (line.isUndone) return name;
  return (
    <button
      class="recent-visits_open"
      type="button"
      aria-label={m.counter_open_visit({ name: nameOf(line), time: line.time })}
      onClick={line.onOpen}
    >
      {name}
    </button>
  );
}

function nameOf(line: VisitLine): string {
  return line.name ?? (line.isLooking ? m.counter_just_looking() : m.counter_no_name());
}
