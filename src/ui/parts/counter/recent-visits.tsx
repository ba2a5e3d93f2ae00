import type { JSX } from 'preact';
import { m } from '#ui/messages.ts';
import './recent-visits.css';

export interface VisitLine {
  readonly time: string;
  /** Null for somebody without a name. */
  readonly name: string | null;
  readonly isFailed: boolean;
  readonly onUndo: () => void;
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

/** Visits with their Undo, also of a whole day. The lines stay; their contents move down. */
export function VisitLines({ lines }: Pick<RecentVisitsProps, 'lines'>): JSX.Element {
  return (
    <ul class="recent-visits_lines">
      {lines.map((line, place) => (
        <li
          class={
            line.isFailed ? 'recent-visits_line recent-visits_line-failed' : 'recent-visits_line'
          }
          key={place}
        >
          <time class="recent-visits_time">{line.time}</time>
          <VisitName line={line} />
          <button
            class="recent-visits_undo"
            type="button"
            aria-label={m.counter_undo_visit({ name: nameOf(line), time: line.time })}
            onClick={line.onUndo}
          >
            <span class="recent-visits_pill">{m.counter_undo()}</span>
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
        class="recent-visits_again"
        type="button"
        aria-label={m.counter_unsaved_again({ name: nameOf(line) })}
        onClick={line.onRetry}
      >
        <bdi class="recent-visits_name">{nameOf(line)}</bdi>
        <span class="type_cue recent-visits_unsaved">{m.counter_unsaved()}</span>
      </button>
    );
  return line.name === null ? (
    <span class="recent-visits_nobody">{m.counter_no_name()}</span>
  ) : (
    <bdi class="recent-visits_name">{line.name}</bdi>
  );
}

function nameOf(line: VisitLine): string {
  return line.name ?? m.counter_no_name();
}
