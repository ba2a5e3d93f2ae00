// The few people whom a start reads before everybody else, as they are kept. Apart from how they are chosen, which the start never needs.

import type { Findable } from '#domain/name-search.ts';
import type { ArrivalTimes } from './models/arrivals-comings.ts';
import type { Usual } from './models/arrivals-usual.ts';

/** Somebody as far as a tile, the search and the score of who comes now need to know them. */
export interface FirstPerson {
  readonly card: Findable;
  readonly times: ArrivalTimes;
}

/** The people for one hour, and what is usual in the shop. */
export interface FirstPeople {
  readonly version: number;
  readonly usual: Usual;
  readonly people: readonly FirstPerson[];
}

/** Raised when the meaning of a kept row changes; rows of another version are passed over. */
export const firstPeopleVersion = 1;

/** What was kept by this same code, or undefined. Kept and read on one device alone, so the version is enough to know it by. */
export function firstPeopleFrom(learned: unknown): FirstPeople | undefined {
  return isFirstPeople(learned) ? learned : undefined;
}

function isFirstPeople(learned: unknown): learned is FirstPeople {
  return (
    typeof learned === 'object' &&
    learned !== null &&
    'version' in learned &&
    learned.version === firstPeopleVersion
  );
}
