import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { ThankYouList } from '#app/week/thank-you-list.ts';
import type { Paper } from '#domain/shop/settings.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { ListMeasure } from '#ui/print/list-measure.tsx';
import { ListSheet, type ListRow } from '#ui/print/list-sheet.tsx';
import { useWording } from '#ui/screens/week/use-wording.ts';
import { listRowsOf, listWordsOf } from './list-content.ts';

export interface ListPagesProps {
  readonly list: ThankYouList;
  readonly paper: Paper;
  readonly version: number;
  /** Shows the finished pages. */
  readonly children: (sheets: readonly JSX.Element[]) => ComponentChildren;
}

/** The list as pages: measured as it will stand on paper, so that no row is ever split. */
export function ListPages({ list, paper, version, children }: ListPagesProps): JSX.Element {
  const { shopName } = useSettings();
  const wording = useWording();
  const rows = useMemo(() => listRowsOf(list, wording), [list, wording]);
  const words = useMemo(() => listWordsOf(list, shopName, wording), [list, shopName, wording]);
  const [pages, setPages] = useState<readonly (readonly ListRow[])[]>([]);
  const keep = useCallback((measured: typeof pages) => setPages(measured), []);
  const sheets = pages.map((page, place) => (
    <ListSheet
      key={place}
      paper={paper}
      words={words}
      rows={page}
      page={place + 1}
      pages={pages.length}
    />
  ));
  return (
    <>
      <ListMeasure paper={paper} words={words} rows={rows} version={version} onPages={keep} />
      {children(sheets)}
    </>
  );
}
