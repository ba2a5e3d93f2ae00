// Two tablets changed the same answer about somebody, and neither knew of the other: the later one
// stands, and the earlier one is remembered beside it. A correction by a tablet that had what it
// corrected is nothing of the kind. Visits are each a row of their own and never meet.

import type { Customer, CustomerFields, CustomerId } from '#domain/customers/customer.ts';
import { timestampMs, type HlcTimestamp } from '#lib/hlc.ts';
import { deviceOf, isChangeKnown, type Knowledge } from './knowledge.ts';

/** What is typed about somebody. Lists of single answers merge by themselves. */
const overruledFields = [
  'name',
  'cue',
  'letterName',
  'opening',
  'wallName',
  'alsoCalled',
  'phones',
  'emails',
  'addresses',
  'birthday',
  'note',
  'diedOn',
] as const satisfies readonly (keyof CustomerFields)[];

export type OverruledField = (typeof overruledFields)[number];

/** Some of what is typed about somebody. */
export type TypedFields = Partial<Pick<CustomerFields, OverruledField>>;

export interface Overruled {
  readonly customerId: CustomerId;
  readonly field: OverruledField;
  /** What the earlier change said, of this one field. */
  readonly said: TypedFields;
  readonly at: HlcTimestamp;
  /** The later change, which stands. */
  readonly over: HlcTimestamp;
}

/** For so long an earlier answer can be chosen. */
const overruledDays = 90;
const dayMs = 86_400_000;

/** Whoever brings rows from another tablet. */
export interface RowsWriter {
  readonly device: string;
  /** What the writer knew then; null where it did not say. */
  readonly knows: Knowledge | null;
  /** The writer's last change of a customer that was taken here before. */
  readonly upTo: HlcTimestamp | null;
}

export interface RowsMeeting {
  readonly ours: Customer;
  readonly theirs: Customer;
}

/**
 * The answers that fall when `theirs` is merged into `ours`, though who gave the other one knew of
 * none. `knowledgeOf` gives what was known to whoever made a change that stands here.
 */
export function overruledIn(
  { ours, theirs }: RowsMeeting,
  writer: RowsWriter,
  knowledgeOf: (change: HlcTimestamp) => Knowledge | null,
): readonly Overruled[] {
  return overruledFields.flatMap((field): readonly Overruled[] => {
    const [here, there] = [ours.edits[field], theirs.edits[field]];
    if (here === undefined || there === undefined || !isNew(there, writer)) return [];
    if (deviceOf(here) === deviceOf(there)) return [];
    if (JSON.stringify(ours[field]) === JSON.stringify(theirs[field])) return [];
    const isLater = there > here;
    const knowledge = isLater ? writer.knows : knowledgeOf(here);
    const [at, over] = isLater ? [here, there] : [there, here];
    if (knowledge === null || isChangeKnown(knowledge, at)) return [];
    const said = typedOf(isLater ? ours : theirs, field);
    return [{ customerId: ours.id, field, said, at, over }];
  });
}

// What others changed comes from them, with what they knew; what was taken before was judged then.
function isNew(there: HlcTimestamp, { device, upTo }: RowsWriter): boolean {
  return deviceOf(there) === device && (upTo === null || there > upTo);
}

/** What is typed in this one field of the row. */
export function typedOf(customer: Customer, field: OverruledField): TypedFields {
  const typed: { -readonly [Field in OverruledField]?: Customer[Field] } = {};
  function copy<Field extends OverruledField>(
    into: { [Each in Field]?: Customer[Each] },
    each: Field,
  ): void {
    into[each] = customer[each];
  }
  copy(typed, field);
  return typed;
}

/**
 * What was noted of the field before and has not fallen to `theirs` with its writer's knowledge: it
 * has fallen to that one now.
 */
export function stillOverruled(
  noted: readonly Overruled[],
  { ours, theirs }: RowsMeeting,
  { knows }: Pick<RowsWriter, 'knows'>,
): readonly Overruled[] {
  return noted.flatMap((each) => {
    const over = theirs.edits[each.field];
    const isMet = each.customerId === theirs.id && each.over === ours.edits[each.field];
    if (!isMet || over === undefined || over <= each.over || knows === null) return [];
    const isOwn = deviceOf(each.at) === deviceOf(over);
    return isOwn || isChangeKnown(knows, each.at) ? [] : [{ ...each, over }];
  });
}

/** Whether nothing is to be chosen any more: the field was changed since, or it is too long ago. */
export function isSettled(
  { field, at, over }: Overruled,
  customer: Customer | undefined,
  now: number,
): boolean {
  const isOver = customer?.edits[field] !== over;
  return isOver || timestampMs(at) <= now - overruledDays * dayMs;
}

/** The last change of a customer that `device` made in these rows; null for none. */
export function lastChangeBy(device: string, customers: readonly Customer[]): HlcTimestamp | null {
  let last: HlcTimestamp | null = null;
  for (const { made, edits } of customers)
    for (const timestamp of [made, ...Object.values(edits)])
      if (deviceOf(timestamp) === device && (last === null || timestamp > last)) last = timestamp;
  return last;
}
