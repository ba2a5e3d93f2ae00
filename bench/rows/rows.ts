// All rows in the order of the table.
import type { Measured } from '../measured.ts';
import type { Size } from '../fill-order.ts';
import type { ShopCopy } from '../shop-browser.ts';
import { customerPageRow } from './customer-page.ts';
import { firstLoadRow } from './first-load.ts';
import { heapRow } from './heap.ts';
import { importRow } from './import.ts';
import { refitRow } from './refit.ts';
import { searchRow } from './search.ts';
import { startRow } from './start.ts';
import { tapRows } from './tap.ts';
import { weekRow } from './week.ts';

/** Where a row is measured. */
export interface Place {
  readonly size: Size;
  readonly throttle: number;
  /** A shop that this row may write into. */
  readonly shop: ShopCopy;
  /** The same build with an empty shop. */
  readonly empty: ShopCopy;
}

export type Row = (place: Place) => Promise<readonly Measured[]>;

/** Rows by the name that `--only` takes; each is looked at in a browser of its own. */
export const rows: Readonly<Record<string, Row>> = {
  start: startRow,
  search: searchRow,
  tap: tapRows,
  customer: customerPageRow,
  week: weekRow,
  refit: refitRow,
  import: importRow,
  heap: heapRow,
  'first-load': firstLoadRow,
};
