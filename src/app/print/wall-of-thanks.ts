// Whose names hang on the wall of thanks: those who said yes to it, each under one heading, and
// none under a heading so short that all would know who is meant.

import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { isPermitted } from '#domain/customers/permission.ts';
import { dayOfMinutes, visitFlags, type History } from '#domain/visits/history.ts';
import { sentPeopleIn } from '#engine/perks/sent-people.ts';
import { addDays, dayNumber, type Day } from '#lib/day.ts';
import { minOnWall } from '#paper/sheets/poster-sheets.ts';
import type { Roster, RosterEntry } from '#app/customers/roster.ts';
import { hasMissingLetter } from './letter-people.ts';

/** In the order of the wall. */
export const wallHeadings = ['years', 'sent', 'told'] as const;
export type WallHeading = (typeof wallHeadings)[number];

export interface WallPerson {
  readonly id: CustomerId;
  /** As they want to be named. */
  readonly name: string;
}

export interface WallOfThanks {
  readonly groups: readonly {
    readonly heading: WallHeading;
    readonly people: readonly WallPerson[];
  }[];
  /** Said yes and are on no wall all the same. */
  readonly leftOut: readonly (WallPerson & { readonly why: WallLeftOut })[];
}

export type WallLeftOut = 'no-heading' | 'too-few' | 'missing-letters';

/** What applies to few is tried first, so that more headings stand. */
const rarestFirst: readonly WallHeading[] = ['told', 'sent', 'years'];
const wallYears = 2;

export function wallOfThanks(
  roster: Pick<Roster, 'people'>,
  { today, isMissing }: { readonly today: Day; readonly isMissing: (letter: string) => boolean },
): WallOfThanks {
  const people = candidatesIn(roster, today);
  const printable = people.filter(({ name }) => !hasMissingLetter([name], isMissing));
  const headings = standingHeadings(printable);
  const placed = printable.map((each) => ({ each, heading: headingOf(each, headings) }));
  return {
    groups: wallHeadings.flatMap((heading) => {
      const named = placed.filter((one) => one.heading === heading).map(({ each }) => each.person);
      return named.length === 0 ? [] : [{ heading, people: named }];
    }),
    leftOut: [
      ...people
        .filter((each) => !printable.includes(each))
        .map(({ person }) => ({ ...person, why: 'missing-letters' as const })),
      ...placed
        .filter(({ heading }) => heading === undefined)
        .map(({ each: { person, fits } }) => ({
          ...person,
          why: fits.length === 0 ? ('no-heading' as const) : ('too-few' as const),
        })),
    ],
  };
}

interface Candidate {
  readonly person: WallPerson;
  readonly name: string;
  readonly fits: readonly WallHeading[];
}

function candidatesIn(roster: Pick<Roster, 'people'>, today: Day): readonly Candidate[] {
  const entries = [...roster.people().values()];
  const sent = sentPeopleIn(entries.map(({ history }) => history));
  return entries
    .filter(({ customer }) => isOnWall(customer))
    .map((entry) => {
      const name = entry.customer.wallName || entry.customer.name;
      const fits = rarestFirst.filter((heading) => {
        if (heading === 'sent') return (sent.get(entry.id) ?? []).length > 0;
        return heading === 'told' ? hasTold(entry) : isHereForYears(entry.history, today);
      });
      return { person: { id: entry.id, name }, name, fits };
    });
}

function isOnWall(customer: Customer): boolean {
  return isPermitted(customer, { purpose: 'wall', way: 'shop' });
}

// The heading with too few names goes, and its people are tried under the next one.
function standingHeadings(people: readonly Candidate[]): readonly WallHeading[] {
  let standing = rarestFirst;
  for (;;) {
    const short = standing.find((heading) => {
      const count = people.filter((each) => headingOf(each, standing) === heading).length;
      return count > 0 && count < minOnWall;
    });
    if (short === undefined) return standing;
    standing = standing.filter((heading) => heading !== short);
  }
}

function headingOf({ fits }: Candidate, standing: readonly WallHeading[]): WallHeading | undefined {
  return fits.find((heading) => standing.includes(heading));
}

function hasTold({ history }: RosterEntry): boolean {
  return (
    history.older.told > 0 ||
    history.flags.some((flags) => (flags & visitFlags.told) !== 0) ||
    history.moments.some(({ kind }) => kind === 'complaint' || kind === 'idea')
  );
}

function isHereForYears({ older, stamps }: History, today: Day): boolean {
  const first = older.first >= 0 ? older.first : stamps[0];
  const since = dayNumber(addDays(today, -365 * wallYears));
  return first !== undefined && dayOfMinutes(first) <= since;
}
