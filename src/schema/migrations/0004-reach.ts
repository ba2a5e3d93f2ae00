// Version 4: perks, dates, rounds, households and messages have a place. What somebody answered
// when asked is a list of answers, each for a purpose and a way; there was one answer for each of
// three ways. Visits stay as they are. Must never import a type of today: rows are meant as they
// were then.

/** A row as version 3 wrote it. Fields that are not named here stay as they are. */
type RowOf3 = Readonly<Record<string, unknown>>;

/** The ways of version 3, and those of version 4. */
const ways = [
  ['post', 'post'],
  ['email', 'email'],
  ['phone', 'call'],
] as const;

const customerBlanks: RowOf3 = {
  letterName: '',
  opening: '',
  wallName: '',
  language: null,
  permissions: [],
  young: false,
  diedOn: null,
  notSameAs: [],
};

/**
 * A customer with a list of answers: a yes was one to thanks, a no one to everything in that way.
 * May run twice.
 */
export function withPermissions(row: RowOf3): RowOf3 {
  if (!('consents' in row)) return { ...customerBlanks, ...row };
  const { consents, ...others } = row;
  return {
    ...customerBlanks,
    ...others,
    householdId: row['householdId'] === '' ? null : row['householdId'],
    permissions: permissionsFrom(consents),
    edits: withEditsOfPermissions(row['edits']),
  };
}

/** A gesture that is in no round, gives no perk and went in no way that is known. */
export function withRounds(row: RowOf3): RowOf3 {
  return { ...gestureBlanks, ...row };
}

const gestureBlanks: RowOf3 = {
  roundId: null,
  perkId: null,
  perkRound: null,
  householdId: null,
  way: null,
  purpose: null,
  declinedOn: null,
};

/** A perk that nobody published yet; it counts within no window of days any more. */
export function withPublication(row: RowOf3): RowOf3 {
  const { windowDays: _gone, ...others } = row;
  const blanks: RowOf3 = {
    title: '',
    repeats: 'every',
    givesToNew: '',
    afterVisits: 1,
    countsFrom: null,
    publishedOn: null,
    endedOn: null,
  };
  return { ...blanks, ...others, edits: withoutEdit(row['edits'], 'windowDays') };
}

/** Settings with the choices of version 4 as they are in a new shop. */
export function withReach(row: RowOf3): RowOf3 {
  return { ...settingsBlanks, ...row };
}

const settingsBlanks: RowOf3 = {
  language: 'en',
  region: '',
  signature: '',
  shopAddress: '',
  shopPhone: '',
  shopEmail: '',
  quietFrom: 1200,
  quietTo: 540,
  messageRestDays: 14,
  retentionYears: 3,
  printers: [],
  labels: 'L7160',
  ownLabels: null,
  envelope: 'c6',
  bigKeys: false,
  sounds: false,
  closingNote: true,
};

/**
 * A history with the facts that are new, so that nobody's visits are folded again. One of another
 * fold is left to be rebuilt. May run twice.
 */
export function withNewFacts(row: RowOf3): RowOf3 {
  const { facts, gestures } = row;
  if (row['foldVersion'] !== 1 || !isRow(facts) || !Array.isArray(gestures)) return row;
  return {
    ...row,
    foldVersion: 2,
    facts: { ...facts, young: false, died: false },
    gestures: gestures.map((gesture: unknown) =>
      isRow(gesture) ? { ...historyGestureBlanks, ...gesture } : gesture,
    ),
  };
}

const historyGestureBlanks: RowOf3 = {
  roundId: null,
  perkId: null,
  perkRound: null,
  purpose: null,
  declined: null,
};

/** What was learned from histories of the fold before holds for these. */
export function withNewFold(row: RowOf3): RowOf3 {
  return row['foldVersion'] === 1 ? { ...row, foldVersion: 2 } : row;
}

// What is no answer was no row of version 3, and must not become one of version 4.
function permissionsFrom(consents: unknown): unknown {
  if (!isRow(consents)) return null;
  return ways.flatMap(([before, way]) => {
    const consent = consents[before];
    if (consent === null) return [];
    if (!isRow(consent)) return [consent];
    const purpose = consent['answer'] === 'yes' ? 'thanks' : 'any';
    return [{ purpose, way, ...consent, words: '', notedAt: 0 }];
  });
}

function withEditsOfPermissions(edits: unknown): unknown {
  if (!isRow(edits)) return edits;
  const { consents, ...others } = edits;
  return consents === undefined ? others : { ...others, permissions: consents };
}

function withoutEdit(edits: unknown, field: string): unknown {
  if (!isRow(edits)) return edits;
  const { [field]: _gone, ...others } = edits;
  return others;
}

function isRow(value: unknown): value is RowOf3 {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
