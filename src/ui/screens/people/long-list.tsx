import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RosterEntry } from '#app/customers/roster.ts';
import type { SegmentIndex } from '#app/customers/segment-index.ts';
import { useRoster, useSegments } from '#ui/hooks/use-roster.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { CustomerLines } from './customer-lines.tsx';
import './long-list.css';

/** So many people are drawn, or left out, together. */
const chunkSize = 40;
/** Before a line was measured. */
const usualLineHeight = 76;

export interface LongListProps {
  readonly sections: readonly {
    /** Of the section; undefined where there is only one. */
    readonly title?: string;
    readonly people: readonly RosterEntry[];
  }[];
}

/**
 * Any number of people, under headings. Only those near the part that is seen are drawn: the others
 * keep their place as empty height, so that twenty thousand scroll like twenty.
 */
export function LongList({ sections }: LongListProps): JSX.Element {
  const now = useRoster();
  const segments = useSegments(now);
  const lineHeight = useRef(usualLineHeight);
  const chunks = useMemo(() => sections.map(({ people }) => chunksOf(people)), [sections]);
  return (
    <div class="long-list">
      {sections.map(({ title }, section) => (
        <section key={section}>
          {title === undefined ? null : (
            <h2 class="type_heading long-list_title" tabIndex={-1}>
              {title}
            </h2>
          )}
          <Card>
            {chunks[section]?.map((people, place) => (
              <Chunk
                key={people[0]?.id ?? place}
                people={people}
                segments={segments}
                lineHeight={lineHeight}
                isFirst={section + place < 2}
              />
            ))}
          </Card>
        </section>
      ))}
    </div>
  );
}

interface ChunkProps {
  readonly people: readonly RosterEntry[];
  readonly segments: SegmentIndex | null;
  /** Of a line as last measured, for chunks that were never drawn. */
  readonly lineHeight: { current: number };
  readonly isFirst: boolean;
}

function Chunk({ people, segments, lineHeight, isFirst }: ChunkProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(isFirst);
  const count = people.length;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    return whileNear(element, (isIn, height) => {
      if (isIn) element.style.blockSize = '';
      else {
        lineHeight.current = height / count;
        element.style.blockSize = `${height}px`;
      }
      setNear(isIn);
    });
  }, [count, lineHeight]);
  useLayoutEffect(() => {
    const element = box.current;
    // Never drawn so far: it is as high as the others.
    if (element !== null && !isFirst) element.style.blockSize = `${count * lineHeight.current}px`;
  }, [count, isFirst, lineHeight]);
  return (
    <div class="long-list_chunk" ref={box}>
      {isNear ? <CustomerLines people={people} segments={segments} /> : null}
    </div>
  );
}

/** Tells when `element` comes near what is seen, and how high it was when it leaves. */
function whileNear(
  element: HTMLElement,
  onChange: (isNear: boolean, height: number) => void,
): () => void {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (entry === undefined) return;
      const isEmpty = element.childElementCount === 0;
      // Whoever holds the focus stays.
      if (entry.isIntersecting ? isEmpty : !isEmpty && !element.contains(document.activeElement))
        onChange(entry.isIntersecting, entry.boundingClientRect.height);
    },
    { root: element.closest('.page'), rootMargin: '100% 0px' },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

function chunksOf(people: readonly RosterEntry[]): readonly (readonly RosterEntry[])[] {
  return Array.from({ length: Math.ceil(people.length / chunkSize) }, (_, place) =>
    people.slice(place * chunkSize, (place + 1) * chunkSize),
  );
}
