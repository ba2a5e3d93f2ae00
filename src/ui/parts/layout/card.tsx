import { useId } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import './card.css';

export interface CardProps {
  readonly title?: ComponentChildren;
  /** Stands at the end of the heading's line: a link, a small key. */
  readonly aside?: ComponentChildren;
  /** Keys beside the words where there is room, below them where there is not. */
  readonly actions?: ComponentChildren;
  /** `safe` for the green card of a safe shop, `ask` for the amber one that wants an answer. */
  readonly tone?: CardTone;
  /** `group` for the heading of several fields: larger than their labels. */
  readonly heading?: 'card' | 'group';
  readonly children: ComponentChildren;
}

export type CardTone = 'plain' | 'safe' | 'ask';

/** A white card on the paper of an owner's screen, with its heading. */
export function Card(props: CardProps): JSX.Element {
  const { title, aside, actions, tone = 'plain', heading = 'card', children } = props;
  const id = useId();
  const named = title !== undefined;
  const Part = named ? 'section' : 'div';
  return (
    <Part class={`card card-${tone}`} aria-labelledby={named ? id : undefined}>
      <div class="card_words">
        {named ? (
          <div class="line line-apart card_head">
            <h2 class={`card_title card_title-${heading}`} id={id}>
              {title}
            </h2>
            {aside}
          </div>
        ) : null}
        {children}
      </div>
      {actions === undefined ? null : <div class="line card_actions">{actions}</div>}
    </Part>
  );
}
