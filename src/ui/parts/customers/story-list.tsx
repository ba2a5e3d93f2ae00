import type { ComponentChildren, JSX } from 'preact';
import './story-list.css';

export interface StoryLine {
  readonly key: string;
  readonly when: string;
  /** Null where amounts are not shown at all; empty where none was noted. */
  readonly amount: string | null;
  readonly notes: readonly StoryNote[];
  /** The whole line in words, and that pressing it changes it. */
  readonly label: string;
  readonly onPress: () => void;
}

/** One thing noticed: a drawing and a few words. */
export interface StoryNote {
  readonly key: string;
  readonly icon: ComponentChildren;
  readonly words: ComponentChildren;
  /** What it still waits for, set apart. */
  readonly waiting?: string;
}

export interface StoryListProps {
  readonly lines: readonly StoryLine[];
  /** Names the list for those who listen. */
  readonly labelledBy: string;
}

/** Somebody's visits and moments, latest first. Each line answers as one large key. */
export function StoryList({ lines, labelledBy }: StoryListProps): JSX.Element {
  return (
    <ol class="story-list" aria-labelledby={labelledBy}>
      {lines.map((line) => (
        <li class="line_ruled" key={line.key}>
          <button
            class={
              line.amount === null ? 'story-list_line story-list_line-bare' : 'story-list_line'
            }
            type="button"
            aria-label={line.label}
            onClick={line.onPress}
          >
            <span class="story-list_when">{line.when}</span>
            {line.amount === null ? null : <span class="story-list_amount">{line.amount}</span>}
            <span class="line story-list_notes">
              {line.notes.map((note) => (
                <Note key={note.key} note={note} />
              ))}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Note({ note }: { readonly note: StoryNote }): JSX.Element {
  return (
    <span class="story-list_note">
      <span class="story-list_icon">{note.icon}</span>
      <span class="story-list_words">
        {note.words}
        {note.waiting === undefined ? null : (
          <small class="type_small story-list_waiting">{note.waiting}</small>
        )}
      </span>
    </span>
  );
}
