import type { Roster } from '#app/customers/roster.ts';

/** The roster of a shop without people, for screens that show none. */
export const emptyRoster: Roster = {
  isWhole: () => true,
  first: () => null,
  face: () => undefined,
  people: () => new Map(),
  person: () => undefined,
  subscribe: () => () => {},
  close: () => {},
};
