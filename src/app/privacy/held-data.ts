// What the shop holds about one person, from all its tables and from this tablet's own small store:
// for whoever asks "what do you have on me?".

import type { CustomerId } from '#domain/customers/customer.ts';
import { heldRows, type HeldRows } from '#formats/held/held-rows.ts';
import { readMergedCustomers } from '#storage/tables/histories.ts';
import { readPersonFacts } from '#storage/tables/person-facts.ts';
import { customerFormName, openFormDraft } from '#app/customers/form/form-drafts.ts';
import { openMessageDraft } from '#app/messages/message-draft.ts';
import type { Deps } from '#app/deps.ts';

export interface HeldData {
  readonly rows: HeldRows;
  /** What was typed about them and not saved yet; null for nothing. */
  readonly halfTyped: string | null;
}

/** Undefined for an unknown id. `another` is what anybody else is called. */
export async function readHeldData(
  deps: Deps,
  id: CustomerId,
  another: string,
): Promise<HeldData | undefined> {
  const merged = await readMergedCustomers(deps.db, id);
  if (merged === undefined) return undefined;
  const ids = [merged.customer, ...merged.joined].map((each) => each.id);
  const facts = await readPersonFacts(deps.db, ids);
  const drafts = ids.flatMap((each) =>
    [openFormDraft(deps, customerFormName(each)), openMessageDraft(deps, each)].flatMap(
      (draft) => draft.load() ?? [],
    ),
  );
  return {
    rows: heldRows(facts, { ids: new Set(ids), another }),
    halfTyped: drafts.length === 0 ? null : drafts.join('\n'),
  };
}
