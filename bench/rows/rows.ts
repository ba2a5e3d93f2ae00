// All rows in the order of the table.
import type { Measured } from '../measured.ts';
import type { Size } from '../fill-order.ts';
import type { ShopProfile } from '../shop-browser.ts';
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
export interface RowContext {
  readonly size: Size;
  readonly throttle: number;
  /** A shop that this row may write into. */
  readonly shop: ShopProfile;
  /** The same build with an empty shop. */
  readonly empty: ShopProfile;
}

export type Row = (place: RowContext) => Promise<readonly Measured[]>;

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
