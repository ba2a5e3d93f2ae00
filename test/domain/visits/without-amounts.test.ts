import { describe, expect, it } from 'vitest';
import { withoutAmounts } from '#domain/visits/without-amounts.ts';
import { segmentsForCustomer } from '../../support/shops/segments-for-customer.ts';
import { daysAgo, every, personWith, settingsWith, today } from '../../support/shops/shop-with.ts';

describe('a shop that notes no money', () => {
  it('calls nobody a big spender for the amounts of an old list, and still knows its regulars', () => {
    const people = Array.from({ length: 12 }, (_, index) =>
      personWith({
        name: `Person ${index}`,
        visits: every(7, { times: 20, until: daysAgo(2), amount: index === 0 ? 9000 : 900 }),
      }),
    );
    const priced = people.map(({ history }) => history);
    expect(kindsOfFirst(priced)).toContain('big-spender');
    const unpriced = kindsOfFirst(priced.map(withoutAmounts));
    expect(unpriced).not.toContain('big-spender');
    expect(unpriced).toContain('regular');
  });
});

function kindsOfFirst(
  histories: Parameters<typeof segmentsForCustomer>[1]['histories'],
): readonly string[] {
  const settings = settingsWith();
  const [first] = histories;
  if (first === undefined) throw new Error('There is somebody');
  const source = { histories, calendar: settings, rules: settings.kindRules, today };
  return segmentsForCustomer(first.customerId, source).map(({ segment }) => segment);
}
