import type { JSX } from 'preact';
import { numberText } from '#i18n/format.ts';
import { BadgeShape, type BadgeTone } from '#ui/parts/customers/badge.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import './number-links.css';

export interface NumberLink {
  readonly key: string;
  readonly tone: BadgeTone;
  readonly number: number;
  readonly word: string;
  /** Some of those who are counted; empty when nobody is. */
  readonly names: string;
  /** How it was before. */
  readonly note: string | undefined;
  readonly href: string;
}

export interface NumberLinksProps {
  readonly label: string;
  readonly links: readonly NumberLink[];
}

/** A few numbers of people side by side. Each leads to the people that it counts. */
export function NumberLinks({ label, links }: NumberLinksProps): JSX.Element {
  return (
    <ul class="number-links" aria-label={label}>
      {links.map(({ key, tone, number, word, names, note, href }) => (
        <li class="number-links_item" key={key}>
          <a class="number-links_link" href={href}>
            <span class={`number-links_shape number-links_shape-${tone}`}>
              <BadgeShape tone={tone} />
            </span>
            <span class="number-links_words">
              <b class="number-links_number">{numberText(number)}</b>{' '}
              <span class="number-links_word">{word}</span>
              {names === '' ? null : (
                <small class="number-links_names">
                  <bdi>{names}</bdi>
                </small>
              )}
              {note === undefined ? null : <small class="number-links_note">{note}</small>}
            </span>
            <span class="number-links_onward">
              <Icon name="chevron-right" size="beside" />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
