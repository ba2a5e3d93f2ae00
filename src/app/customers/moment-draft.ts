// Apart from `moments.ts`, because the Counter makes drafts before the code that writes is loaded.

import type { CustomerId } from '#domain/customers/customer.ts';
import { momentIdFrom, type Moment, type MomentKind } from '#domain/visits/moment.ts';
import type { VisitId } from '#domain/visits/visit.ts';
import type { Day } from '#lib/day.ts';
import type { Deps } from '#app/deps.ts';

/** A moment before it is on the disk; the transaction adds the timestamps. */
export type MomentDraft = Omit<Moment, 'made' | 'edits'>;

/** `about` is whom they sent; `visitId` the visit it belongs to. */
export interface NewMoment {
  readonly customerId: CustomerId;
  readonly kind: MomentKind;
  readonly day: Day;
  readonly text?: string;
  readonly about?: CustomerId | null;
  readonly visitId?: VisitId | null;
}

/** A moment with a new id. Feedback starts unanswered. */
export function draftMoment({ clock, ids }: Deps, news: NewMoment): MomentDraft {
  return {
    text: '',
    about: null,
    visitId: null,
    ...news,
    id: momentIdFrom(ids.next()),
    answeredOn: null,
    createdAt: clock.now(),
    voided: false,
  };
}
