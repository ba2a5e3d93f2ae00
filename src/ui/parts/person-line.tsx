import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.tsx';
import './person-line.css';

export interface PersonLineProps {
  readonly name: string;
  readonly cue: string;
  readonly lastSeen: string;
  readonly badges: ComponentChildren;
  readonly href: string;
}

/** One person in a list: who, how to know them, and what kind of customer. The whole line leads to the page. */
export function PersonLine({ name, cue, lastSeen, badges, href }: PersonLineProps): JSX.Element {
  return (
    <a class="person-line" href={href}>
      <span class="person-line_who">
        <bdi class="person-line_name">{name}</bdi>
        {cue === '' ? null : <span class="person-line_cue">{cue}</span>}
        <small class="person-line_seen">{lastSeen}</small>
      </span>
      <span class="person-line_badges">{badges}</span>
      <span class="person-line_onward">
        <Icon name="chevron-right" size="beside" />
      </span>
    </a>
  );
}
