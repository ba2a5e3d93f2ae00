import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import './progress.css';

export interface ProgressProps {
  /** What is going on: "Reading the list". */
  readonly label: string;
  /** How far, in words: "840 of 2,000 lines". */
  readonly text: string;
  /** From 0 to 1; `null` while nobody can know. */
  readonly done: number | null;
}

/** A bar that only ever grows, with the same said in words. */
export function Progress({ label, text, done }: ProgressProps): JSX.Element {
  const id = useId();
  return (
    <div class="progress">
      <label class="progress_label" for={id}>
        {label}
      </label>
      <progress class="progress_bar" id={id} max={1} value={done ?? undefined} />
      <p class="progress_text">{text}</p>
    </div>
  );
}
