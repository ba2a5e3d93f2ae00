// Brings the server what it lacks, of any tablet: whoever has a parcel can fill an emptied server.

import { countOf, withCount, type ParcelCounts } from '#domain/tablets/parcel-counts.ts';
import {
  maxEmptiedTogether,
  maxParcelBytes,
  maxParcelsTogether,
  type DepotContents,
} from '#domain/tablets/depot-messages.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import { textOfBytes } from '#platform/crypto/sealing.ts';
import type { DepotProblem } from '#platform/network/depot-line.ts';
import {
  readEmptied,
  readParcelCounts,
  readParcelsAfter,
  updateTabletState,
} from '#storage/tablets/parcels.ts';
import type { KeptParcel } from '#storage/tablets/tablets-database.ts';
import { requiredState, type TabletContext } from './tablet-context.ts';

/** `there` is what the server has; gives what it has now. */
export async function pushParcels(
  { tablets, line }: TabletContext,
  there: ParcelCounts,
): Promise<Result<ParcelCounts, DepotProblem>> {
  const { pass, tablet: own, carried } = await requiredState(tablets);
  let counts = there;
  for (const [tablet, count] of Object.entries(await readParcelCounts(tablets))) {
    while (countOf(counts, tablet) < count) {
      const after = { tablet, number: countOf(counts, tablet) };
      const parcels = fitting(await readParcelsAfter(tablets, after, maxParcelsTogether));
      const last = parcels.at(-1);
      if (last === undefined) break;
      const body = parcels.map((each) => ({ ...each, bytes: textOfBytes(each.bytes) }));
      const sent = await line.ask({ method: 'POST', path: 'parcels', pass, body });
      if (!sent.ok) return failed(sent.problem);
      counts = withCount(counts, tablet, last.number);
    }
  }
  if (countOf(counts, own) !== carried)
    await updateTabletState(tablets, () => ({ carried: countOf(counts, own) }));
  return ok(counts);
}

// The first ones of which the server takes all at once.
function fitting(parcels: readonly KeptParcel[]): readonly KeptParcel[] {
  let bytes = 0;
  return parcels.filter((parcel, index) => {
    bytes += parcel.bytes.length;
    return index === 0 || bytes < maxParcelBytes / 2;
  });
}

/** Has the server let go of what is in emptied parcels; gives what it has then. */
export async function pushEmptied(
  { tablets, line }: TabletContext,
  there: DepotContents,
): Promise<Result<DepotContents, DepotProblem>> {
  if ((await tablets.emptied.count()) === 0) return ok(there);
  const { pass } = await requiredState(tablets);
  let { emptied } = there;
  for (const [tablet, number] of Object.entries(there.counts)) {
    const numbers = await readEmptied(tablets, { tablet, number }, countOf(emptied, tablet));
    for (let from = 0; from < numbers.length; from += maxEmptiedTogether) {
      const body = { tablet, numbers: numbers.slice(from, from + maxEmptiedTogether) };
      const sent = await line.ask({ method: 'POST', path: 'emptied', pass, body });
      if (!sent.ok) return failed(sent.problem);
    }
    if (numbers.length > 0) emptied = withCount(emptied, tablet, numbers.length);
  }
  return ok({ ...there, emptied });
}
