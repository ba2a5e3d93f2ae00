import type { JSX } from 'preact';
import { Icon, type IconName } from '#ui/parts/icons/icon.tsx';
import './strip-hints.css';

/** One line of what to say; `give` is something to hand over. */
export interface HintLine {
  readonly icon: IconName;
  readonly words: string;
  readonly tone: 'give' | 'plain';
}

/** What to say to whoever has just come in. */
export function StripHints({ hints }: { readonly hints: readonly HintLine[] }): JSX.Element {
  return (
    <ul class={hints.length < 3 ? 'strip-hints strip-hints-few' : 'strip-hints'}>
      {hints.map((hint) => (
        <li class={`strip-hints_line strip-hints_line-${hint.tone}`} key={hint.words}>
          <Icon name={hint.icon} />
          <span class="strip-hints_words">{hint.words}</span>
        </li>
      ))}
    </ul>
  );
}
