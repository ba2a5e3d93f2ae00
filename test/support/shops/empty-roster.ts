import type { Roster } from '#app/customers/roster.ts';

/** The roster of a shop without people, for screens that show none. */
export const emptyRoster: Roster = {
  isComplete: () => true,
  startupSet: () => null,
  tileInfo: () => undefined,
  people: () => new Map(),
  person: () => undefined,
  subscribe: () => () => {},
  close: () => {},
};
