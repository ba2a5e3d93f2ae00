import type { ComponentChildren, JSX } from 'preact';
import '#ui/style/press.css';
import './button.css';

/** `primary`: the one green key of a screen; `give`: terracotta; `soft`: one yes among several. */
export type ButtonKind = 'plain' | 'primary' | 'soft' | 'quiet' | 'give' | 'danger' | 'link';

interface ButtonLook {
  readonly children?: ComponentChildren;
  readonly kind?: ButtonKind;
  /** 52 px for the owner's screens, 72 px for anything touched at the counter. */
  readonly size?: 'owner' | 'counter';
  readonly width?: 'own' | 'full';
  /** An icon before the word; without a word the key is square and needs a `label`. */
  readonly icon?: ComponentChildren;
  /** The long form of the word, for those who listen. */
  readonly label?: string;
  readonly describedBy?: string;
}

export interface ButtonProps extends ButtonLook {
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  /** The form that a submit key outside of it belongs to. */
  readonly form?: string;
  readonly disabled?: boolean;
  /** Its action is still running: it keeps place and word, and does nothing meanwhile. */
  readonly busy?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
}

export function Button(props: ButtonProps): JSX.Element {
  const busy = props.busy === true;
  return (
    <button
      class={classOf(props)}
      type={props.type ?? 'button'}
      form={props.form}
      disabled={props.disabled}
      aria-disabled={busy ? true : undefined}
      aria-busy={busy ? true : undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {props.icon}
      {props.children}
    </button>
  );
}

export interface ButtonLinkProps extends ButtonLook {
  readonly href: string;
  readonly download?: string;
  /** Besides following it. */
  readonly onPress?: () => void;
}

export function ButtonLink(props: ButtonLinkProps): JSX.Element {
  return (
    <a
      class={classOf(props)}
      href={props.href}
      download={props.download}
      onClick={props.onPress}
      aria-label={props.label}
      aria-describedby={props.describedBy}
    >
      {props.icon}
      {props.children}
    </a>
  );
}

/** Buttons beside one another, on more lines where they need them. */
export function ButtonRow({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="line line-level button_row">{children}</div>;
}

function classOf(look: ButtonLook): string {
  const names = ['press', 'button', `button-${look.kind ?? 'plain'}`];
  if (look.size === 'counter') names.push('button-counter');
  if (look.width === 'full') names.push('button-full');
  if (look.children === undefined || look.children === null) names.push('button-square');
  return names.join(' ');
}
