import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import './list-measure.css';
import { ListSheet, type ListRow, type ListSheetProps } from './list-sheet.tsx';
import { paginate } from './paginate.ts';

export interface ListMeasureProps extends Pick<ListSheetProps, 'paper' | 'words' | 'rows'> {
  /** Grows when text may stand differently: once the faces are there. */
  readonly version: number;
  readonly onPages: (pages: readonly (readonly ListRow[])[]) => void;
}

/** Measures all rows on one endless, unseen sheet and tells which go on which page. */
export function ListMeasure(props: ListMeasureProps): JSX.Element {
  const { paper, words, rows, version, onPages } = props;
  const bench = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (bench.current !== null) onPages(measuredPages(bench.current, rows));
  }, [paper, words, rows, version, onPages]);
  return (
    <div class="list-measure" ref={bench} aria-hidden="true">
      <ListSheet paper={paper} words={words} rows={rows} page={1} pages={1} />
    </div>
  );
}

function measuredPages(
  bench: HTMLElement,
  rows: readonly ListRow[],
): readonly (readonly ListRow[])[] {
  const heights = [...bench.querySelectorAll('tbody tr')].map(
    (row) => row.getBoundingClientRect().height,
  );
  const edge = (selector: string): DOMRect =>
    (bench.querySelector(selector) ?? bench).getBoundingClientRect();
  const first = edge('footer').top - edge('tbody').top;
  const room = { first, next: first + edge('header').height };
  const measured = rows.map((row, place) => {
    return { height: heights[place] ?? 0, leads: row.kind === 'group' };
  });
  return paginate(measured, room).map((page) =>
    page.flatMap((number) => {
      const row = rows[number];
      return row === undefined ? [] : [row];
    }),
  );
}
