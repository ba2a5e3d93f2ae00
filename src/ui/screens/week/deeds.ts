import { useState } from 'preact/hooks';
import type { GestureFor } from '#app/gesture-people.ts';
import {
  acceptSuggestion,
  handOver,
  skipSuggestion,
  takeBackDecision,
  takeBackHandOver,
  type Choice,
} from '#app/gestures.ts';
import type { Suggestion, WeekSuggestions } from '#domain/suggestion.ts';
import { decidedText } from '#i18n/gestures.ts';
import { useDeps } from '../../hooks/use-deps.ts';
import { useToday } from '../../hooks/use-today.ts';
import { useVerb } from '../../hooks/use-verb.ts';
import { m } from '../../words.ts';

/** What the owner can do on the page of the week. Each gives back whether it was done, and says so for those who listen. */
export interface WeekDeeds {
  readonly busy: boolean;
  /** What was done last, for the live region. */
  readonly said: string;
  readonly accept: (suggestion: Suggestion, choice?: Choice) => Promise<boolean>;
  readonly skip: (suggestion: Suggestion) => Promise<boolean>;
  readonly putBack: (skipped: GestureFor) => Promise<boolean>;
  readonly takeBack: (waiting: GestureFor) => Promise<boolean>;
  readonly give: (waiting: GestureFor) => Promise<boolean>;
  readonly takeBackGiven: (given: GestureFor) => Promise<boolean>;
}

/** The deeds for suggestions from `list`; `refresh` asks for a new list after each decision. */
export function useWeekDeeds(list: WeekSuggestions | undefined, refresh: () => void): WeekDeeds {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useVerb();
  const [said, setSaid] = useState('');

  async function done(verb: Parameters<typeof run>[0], words: string): Promise<boolean> {
    const made = await run(verb);
    if (made === undefined) return false;
    setSaid(words);
    refresh();
    return true;
  }

  return {
    busy: isRunning,
    said,
    async accept(suggestion, choice) {
      if (list === undefined) return false;
      const { name, gesture: kind, words, cost, reasons } = suggestion;
      const chosen = choice ?? { kind, words, cost };
      const what = decidedText({ ...chosen, reasons });
      const decision = { suggestion, from: list, today };
      return done(() => acceptSuggestion(deps, decision, chosen), m.week_said_yes({ name, what }));
    },
    async skip(suggestion) {
      if (list === undefined) return false;
      const decision = { suggestion, from: list, today };
      return done(
        () => skipSuggestion(deps, decision),
        m.week_said_skipped({ name: suggestion.name }),
      );
    },
    putBack: async ({ gesture, name }) =>
      done(() => takeBackDecision(deps, gesture.id), m.week_said_put_back({ name })),
    takeBack: async ({ gesture, name }) =>
      done(() => takeBackDecision(deps, gesture.id), m.week_said_taken_back({ name })),
    give: async ({ gesture, name }) =>
      done(() => handOver(deps, gesture.id, today), m.week_said_given({ name })),
    takeBackGiven: async ({ gesture, name }) =>
      done(() => takeBackHandOver(deps, gesture.id), m.week_said_waits({ name })),
  };
}
