// The languages that the screens speak.

/** Those that a shopkeeper can choose: every word of them is there. */
export const offeredLanguages = ['en'] as const;

/** Begun, or invented to find what is bare or clipped: for tests alone. */
export const draftLanguages = ['de', 'fr', 'ar', 'xx'] as const;

export type Language = (typeof offeredLanguages)[number] | (typeof draftLanguages)[number];
