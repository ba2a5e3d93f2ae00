// An invitation that came with the address, from a camera that was held before another tablet.

import { Observable } from '#lib/observable.ts';

/** As it stood in the address; empty once nobody needs it any more. */
export const handedInvitation = new Observable('');

export function dropInvitation(): void {
  handedInvitation.value = '';
}
