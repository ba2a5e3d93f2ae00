// What lets another tablet into the shop, for ten minutes: typed, or read by a camera.

export interface Invitation {
  readonly number: string;
  /** With hyphens between them. */
  readonly words: string;
}

const hashStart = '#join=';

/** Whether what stands behind an address was meant as an invitation, readable or not. */
export function isInvitationHash(hash: string): boolean {
  return hash.startsWith(hashStart);
}

/**
 * What stands behind the `#` of the app's address in a picture for a camera. No browser tells that
 * part to a server.
 */
export function invitationHash({ number, words }: Invitation): string {
  return `${hashStart}${number}-${words}`;
}

/** What a camera read; null for what is no invitation. */
export function parseInvitation(hash: string): Invitation | null {
  if (!isInvitationHash(hash)) return null;
  const [, number, words] = /^(\d+)-([a-z]+(?:-[a-z]+)*)$/.exec(hash.slice(hashStart.length)) ?? [];
  return number === undefined || words === undefined ? null : { number, words };
}
