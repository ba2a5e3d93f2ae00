// What lets another tablet into the shop, for ten minutes: typed, or read by a camera.

export interface Invitation {
  readonly number: string;
  /** With hyphens between them. */
  readonly words: string;
}

/**
 * What stands behind the `#` of the app's address in a picture for a camera. No browser tells that
 * part to a server.
 */
export function invitationHash({ number, words }: Invitation): string {
  return `#join=${number}-${words}`;
}

/** What a camera read; null for what is no invitation. */
export function parseInvitation(hash: string): Invitation | null {
  const [, number, words] = /^#join=(\d+)-([a-z]+(?:-[a-z]+)*)$/.exec(hash) ?? [];
  return number === undefined || words === undefined ? null : { number, words };
}
