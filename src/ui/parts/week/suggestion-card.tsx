import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import type { PlannedKind } from '#domain/week/gesture.ts';
import type { Segment } from '#domain/week/segment.ts';
import { m } from '#ui/messages.ts';
import { Badge } from '#ui/parts/customers/badge.tsx';
import { Button } from '#ui/parts/controls/button.tsx';
import { GestureIcon } from '#ui/parts/icons/gesture-icon.tsx';
import { SegmentBadge } from '#ui/parts/customers/segment-badge.tsx';
import './suggestion-card.css';

export interface SuggestionCardProps {
  readonly name: string;
  readonly href: string;
  /** What they told the shop and wait for an answer to; null when nothing. */
  readonly told: 'praise' | 'complaint' | 'idea' | null;
  readonly segments: readonly Segment[];
  /** One or two sentences, each with a date or a number. */
  readonly why: string;
  readonly gesture: PlannedKind;
  /** What is given. */
  readonly what: string;
  /** Its cost, or that it comes before any card. */
  readonly aside: string;
  readonly yes: string;
  /** Worth knowing before the yes: what the offer should lean on, what earlier cards did. */
  readonly notes: readonly string[];
  /** Why an offer may cost what it does, for whoever asks. */
  readonly arithmetic: string | null;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onAlternative: () => void;
  readonly onSkip: () => void;
}

const toldWords = {
  praise: m.customer_moment_praise,
  complaint: m.customer_moment_complaint,
  idea: m.customer_moment_idea,
};

/** One person, why, what, and three answers. Skip is as easy as Yes. */
export function SuggestionCard(props: SuggestionCardProps): JSX.Element {
  const { name, busy } = props;
  const id = useId();
  return (
    <article class="suggestion-card" aria-labelledby={id}>
      <div class="suggestion-card_words">
        <header class="line line-level suggestion-card_head">
          <h2 class="suggestion-card_name" id={id}>
            <a class="suggestion-card_link" href={props.href}>
              <bdi>{name}</bdi>
            </a>
          </h2>
          {props.told === null ? null : <Badge tone="told" word={toldWords[props.told]()} />}
          {props.segments.map((kind) => (
            <SegmentBadge key={kind} segment={kind} />
          ))}
        </header>
        <p class="suggestion-card_reason">{props.why}</p>
        <p class="suggestion-card_what">
          <GestureIcon kind={props.gesture} />
          <span>
            {props.what} <span class="suggestion-card_aside">{props.aside}</span>
          </span>
        </p>
        {props.notes.map((note) => (
          <p key={note} class="suggestion-card_note">
            {note}
          </p>
        ))}
        {props.arithmetic === null ? null : (
          <details class="suggestion-card_note">
            <summary class="suggestion-card_ask">{m.offers_why()}</summary>
            <p>{props.arithmetic}</p>
          </details>
        )}
      </div>
      <div class="suggestion-card_keys">
        <Button
          kind="soft"
          label={m.week_yes_label({ yes: props.yes, name })}
          busy={busy}
          onPress={props.onYes}
        >
          {props.yes}
        </Button>
        <Button
          kind="quiet"
          label={m.week_else_label({ name })}
          busy={busy}
          onPress={props.onAlternative}
        >
          {m.week_else()}
        </Button>
        <Button kind="quiet" label={m.week_skip_label({ name })} busy={busy} onPress={props.onSkip}>
          {m.week_skip()}
        </Button>
      </div>
    </article>
  );
}

export interface SkippedCardProps {
  readonly name: string;
  /** For how long the person is not suggested again. */
  readonly until: string;
  readonly busy: boolean;
  readonly onPutBack: () => void;
}

/** A suggestion that was passed over stays in its place for the week, with the way back. */
export function SkippedCard({ name, until, busy, onPutBack }: SkippedCardProps): JSX.Element {
  const id = useId();
  return (
    <article class="suggestion-card suggestion-card-skipped" aria-labelledby={id}>
      <div class="suggestion-card_words">
        <h2 class="suggestion-card_name" id={id}>
          <bdi>{name}</bdi>
        </h2>
        <p class="suggestion-card_skipped">
          {m.week_skipped()} {until}
        </p>
      </div>
      <Button label={m.week_skip_undo_label({ name })} busy={busy} onPress={onPutBack}>
        {m.week_skip_undo()}
      </Button>
    </article>
  );
}
