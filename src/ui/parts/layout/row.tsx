import { toChildArray } from 'preact';
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '#ui/parts/icons/icon.tsx';
import './row.css';

/** Lines of a card, one under another: rows, toggles or anything of their height. */
export function RowList({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <ul class="row_list">
      {toChildArray(children).map((child, place) => (
        <li class="line_ruled" key={place}>
          {child}
        </li>
      ))}
    </ul>
  );
}

export interface RowProps {
  readonly icon?: ComponentChildren;
  readonly title: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** What is set now, at the end of the line. */
  readonly value?: ComponentChildren;
  /** A control at the end of a line that does not answer as a whole. */
  readonly control?: ComponentChildren;
  /** The line leads to another place, or answers as one large key. At most one of the two. */
  readonly href?: string;
  readonly onPress?: () => void;
}

export function Row(props: RowProps): JSX.Element {
  if (props.href !== undefined) {
    return (
      <a class="row row-answers" href={props.href}>
        <RowInside {...props} />
      </a>
    );
  }
  if (props.onPress !== undefined) {
    return (
      <button class="row row-answers" type="button" onClick={props.onPress}>
        <RowInside {...props} />
      </button>
    );
  }
  return (
    <div class="row">
      <RowInside {...props} />
    </div>
  );
}

function RowInside(props: RowProps): JSX.Element {
  const answers = props.href !== undefined || props.onPress !== undefined;
  return (
    <>
      {props.icon === undefined ? null : <span class="row_icon">{props.icon}</span>}
      <span class="row_words">
        {props.title}
        {props.hint === undefined ? null : <small class="type_small row_hint">{props.hint}</small>}
      </span>
      {props.value === undefined ? null : <span class="row_value">{props.value}</span>}
      {props.control}
      {answers ? (
        <span class="row_onward">
          <Icon name="chevron-right" size="beside" />
        </span>
      ) : null}
    </>
  );
}
