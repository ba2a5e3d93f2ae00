import type { ComponentChildren, JSX } from 'preact';
import { m } from '#ui/messages.ts';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { StripHints, type HintLine } from './strip-hints.tsx';
import { TickMark } from '#ui/parts/icons/tick-mark.tsx';
import './visit-strip.css';

export type StripState = 'saving' | 'saved' | 'failed' | 'taken-back';

export interface VisitStripProps {
  /** Which visit: another one is drawn anew, so that nothing seems to move. */
  readonly visit: string;
  readonly name: string;
  /** When, and whether it is on the disk: "10:42, saved". */
  readonly status: string;
  readonly state: StripState;
  readonly hints: readonly HintLine[];
  /** Stands in the room of the hints when there is something to ask or to be said. */
  readonly question?: ComponentChildren;
  /** Handing over, undo, page and amounts, each with its own place. */
  readonly keys: ComponentChildren;
  readonly hasGift: boolean;
  /** The six marks, or a question about the amount. */
  readonly lastRow: ComponentChildren;
}

/** The last visit and what may be noted of it. Its room is kept, its places never move. */
export function VisitStrip(props: VisitStripProps): JSX.Element {
  const look = props.hasGift ? ' visit-strip-gift' : '';
  const isRoomy = props.question === undefined && props.hints.length < 2;
  return (
    <section class={`visit-strip${look}`} aria-label={m.counter_strip()}>
      <div class="visit-strip_who" key={props.visit}>
        <div class={isRoomy ? 'visit-strip_head visit-strip_head-roomy' : 'visit-strip_head'}>
          <StateIcon state={props.state} />
          <h2
            class={
              props.name.length > longName
                ? 'visit-strip_name visit-strip_name-long'
                : 'visit-strip_name'
            }
          >
            <bdi>{props.name}</bdi>
          </h2>
          <p class="type_cue visit-strip_status">{props.status}</p>
        </div>
        {props.question === undefined ? (
          <StripHints hints={props.hints} />
        ) : (
          <div class="visit-strip_question">{props.question}</div>
        )}
      </div>
      {props.keys}
      {props.lastRow}
    </section>
  );
}

/** More letters than stand beside Undo on a phone. */
const longName = 12;

function StateIcon({ state }: Pick<VisitStripProps, 'state'>): JSX.Element {
  if (state === 'saved') return <TickMark place="disc" />;
  return (
    <span class={`visit-strip_sign visit-strip_sign-${state}`}>
      <Icon name={stateIcons[state]} size="beside" />
    </span>
  );
}

const stateIcons = { saving: 'clock', failed: 'warning', 'taken-back': 'undo' } as const;

export function StripMarks({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="visit-strip_marks">{children}</div>;
}

/** The strip before anybody was tapped: it says what it is for. */
export function IdleStrip({
  title,
  words,
}: {
  readonly title: string;
  readonly words: string;
}): JSX.Element {
  return (
    <section class="visit-strip visit-strip-idle" aria-label={m.counter_strip()}>
      <h2 class="visit-strip_idle-title">{title}</h2>
      <p class="visit-strip_idle-words">{words}</p>
    </section>
  );
}

export interface StripPanelProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly foot: ComponentChildren;
}

/** Something to fill in, in the room of the strip, so that the tiles stay free to be tapped. */
export function StripPanel({ title, children, foot }: StripPanelProps): JSX.Element {
  return (
    <section class="visit-strip visit-strip-panel" aria-label={title}>
      <div class="visit-strip_inside">{children}</div>
      <div class="visit-strip_foot">{foot}</div>
    </section>
  );
}
