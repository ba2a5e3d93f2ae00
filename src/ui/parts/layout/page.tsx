import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '#ui/parts/icons/icon.tsx';
import './page.css';

export interface PageProps {
  readonly title: ComponentChildren;
  /** Set in the line of the title, smaller: a cue, the dates of the week. */
  readonly aside?: ComponentChildren;
  /** One line under the title. */
  readonly lead?: ComponentChildren;
  readonly back?: { readonly href: string; readonly word: string };
  readonly actions?: ComponentChildren;
  /** `person` sets the title larger: a page that is somebody's. */
  readonly kind?: 'place' | 'person';
  readonly children: ComponentChildren;
}

/** A screen of the owner: a title, its keys at the end of that line, and what belongs to it. */
export function Page(props: PageProps): JSX.Element {
  const title = <PageTitle {...props} />;
  return (
    <div class="page">
      <header class="page_head">
        <div class="line line-apart page_bar">
          {props.back === undefined ? (
            title
          ) : (
            <a class="page_back" href={props.back.href}>
              <Icon name="chevron-left" size="beside" />
              {props.back.word}
            </a>
          )}
          {props.actions === undefined ? null : (
            <div class="line page_actions">{props.actions}</div>
          )}
        </div>
        {props.back === undefined ? null : title}
        {props.lead === undefined ? null : (
          <div class="line line-level page_lead">{props.lead}</div>
        )}
      </header>
      {props.children}
    </div>
  );
}

function PageTitle({ title, aside, kind = 'place' }: PageProps): JSX.Element {
  return (
    <div class="line page_name">
      <h1 class={kind === 'person' ? 'type_person' : 'type_title'}>{title}</h1>
      {aside === undefined ? null : <span class={`page_beside page_beside-${kind}`}>{aside}</span>}
    </div>
  );
}

export interface ColumnsProps {
  /** `even` halves; `aside` a narrow second column; `story` seven to five. One on a phone. */
  readonly kind: 'even' | 'aside' | 'story';
  readonly children: ComponentChildren;
}

/** Cards side by side where there is room. */
export function Columns({ kind, children }: ColumnsProps): JSX.Element {
  return <div class={`page_columns page_columns-${kind}`}>{children}</div>;
}
