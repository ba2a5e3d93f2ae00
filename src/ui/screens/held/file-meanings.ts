import type { HeldFileWords } from '#app/privacy/held-file.ts';
import { m } from '#ui/messages.ts';

/** What each field of each table means, for whoever reads the file. */
export function fileMeanings(): HeldFileWords['meanings'] {
  return {
    settings: null,
    customers: m.held_file_customers(),
    visits: m.held_file_visits(),
    moments: m.held_file_moments(),
    gestures: m.held_file_gestures(),
    weeks: m.held_file_weeks(),
    households: m.held_file_homes(),
    perks: m.held_file_perks(),
    rounds: m.held_file_rounds(),
    imports: m.held_file_imports(),
    erasures: m.held_file_erasures(),
  };
}
