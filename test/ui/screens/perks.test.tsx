import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { addPerk, publishPerk, type PerkDraft } from '#app/perks/perks.ts';
import { getCounterStore } from '#app/counter/counter-store.ts';
import { loadSettings } from '#app/shop/settings.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import type { Perk } from '#domain/week/perk.ts';
import { CounterScreen } from '#ui/screens/counter/counter.tsx';
import { CustomerScreen } from '#ui/screens/customer/customer.tsx';
import { PerksScreen } from '#ui/screens/perks/perks.tsx';
import {
  shopWithScreens,
  type ShopWithScreens,
  type TestShop,
} from '../../support/shops/screen-in-shop.tsx';
import { daysAgo, every, personWith, today } from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

const coffee: PerkDraft = {
  measure: 'visit-days',
  threshold: 10,
  repeats: 'every',
  gives: 'a coffee on us',
  givesToNew: '',
  afterVisits: 1,
};

let shop: ShopWithScreens;

afterEach(async () => {
  cleanup();
  getCounterStore(shop.deps, shop.roster, await loadSettings(shop.deps)).close();
  shop.roster.close();
});

describe('the board of perks', () => {
  it('says who reached what, and hands it over with a way back', async () => {
    await open(published);
    expect(
      await screen.findByRole('heading', { name: /^Every tenth visit: a coffee/ }),
    ).toBeDefined();
    expect(screen.getByText('Since 18 June · 1 reached · 0 given · 1 waiting')).toBeDefined();
    expect(screen.getByText('Nobody passed over: checked today, 2 people.')).toBeDefined();
    press('Given: Mrs Khan');
    expect(await screen.findByText('Given to Mrs Khan: a coffee on us.')).toBeDefined();
    await screen.findByText('Since 18 June · 1 reached · 1 given · 0 waiting');
    press('Undo');
    await screen.findByText('Since 18 June · 1 reached · 0 given · 1 waiting');
  });

  it('opens who is near, with how far they are', async () => {
    await open(published);
    fireEvent.click(await screen.findByRole('button', { name: 'Who is near? 1' }));
    expect(screen.getByText('9 of 10 visits')).toBeDefined();
  });

  it('ends a perk only after it has said until when it counts', async () => {
    await open(published);
    fireEvent.click(await screen.findByRole('button', { name: 'End it' }));
    expect(screen.getByText(/on the poster since 18 June and cannot change/)).toBeDefined();
    press('End it on 18 July');
    await screen.findByText('Ends on 18 July. What is reached until then is still given.');
    press('Let it go on');
    await waitFor(async () => expect(await onlyPerk()).toMatchObject({ endedOn: null }));
  });
});

describe('a new perk', () => {
  it('is one of four sentences, and says what is missing', async () => {
    await open(async () => {});
    fireEvent.click(await screen.findByRole('button', { name: 'A new perk' }));
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.input(sheet.getByLabelText('Every … visits'), { target: { value: '1' } });
    fireEvent.input(sheet.getByLabelText('What is given'), { target: { value: 'free stuff' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(sheet.getByText('A perk needs a number of at least 2.')).toBeDefined();
    expect(sheet.getByText(/^“free stuff”: say what it is/)).toBeDefined();
    fireEvent.input(sheet.getByLabelText('Every … visits'), { target: { value: '10' } });
    fireEvent.input(sheet.getByLabelText('What is given'), { target: { value: 'a loaf' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    await screen.findByRole('heading', { name: /^Every tenth visit: a loaf/ });
    press('Publish');
    await screen.findByText('Since 18 June · 0 reached · 0 given · 0 waiting');
    expect(await onlyPerk()).toMatchObject({ publishedOn: today, countsFrom: today });
  });

  it('of money asks first where few amounts are noted, and offers to count visits', async () => {
    await open(async (deps) => {
      await people(deps);
      await addPerk(deps, { ...coffee, measure: 'spend', repeats: 'yearly', threshold: 30_000 });
    });
    expect(await screen.findByText(/^You noted an amount at 0 of 10 purchases/)).toBeDefined();
    press('Count visits');
    await screen.findByRole('heading', { name: /^Every tenth visit/ });
  });

  it('of money is not offered where the shop notes none', async () => {
    await open(async () => {}, { amounts: false });
    fireEvent.click(await screen.findByRole('button', { name: 'A new perk' }));
    expect(await screen.findByRole('radio', { name: 'Every so many visits' })).toBeDefined();
    expect(screen.queryByRole('radio', { name: 'So much in a year' })).toBeNull();
  });
});

describe('on the page of a person', () => {
  it('stands how far they are, and what is due', async () => {
    await open(published);
    shop.show(<CustomerScreen id={khan.id} />);
    expect(await screen.findByText('0 of 10 visits')).toBeDefined();
    press('Given');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Given' })).toBeNull());
    expect(await shop.deps.db.gestures.toArray()).toMatchObject([
      { kind: 'perk', perkRound: 1, handedOverOn: today },
    ]);
  });
});

describe('at the Counter', () => {
  it('the poster’s perk is said when it is due, given in one tap, and taken back', async () => {
    await open(published);
    shop.show(<CounterScreen />);
    fireEvent.click(await screen.findByRole('button', { name: /^Mrs Khan/ }));
    expect(await screen.findByText('Due: a coffee on us.')).toBeDefined();
    press('Given');
    await waitFor(async () =>
      expect(await shop.deps.db.gestures.toArray()).toMatchObject([
        { kind: 'perk', words: 'a coffee on us', handedOverOn: today, voided: false },
      ]),
    );
    press('Handed over. Undo');
    await waitFor(async () =>
      expect(await shop.deps.db.gestures.toArray()).toMatchObject([{ voided: true }]),
    );
    expect(await screen.findByText('Due: a coffee on us.')).toBeDefined();
  });
});

const khan = personWith({ name: 'Mrs Khan', visits: every(7, { times: 10, until: daysAgo(1) }) });
const tom = personWith({ name: 'Tom R.', visits: every(7, { times: 9, until: daysAgo(1) }) });

async function people(deps: TestShop): Promise<void> {
  await moveIn(deps, [khan, tom]);
}

async function published(deps: TestShop): Promise<void> {
  await people(deps);
  const { id } = valueOf(await addPerk(deps, coffee));
  valueOf(await publishPerk(deps, id, { today, countsFrom: null }));
}

async function open(
  fill: (deps: TestShop) => Promise<unknown>,
  changes: Partial<SettingsValues> = {},
): Promise<void> {
  shop = await shopWithScreens(fill, changes);
  shop.show(<PerksScreen />);
}

async function onlyPerk(): Promise<Perk | undefined> {
  return (await shop.deps.db.perks.toArray())[0];
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}
