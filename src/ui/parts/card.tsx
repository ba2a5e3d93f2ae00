import { useId } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import './card.css';

export interface CardProps {
  readonly title?: ComponentChildren;
  /** Stands at the end of the heading's line: a link, a small key. */
  readonly beside?: ComponentChildren;
  /** `safe` for the green card of a shop in good keeping, `ask` for the amber one that wants an answer. */
  readonly tone?: 'plain' | 'safe' | 'ask';
  readonly children: ComponentChildren;
}

/** A white card on the paper of an owner's screen, with its heading. */
export function Card({ title, beside, tone = 'plain', children }: CardProps): JSX.Element {
  const id = useId();
  if (title === undefined) return <div class={`card card-${tone}`}>{children}</div>;
  return (
    <section class={`card card-${tone}`} aria-labelledby={id}>
      <div class="card_head">
        <h2 class="card_title" id={id}>
          {title}
        </h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
