// Long notes at the counter until the disk is full.
import type { Deps } from '#app/deps.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import { zone } from './expected.ts';
import type { Written } from './shop-actions.ts';

/** How many notes at most, and how long each is. */
export interface NoteOptions {
  readonly turns: number;
  readonly characters: number;
}

/** What was acknowledged before the first refusal, and how that was said. */
export interface NotesWritten {
  readonly written: readonly Written[];
  readonly problem: string | null;
}

/** Logs visits with long notes until one cannot be saved. */
export async function noteUntilRefused(
  deps: Deps,
  { turns, characters }: NoteOptions,
): Promise<NotesWritten> {
  const written: Written[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const draft = draftVisit(deps, { customerId: null, kind: 'bought', zone });
    // Not the same letters each time: the browser packs what it keeps.
    const note = Array.from({ length: characters / 10 }, () =>
      Math.random().toString(36).slice(2, 12),
    );
    const saved = await recordVisit(deps, { ...draft, note: note.join('') });
    if (!saved.ok) return { written, problem: saved.problem.kind };
    written.push({ table: 'visits', key: draft.id, made: saved.value.made, edits: {} });
  }
  return { written, problem: null };
}
