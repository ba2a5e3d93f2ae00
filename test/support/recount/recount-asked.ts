// What a recount is asked, and what it must answer with.
import type { Reason, ReasonCode } from '#domain/week/reason.ts';
import type { Counted, RecountedShop } from './raw-count.ts';

type ReasonByCode = { readonly [Each in Reason as Each['code']]: Each };
/** The figures of the reason with this code. */
export type Facts<Code extends ReasonCode> = Omit<ReasonByCode[Code], 'code'>;

/**
 * Whose reason it is, and since when something is news to them (day number): what came before is
 * not said.
 */
export interface Asked {
  readonly shop: RecountedShop;
  readonly person: Counted;
  readonly newsAfter: number;
}
