import type { JSX } from 'preact';
import { Icon, type IconName } from '#ui/parts/icons/icon.tsx';
import { TickMark } from '#ui/parts/icons/tick-mark.tsx';
import '#ui/style/press.css';
import './strip-button.css';

export interface StripButtonProps {
  readonly onPress: () => void;
  readonly word: string;
  /** The long form of the word, for those who listen. */
  readonly label?: string;
  readonly icon?: IconName;
  /** A figure above the word instead of an icon. */
  readonly figure?: string;
  /** A toggle that is on or off; left out for keys that just do something. */
  readonly pressed?: boolean;
  readonly kind?: 'plain' | 'quiet' | 'give' | 'warn' | 'add';
  /** Its place in the grid of the strip. */
  readonly place?: string;
}

/** A key of the visit strip: one glyph above one word. */
export function StripButton(props: StripButtonProps): JSX.Element {
  const { kind = 'plain', place, pressed, icon } = props;
  const placed = place === undefined ? '' : ` strip-button-at-${place}`;
  return (
    <button
      class={`press strip-button strip-button-${kind}${placed}`}
      type="button"
      aria-label={props.label}
      aria-pressed={pressed}
      onClick={props.onPress}
    >
      {icon === undefined ? null : (
        <Icon name={icon} size={kind === 'give' ? 'large' : 'beside'} filled={pressed === true} />
      )}
      {props.figure === undefined ? null : <b class={figureClass(props.figure)}>{props.figure}</b>}{' '}
      <span class="strip-button_word">{props.word}</span>
      {pressed === true ? <TickMark place="corner" /> : null}
    </button>
  );
}

// A key is as wide as the others in its row, so a long figure is written smaller.
function figureClass(figure: string): string {
  if (figure.length > 8) return 'strip-button_figure strip-button_figure-huge';
  if (figure.length > 6) return 'strip-button_figure strip-button_figure-longest';
  return figure.length > 4 ? 'strip-button_figure strip-button_figure-long' : 'strip-button_figure';
}

export interface StripLinkProps {
  readonly href: string;
  readonly word: string;
  readonly label: string;
  readonly icon: IconName;
  readonly place: string;
}

export function StripLink({ href, word, label, icon, place }: StripLinkProps): JSX.Element {
  return (
    <a
      class={`press strip-button strip-button-quiet strip-button-at-${place}`}
      href={href}
      aria-label={label}
    >
      <Icon name={icon} size="beside" />
      <span class="strip-button_word">{word}</span>
    </a>
  );
}
