// An invitation that came with the address, from a camera that was held before another tablet.

import { Observable } from '#lib/observable.ts';

/** As it stood in the address; empty once nobody needs it any more. */
export const handedInvitation = new Observable('');

/** Takes it out of the address, so that neither the screen nor the way back has the words. */
export function takeInvitation(): void {
  const { hash, pathname } = location;
  if (!hash.startsWith('#join=')) return;
  history.replaceState(history.state, '', pathname);
  handedInvitation.value = hash;
}

export function dropInvitation(): void {
  handedInvitation.value = '';
}
