// Version 5: a shop has several kinds of offer, each with its own words and cost; there was one.
// Must never import a type of today: rows are meant as they were then.

/** The row of settings as version 4 wrote it. Fields that are not named here stay as they are. */
type SettingsOf4 = Readonly<Record<string, unknown>>;

/** The one offer becomes the first of the list, changed when either half was. May run twice. */
export function withOffers(row: SettingsOf4): SettingsOf4 {
  if (!('offerWords' in row) && !('offerCost' in row)) return row;
  const { offerWords, offerCost, ...others } = row;
  return {
    ...others,
    offers: [{ words: offerWords, cost: offerCost }],
    edits: withEditOfOffers(row['edits']),
  };
}

function withEditOfOffers(edits: unknown): unknown {
  if (typeof edits !== 'object' || edits === null) return edits;
  const { offerWords, offerCost, ...others }: SettingsOf4 = { ...edits };
  const latest = laterOf(offerWords, offerCost);
  return latest === undefined ? others : { ...others, offers: latest };
}

// Timestamps are texts in the order of time; what is none is refused by the check.
function laterOf(a: unknown, b: unknown): unknown {
  if (typeof a !== 'string' || typeof b !== 'string') return a ?? b;
  return a > b ? a : b;
}
