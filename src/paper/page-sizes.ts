import type { Paper } from '#domain/shop/settings.ts';
import type { PageSize } from './marks.ts';

export const pageSizes: Readonly<Record<Paper, PageSize>> = {
  a4: { w: 210, h: 297 },
  letter: { w: 215.9, h: 279.4 },
};

/** The same paper with its long side across. */
export function landscape({ w, h }: PageSize): PageSize {
  return { w: h, h: w };
}
