// What the work on copies finds out, as plain data that travels between threads.

import type { ShopSize } from './shop-size.ts';

/** A copy that was read again and found whole. */
export interface PackedCopy {
  readonly file: Blob;
  readonly fileName: string;
  /** Epoch ms. */
  readonly madeAt: number;
  /** The shop at that moment. */
  readonly size: ShopSize;
  /** Rows of the shop that are not as they should be: kept in the file, but they could not be brought back. */
  readonly leftOut: number;
}

/** The inside of a whole copy, beside the shop as it is now. */
export interface CopyView {
  readonly shopName: string;
  /** When the copy was made, epoch ms; null when the file does not tell. */
  readonly madeAt: number | null;
  readonly inside: ShopSize;
  readonly here: ShopSize;
  /** People and visits of the open shop that the copy does not hold. */
  readonly onlyHere: { readonly people: number; readonly visits: number };
  /** Whether it is a copy of the open shop, not of another one. */
  readonly isThisShop: boolean;
  /** Damaged rows that would not be brought back. */
  readonly leftOut: number;
}
