// What a tablet had of the others' changes to customers when it said something. Each database in
// which a tablet writes has a name of its own in timestamps, here called device.

import type { HlcTimestamp } from '#lib/hlc.ts';

/** The greatest timestamp of each device, by its name; of those not named nothing was there. */
export type Knowledge = Readonly<Record<string, HlcTimestamp>>;

const deviceFrom = '000000000000000-0000-'.length;

export function deviceOf(timestamp: HlcTimestamp): string {
  return timestamp.slice(deviceFrom);
}

/** Whether somebody with this knowledge had seen the change that `timestamp` names. */
export function isChangeKnown(knowledge: Knowledge, timestamp: HlcTimestamp): boolean {
  const device = deviceOf(timestamp);
  const last = Object.hasOwn(knowledge, device) ? knowledge[device] : undefined;
  return last !== undefined && last >= timestamp;
}
