import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '#ui/parts/icons/icon.tsx';
import './customer-line.css';

export interface CustomerLineProps {
  readonly name: string;
  readonly cue: string;
  readonly lastSeen: string;
  readonly badges: ComponentChildren;
  readonly href: string;
}

/** One person in a list: who, how to know them, which segment. The line leads to their page. */
export function CustomerLine({
  name,
  cue,
  lastSeen,
  badges,
  href,
}: CustomerLineProps): JSX.Element {
  return (
    <a class="customer-line" href={href}>
      <span class="line customer-line_who">
        <bdi class="customer-line_name">{name}</bdi>
        {cue === '' ? null : <span class="customer-line_cue">{cue}</span>}
        <small class="type_small customer-line_seen">{lastSeen}</small>
      </span>
      <span class="line customer-line_badges">{badges}</span>
      <span class="customer-line_onward">
        <Icon name="chevron-right" size="beside" />
      </span>
    </a>
  );
}
