import { useState } from 'preact/hooks';
import type { GestureWithCustomer } from '#app/week/gesture-with-customer.ts';
import {
  acceptSuggestion,
  handOver,
  skipSuggestion,
  takeBackDecision,
  takeBackHandOver,
  type GestureChoice,
} from '#app/week/gestures.ts';
import { keyOfGesture, keyOfSuggestion } from '#app/week/stable-list.ts';
import type { Suggestion, WeekSuggestions } from '#domain/week/suggestion.ts';
import { decidedText } from '#i18n/gestures.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { m } from '#ui/messages.ts';

/** The owner's actions on this page. Each gives whether it was done, and announces it. */
export interface WeekActions {
  readonly busy: boolean;
  /** What was done last, for the live region. */
  readonly announcement: string;
  readonly accept: (suggestion: Suggestion, choice?: GestureChoice) => Promise<boolean>;
  readonly skip: (suggestion: Suggestion) => Promise<boolean>;
  readonly putBack: (skipped: GestureWithCustomer) => Promise<boolean>;
  readonly takeBack: (waiting: GestureWithCustomer) => Promise<boolean>;
  readonly give: (waiting: GestureWithCustomer) => Promise<boolean>;
  readonly takeBackGiven: (given: GestureWithCustomer) => Promise<boolean>;
}

/** The list that is decided on, and what happens to it around each decision. */
export interface WeekActionsSource {
  readonly list: WeekSuggestions;
  /** Keeps the place of the list that is about to change. */
  readonly pin: (key: string) => void;
  readonly refresh: () => void;
}

export function useWeekActions({ list, pin, refresh }: WeekActionsSource): WeekActions {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  const [announcement, setAnnouncement] = useState('');

  async function done(action: Parameters<typeof run>[0], words: string): Promise<boolean> {
    const made = await run(action);
    if (made === undefined) return false;
    setAnnouncement(words);
    refresh();
    return true;
  }

  return {
    busy: isRunning,
    announcement,
    async accept(suggestion, choice) {
      pin(keyOfSuggestion(suggestion));
      const { name, gesture: kind, words, cost, reasons } = suggestion;
      const chosen = choice ?? { kind, words, cost };
      const what = decidedText({ ...chosen, reasons });
      const decision = { suggestion, from: list, today };
      return done(() => acceptSuggestion(deps, decision, chosen), m.week_said_yes({ name, what }));
    },
    async skip(suggestion) {
      pin(keyOfSuggestion(suggestion));
      const decision = { suggestion, from: list, today };
      return done(
        () => skipSuggestion(deps, decision),
        m.week_said_skipped({ name: suggestion.name }),
      );
    },
    async putBack(skipped) {
      pin(keyOfGesture(skipped));
      const { gesture, name } = skipped;
      return done(() => takeBackDecision(deps, gesture.id), m.week_said_unskipped({ name }));
    },
    takeBack: async ({ gesture, name }) =>
      done(() => takeBackDecision(deps, gesture.id), m.week_said_yes_undone({ name })),
    give: async ({ gesture, name }) =>
      done(() => handOver(deps, gesture.id, today), m.week_said_given({ name })),
    takeBackGiven: async ({ gesture, name }) =>
      done(() => takeBackHandOver(deps, gesture.id), m.week_said_waits({ name })),
  };
}
