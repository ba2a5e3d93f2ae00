// What an owner would know better than the log: that the shop was shut, that the log is young, that
// amounts are noted now and then, that the stall stands on Saturdays alone.
import { describe, expect, it } from 'vitest';
import type { Reason } from '#domain/week/reason.ts';
import type { Hint } from '#domain/week/hint.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { hintsFor } from '#engine/suggestions/hints.ts';
import { suggest } from '#engine/suggestions/suggest.ts';
import { handwrittenLine } from '#i18n/gestures.ts';
import { reasonSentence } from '#i18n/reasons.ts';
import { segmentsForCustomer } from '../../support/shops/segments-for-customer.ts';
import {
  daysAgo,
  every,
  historiesOf,
  longAgo,
  on,
  personWith,
  settingsWith,
  today,
  type CustomerSpec,
  type PersonInShop,
  type VisitSpec,
} from '../../support/shops/shop-with.ts';

type Told = Omit<CustomerSpec, 'name'>;

/** What is told of Mrs Khan, and of her shop. */
interface Shop {
  readonly khan: Told;
  readonly others?: readonly PersonInShop[];
  readonly changes?: Partial<SettingsValues>;
}

/** Shut for the fifteen days that ended three days ago. */
const shutInJune: Partial<SettingsValues> = { closures: [{ from: daysAgo(17), to: daysAgo(3) }] };

describe('a shop that was shut for two weeks', () => {
  const back = (away: number): Told => ({
    visits: [...every(7, { times: 12, until: daysAgo(2 + away) }), ...on([daysAgo(2)])],
  });

  it('does not miss on the second day who comes every day', () => {
    const khan = { visits: every(1, { times: 40, until: daysAgo(18) }) };
    expect(kindsIn({ khan })).toContain('slipping');
    expect(kindsIn({ khan, changes: shutInJune })).not.toContain('slipping');
  });

  it('welcomes nobody back for days on which nobody could come', () => {
    const [short, long] = [
      { khan: back(42), changes: shutInJune },
      { khan: back(43), changes: shutInJune },
    ];
    expect(listIn(short).map(({ code }) => code)).not.toContain('back-again');
    expect(sentencesIn(long)).toContain(
      'Back on 16 June after 43 days away; nobody came on 15 of them.',
    );
    const waiting = (away: number): Shop => ({
      khan: { visits: every(7, { times: 12, until: daysAgo(away) }) },
      changes: shutInJune,
    });
    expect(hintsIn(waiting(42))).not.toContain('back-since');
    expect(hintsIn(waiting(43))).toContain('back-since');
  });

  it('says on how many days of a silence nobody came', () => {
    const khan = { visits: every(7, { times: 20, until: daysAgo(60) }) };
    expect(sentencesIn({ khan })).toContain(
      'Usually every seven days. Not seen since 19 April (60 days).',
    );
    expect(sentencesIn({ khan, changes: shutInJune })).toContain(
      'Usually every seven days. Not seen since 19 April (60 days, nobody came on 15).',
    );
  });

  it('does not take six closed days a week for a closure', () => {
    const hours = [null, null, null, { opens: 480, closes: 1080 }, null, null, null];
    const khan = { visits: every(7, { times: 20, until: daysAgo(63) }) };
    expect(sentencesIn({ khan, changes: { openings: [{ from: daysAgo(900), hours }] } })).toContain(
      'Usually every seven days. Not seen since 16 April (63 days).',
    );
  });
});

describe('somebody who stays away for a month now and then', () => {
  it('has not been away after another month', () => {
    const weeks = [350, 343, 336, 300, 293, 286, 250, 243, 236, 200, 193, 186, 150, 143, 136];
    const months = { visits: on([...weeks, 100, 93, 86, 50, 43, 36, 3].map(daysAgo)) };
    expect(kindsIn({ khan: months })).not.toContain('been-away');
    const once = { visits: [...every(7, { times: 20, until: daysAgo(36) }), ...on([daysAgo(3)])] };
    expect(kindsIn({ khan: once })).toContain('been-away');
  });

  it('is not told of after nine days', () => {
    const days = [...every(2, { times: 40, until: daysAgo(12) }), ...on([daysAgo(3), daysAgo(1)])];
    expect(kindsIn({ khan: { visits: days } })).toContain('been-away');
    const listed = { visits: days, birthday: '06-20' };
    expect(listIn({ khan: listed }).map(({ code }) => code)).not.toContain('back-again');
  });
});

describe('gaps that are no rhythm', () => {
  it('are not called one when somebody stays away', () => {
    const khan = { visits: on([200, 198, 170, 165, 140, 138, 120].map(daysAgo)) };
    expect(sentencesIn({ khan })).toContain(
      'Mostly back within 25 days. Not seen since 18 February (120 days).',
    );
    const steady = { visits: every(11, { times: 8, until: daysAgo(120) }) };
    expect(sentencesIn({ khan: steady })).toContain(
      'Usually every eleven days. Not seen since 18 February (120 days).',
    );
  });
});

describe('ten days of two coffees each', () => {
  it('are no tenth visit', () => {
    const coffees = every(5, { times: 10, until: today }).flatMap((visit) => [
      { ...visit, minute: 540 },
      { ...visit, minute: 780 },
    ]);
    const shop = { khan: { visits: coffees }, others: longAgo };
    expect(listIn(shop)).toContainEqual({
      code: 'milestone',
      visitDays: 10,
      visits: 20,
      day: today,
    });
    const [milestone] = listIn(shop).filter(({ code }) => code === 'milestone');
    const line = (reason: Reason | undefined): string | null =>
      handwrittenLine({ kind: 'card', words: '', reasons: reason ? [reason] : [] }, wording);
    expect(line(milestone)).toBe('Thank you for coming so often.');
    expect(line({ code: 'milestone', visitDays: 10, day: today })).toBe(
      'Thank you for ten visits.',
    );
  });
});

describe('a card for somebody who comes every six weeks', () => {
  it('does not thank for coming so often', () => {
    const rhythm = (gap: number): Reason[] => [
      ...listIn({ khan: { visits: every(gap, { times: 9, until: daysAgo(3) }) } }),
    ];
    const line = (gap: number) =>
      handwrittenLine({ kind: 'card', words: '', reasons: rhythm(gap) }, wording);
    expect(line(42)).toBe('Thank you for coming back again and again.');
    expect(line(14)).toBe('Thank you for coming so often.');
  });
});

describe('a customer whose first visit nobody noted', () => {
  const khan = { visits: every(7, { times: 80, until: daysAgo(2) }) };

  it('has been here for longer than the log, and nobody says since when', () => {
    expect(sentencesIn({ khan })).toContain('Noted since December 2024: 80 visits.');
    expect(sentencesIn({ khan, others: longAgo })).toContain(
      'A customer since December 2024: 80 visits.',
    );
  });

  it('stays one when earlier visits of a few others are typed in', () => {
    const others = Array.from({ length: 79 }, (_, index) =>
      personWith({
        name: `Other ${index}`,
        visits: [...on(index < 3 ? [daysAgo(2000)] : []), ...on([daysAgo(index % 14)])],
      }),
    );
    const fresh = { visits: on([daysAgo(9), daysAgo(2)]) };
    expect(kindsIn({ khan: fresh, others })).not.toContain('new');
    expect(kindsIn({ khan: fresh, others: [...longAgo, ...others.slice(3, 50)] })).toContain('new');
  });
});

describe('money', () => {
  const spent = (amounts: readonly (number | null)[], gap = 7): readonly VisitSpec[] =>
    amounts.map((amount, index) => ({ day: daysAgo(gap * (amounts.length - 1 - index)), amount }));
  const fill = (times: number, amount: number | null) =>
    Array.from({ length: times }, () => amount);

  it('of three weeks is not called that of a year', () => {
    expect(sentencesIn({ khan: { visits: spent(fill(3, 2000)) } })).toContain(
      '£60 in three weeks: three visits.',
    );
    expect(sentencesIn({ khan: { visits: spent(fill(52, 2000)) } })).toContain(
      '£1,040 over the last year: 52 visits.',
    );
  });

  it('noted now and then is not set beside all visits', () => {
    const visits = spent([...fill(48, null), ...fill(9, 2000)]);
    expect(sentencesIn({ khan: { visits } })).toContain(
      '£180 over the last year, noted on nine of 52 visits.',
    );
  });

  it('noted more often is not money spent more often', () => {
    const now = [...fill(3, 2000), ...fill(30, null), ...fill(8, 2000)];
    expect(kindsIn({ khan: { visits: spent(now) } })).not.toContain('rising');
    const more = [...fill(33, 2000), ...fill(8, 4000)];
    expect(kindsIn({ khan: { visits: spent(more) } })).toContain('rising');
  });
});

describe('a weekday', () => {
  const khan = { visits: every(7, { times: 20, until: daysAgo(5) }) };
  const crowd = (gap: number) =>
    Array.from({ length: 9 }, (_, index) =>
      personWith({
        name: `Other ${index}`,
        suggestNothing: true,
        visits: every(gap, { times: 40, until: daysAgo(gap === 7 ? 5 : index) }),
      }),
    );

  it('is a habit where others come on other days', () => {
    expect(sentencesIn({ khan, others: crowd(3) })).toContain(
      'Mostly Saturdays: ten of the last ten.',
    );
  });

  it('is nobody’s habit at a stall that stands on Saturdays alone', () => {
    const said = sentencesIn({ khan, others: crowd(7) });
    expect(said.filter((sentence) => sentence.includes('Saturdays'))).toEqual([]);
    const saturdays = [null, null, null, null, null, { opens: 480, closes: 1080 }, null];
    const openings = [{ from: daysAgo(900), hours: saturdays }];
    expect(hintsIn({ khan })).toContain('usual-weekday');
    expect(hintsIn({ khan, changes: { openings } })).not.toContain('usual-weekday');
  });

  it('that came up three times in five is luck', () => {
    const visits = on([40, 33, 29, 18, 12].map(daysAgo));
    expect(hintsIn({ khan: { visits } })).not.toContain('usual-weekday');
  });
});

const wording = { today, currency: { code: 'GBP', digits: 2 }, nameOf: () => 'somebody' };

function sentencesIn(shop: Shop): readonly string[] {
  const reasons = [...listIn(shop), ...segmentsIn(shop).flatMap(({ evidence }) => evidence)];
  return reasons.map((reason) => reasonSentence(reason, wording));
}

function kindsIn(shop: Shop): readonly string[] {
  return segmentsIn(shop).map(({ segment }) => segment);
}

function listIn(shop: Shop): readonly Reason[] {
  const { person, histories, settings } = openedFor(shop);
  const { suggestions } = suggest({ histories, settings, today });
  return suggestions.find(({ customerId }) => customerId === person.id)?.reasons ?? [];
}

function segmentsIn(shop: Shop) {
  const { person, histories, settings } = openedFor(shop);
  const rules = settings.kindRules;
  return segmentsForCustomer(person.id, { histories, calendar: settings, rules, today });
}

function hintsIn(shop: Shop): readonly Hint['code'][] {
  const { person, settings } = openedFor(shop);
  const { history } = person;
  const hints = hintsFor({
    history,
    preferences: [],
    settings,
    today,
    visit: 'this',
    logSince: null,
  });
  return hints.map(({ code }) => code);
}

function openedFor({ khan, others = [], changes = {} }: Shop) {
  const person = personWith({ name: 'Mrs Khan', ...khan });
  return { person, histories: historiesOf([person, ...others]), settings: settingsWith(changes) };
}
