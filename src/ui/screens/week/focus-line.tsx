import type { JSX } from 'preact';
import type { Settings } from '#domain/shop/settings.ts';
import type { Suggestion } from '#domain/week/suggestion.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { m } from '#ui/messages.ts';

export interface FocusLineProps {
  readonly suggestions: readonly Suggestion[];
}

/** How the owner's focus shifts this week's list; nothing when both are served alike. */
export function FocusLine({ suggestions }: FocusLineProps): JSX.Element | null {
  const sentence = sentences[useSettings().focus];
  const pieces = suggestions.filter(({ gesture }) => gesture !== 'word');
  if (sentence === null || pieces.length === 0) return null;
  const some = pieces.filter(({ isInFocus }) => isInFocus).length;
  return <p class="week_leaning">{sentence({ some, of: pieces.length })}</p>;
}

interface Share {
  readonly some: number;
  readonly of: number;
}

const sentences: Readonly<Record<Settings['focus'], ((share: Share) => string) | null>> = {
  valued: m.week_focus_valued,
  volume: m.week_focus_volume,
  both: null,
};
