import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { addCustomer, draftCustomer, addCustomerWithVisit } from '#app/customers/customers.ts';
import { getCounterStore } from '#app/counter/counter-store.ts';
import { loadSettings } from '#app/shop/settings.ts';
import { draftVisit } from '#app/customers/visits.ts';
import { CounterScreen } from '#ui/screens/counter/counter.tsx';
import {
  shopWithScreens,
  type ShopWithScreens,
  type TestShop,
} from '../../support/shops/screen-in-shop.tsx';

let shop: ShopWithScreens;

beforeEach(() => {
  localStorage.clear();
});
afterEach(async () => {
  cleanup();
  getCounterStore(shop.deps, shop.roster, await loadSettings(shop.deps)).close();
  shop.roster.close();
});

describe('a complaint', () => {
  it('is kept when its panel is opened once more, and taken away only by Nothing', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    await tellUs('Complaint', 'The mince was off');
    fireEvent.click(screen.getByRole('button', { name: 'Told us something', pressed: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(async () => expect(await complaints()).toEqual(['The mince was off']));
    fireEvent.click(screen.getByRole('button', { name: 'Told us something', pressed: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Nothing' }));
    await waitFor(async () => expect(await complaints()).toEqual([]));
    expect(screen.getByRole('button', { name: 'Told us something', pressed: false })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Told us something' }));
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(async () => expect(await complaints()).toEqual(['The mince was off']));
  });

  it('leaves no mark when nothing was chosen', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(await screen.findByRole('button', { name: 'Told us something' }));
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.getByRole('button', { name: 'Told us something', pressed: false })).toBeDefined();
  });
});

describe('a name half typed', () => {
  it('is kept when somebody else is tapped, and gone once it was logged', async () => {
    await open(regulars);
    fireEvent.click(await screen.findByRole('button', { name: 'New' }));
    for (const letter of 'ZO') fireEvent.click(screen.getByRole('button', { name: letter }));
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(screen.getByRole('button', { name: 'New' }));
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Zo');
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    fireEvent.click(screen.getByRole('button', { name: 'New' }));
    expect(screen.getByRole('textbox')).toHaveProperty('value', '');
  });

  it('shows who of that name is here already, and their tile logs no second record', async () => {
    await open(regulars);
    fireEvent.click(await screen.findByRole('button', { name: 'New' }));
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'mrs khan' } });
    expect(screen.getByText('Mrs Khan is here already: tap their tile.')).toBeDefined();
    await waitFor(() => expect(placeNames()).toEqual(['Mrs Khan']));
    fireEvent.click(await tile('Mrs Khan'));
    expect(await screen.findByText('10:42, saved')).toBeDefined();
    expect(await shop.deps.db.customers.count()).toBe(2);
    fireEvent.click(screen.getByRole('button', { name: 'New' }));
    expect(screen.getByRole('textbox')).toHaveProperty('value', '');
  });

  it('keeps the capitals of a keyboard', async () => {
    await open(regulars);
    await tile('Mrs Khan');
    // Taken, and so not the browser's own, once the keys are fetched.
    await waitFor(() => expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(false));
    fireEvent.click(await screen.findByRole('button', { name: 'New' }));
    for (const key of 'McDonald') fireEvent.keyDown(document.body, { key });
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'McDonald');
  });
});

describe('the keys', () => {
  it('may be big, three letters each, and stay so', async () => {
    await open(regulars);
    await tile('Mrs Khan');
    fireEvent.click(screen.getByRole('button', { name: 'Big keys, three letters each' }));
    for (const key of ['tuv', 'mno', 'mno'])
      fireEvent.click(screen.getByRole('button', { name: key }));
    await waitFor(() => expect(placeNames()).toEqual(['Tom R.']));
    fireEvent.click(await tile('Tom R.'));
    expect(await screen.findByRole('button', { name: 'tuv' })).toBeDefined();
  });

  it('have the letters of people who are not called in Latin ones, and stay so', async () => {
    await open(async (deps) => {
      await regulars(deps);
      await log(deps, ['Ольга', 'Олег']);
    });
    await tile('Ольга');
    const other = await screen.findByRole('button', { name: /letters of other alphabets/ });
    fireEvent.click(other);
    for (const key of ['О', 'Л', 'Ь']) fireEvent.click(screen.getByRole('button', { name: key }));
    await waitFor(() => expect(placeNames()).toEqual(['Ольга']));
    fireEvent.click(await tile('Ольга'));
    expect(await screen.findByRole('button', { name: 'Ь' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'A–Z letters' }));
    for (const key of 'OLGA') fireEvent.click(screen.getByRole('button', { name: key }));
    await waitFor(() => expect(placeNames()).toEqual(['Ольга']));
  });

  it('invite nobody called by a digit', async () => {
    await open(regulars);
    await tile('Mrs Khan');
    fireEvent.click(screen.getByRole('button', { name: '123, the end of a phone number' }));
    fireEvent.click(screen.getByRole('button', { name: '5' }));
    await waitFor(() => expect(placeNames()).toEqual([]));
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  });
});

describe('a visit of a moment ago', () => {
  it('is opened from Just now, to add what was forgotten', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(await tile('Tom R.'));
    fireEvent.click(await screen.findByRole('button', { name: 'Add to Mrs Khan, 10:42' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Quick and easy' }));
    await waitFor(async () => expect(await marksOf('Mrs Khan')).toEqual(['easy']));
    expect(await marksOf('Tom R.')).toEqual([]);
  });

  it('gets its name afterwards, from a tile or as somebody new', async () => {
    await open(regulars);
    await tile('Mrs Khan');
    for (const give of [() => tile('Tom R.').then(fireEvent.click), () => addNew('Zofia')]) {
      fireEvent.click(screen.getByRole('button', { name: 'No name' }));
      fireEvent.click(await screen.findByRole('button', { name: 'Say whose visit it was' }));
      await give();
    }
    await waitFor(async () => expect(await visitorsToday()).toEqual(['Tom R.', 'Zofia']));
  });

  it('tells those who looked from those without a name', async () => {
    await open(regulars);
    await tile('Mrs Khan');
    for (const name of ['Just looking', 'No name', 'Just looking']) {
      // The one of the strip says the same.
      const [key] = screen.getAllByRole('button', { name });
      if (key !== undefined) fireEvent.click(key);
    }
    const undo = await screen.findAllByRole('button', { name: /^Undo (no name|just looking)/ });
    expect(undo.map((each) => each.getAttribute('aria-label'))).toEqual([
      'Undo no name, 10:42',
      'Undo just looking, 10:42',
    ]);
  });

  it('takes somebody new away with it when it is undone, and brings them back', async () => {
    await open(regulars);
    await tile('Mrs Khan');
    await addNew('Zofia');
    await screen.findByText('10:42, saved');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(known()).toEqual(['Mrs Khan', 'Tom R.']));
    expect(screen.getByRole('heading', { name: 'Zofia' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Restore' }));
    await waitFor(() => expect(known()).toEqual(['Mrs Khan', 'Tom R.', 'Zofia']));
  });
});

describe('a friend who came along', () => {
  it('is asked for by name among those who are new, and is taken away with No friend', async () => {
    await open(regulars);
    await tile('Mrs Khan');
    await addNew('Zofia');
    fireEvent.click(await tile('Tom R.'));
    fireEvent.click(await screen.findByRole('button', { name: 'Brought a friend' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Zofia' }));
    await waitFor(async () => expect(await sentBy('Tom R.')).toEqual(['Zofia']));
    fireEvent.click(screen.getByRole('button', { name: 'No friend' }));
    await waitFor(async () => expect(await sentBy('Tom R.')).toEqual([]));
    expect(screen.getByRole('button', { name: 'Brought a friend', pressed: false })).toBeDefined();
  });

  it('may be somebody without a tile', async () => {
    await open(regulars);
    fireEvent.click(await tile('Tom R.'));
    fireEvent.click(await screen.findByRole('button', { name: 'Brought a friend' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Somebody new' }));
    await typeNew('Hana');
    await waitFor(() => {
      const tom = personCalled('Tom R.');
      expect(personCalled('Hana')?.customer.sentBy).toBe(tom?.id);
    });
  });
});

describe('two people of one name', () => {
  it('are told apart on their tiles by the first thing that differs', async () => {
    await open(async (deps) => {
      const khan = { name: 'Mrs Khan', cue: 'red bike', zone };
      for (const known of [
        { ...khan, addresses: ['4 Mill Lane\nYork'] },
        { ...khan, addresses: ['9 Castle Street'] },
        { name: 'Tom R.', zone, phones: ['07700 900704'] },
        { name: 'Tom R.', zone },
        { name: 'Aoife', zone, cue: 'two dogs' },
      ]) {
        deps.clock.advance(1);
        await addCustomer(deps, draftCustomer(deps, known));
      }
    });
    await waitFor(() =>
      expect(sorted(tileTexts())).toEqual([
        'Aoifetwo dogs',
        'Mrs Khan4 Mill Lane',
        'Mrs Khan9 Castle Street',
        'Tom R.since 18 June',
        'Tom R.… 704',
      ]),
    );
  });
});

describe('wiping the glass', () => {
  it('lets nothing react, and ends after twenty seconds of the clock', async () => {
    await open(regulars);
    await tile('Mrs Khan');
    fireEvent.click(screen.getByRole('button', { name: 'Wipe' }));
    const sheet = await screen.findByRole('dialog', { hidden: true });
    for (let touch = 0; touch < 500; touch += 1) {
      fireEvent.pointerDown(sheet, { clientX: touch, clientY: touch });
      fireEvent.click(sheet);
    }
    expect(await shop.deps.db.visits.count()).toBe(2);
    shop.clock.advance(20_000);
    await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).toBeNull());
  });
});

async function addNew(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: 'New' }));
  await typeNew(name);
}

async function typeNew(name: string): Promise<void> {
  fireEvent.input(await screen.findByRole('textbox'), { target: { value: name } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
}

function known(): readonly string[] {
  return sorted([...shop.roster.people().values()].map(({ customer }) => customer.name));
}

function personCalled(name: string) {
  return [...shop.roster.people().values()].find(({ customer }) => customer.name === name);
}

async function liveVisits() {
  const visits = await shop.deps.db.visits.where('day').equals('2026-06-18').toArray();
  return visits.filter(({ voided }) => !voided);
}

async function visitorsToday(): Promise<readonly string[]> {
  const names = new Map<string, string>(
    [...shop.roster.people()].map(([id, { customer }]) => [id, customer.name]),
  );
  const visits = await liveVisits();
  return sorted(visits.map(({ customerId }) => names.get(customerId ?? '')));
}

function sorted(texts: readonly (string | null | undefined)[]): readonly string[] {
  return texts.map((text) => text ?? '').toSorted((a, b) => (a < b ? -1 : 1));
}

async function marksOf(name: string): Promise<readonly string[]> {
  const id = personCalled(name)?.id;
  return (await liveVisits()).find(({ customerId }) => customerId === id)?.marks ?? [];
}

async function sentBy(name: string): Promise<readonly (string | undefined)[]> {
  const moments = await shop.deps.db.moments.toArray();
  return moments
    .filter(({ kind, voided }) => kind === 'sent' && !voided)
    .filter(({ customerId }) => customerId === personCalled(name)?.id)
    .map(({ about }) => (about === null ? undefined : shop.roster.person(about)?.customer.name));
}

function tileTexts(): readonly (string | null)[] {
  const places = screen.getByRole('list', { name: 'Customers' });
  return within(places)
    .queryAllByRole('button')
    .map((button) => button.textContent);
}

async function tellUs(kind: string, words: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Told us something' }));
  fireEvent.click(screen.getByRole('button', { name: kind }));
  fireEvent.input(screen.getByRole('textbox'), { target: { value: words } });
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
}

/** The words of the complaints that count. */
async function complaints(): Promise<readonly string[]> {
  const moments = await shop.deps.db.moments.toArray();
  return moments
    .filter(({ kind, voided }) => kind === 'complaint' && !voided)
    .map(({ text }) => text);
}

async function open(fill: (deps: TestShop) => Promise<void>): Promise<void> {
  shop = await shopWithScreens(fill);
  shop.show(<CounterScreen />);
}

/** Two people who were here yesterday. */
async function regulars(deps: TestShop): Promise<void> {
  const now = deps.clock.now();
  deps.clock.set(now - 24 * 3600_000);
  await log(deps, ['Mrs Khan', 'Tom R.']);
  deps.clock.set(now);
}

async function log(deps: TestShop, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const customer = draftCustomer(deps, { name, zone });
    const visit = draftVisit(deps, { customerId: customer.id, kind: 'bought', zone });
    await addCustomerWithVisit(deps, customer, visit);
  }
}

const zone = 'Europe/London';

async function tile(name: string): Promise<HTMLElement> {
  const places = await screen.findByRole('list', { name: 'Customers' });
  return within(places).findByRole('button', { name: new RegExp(`^${name}`) });
}

function placeNames(): readonly (string | null)[] {
  const places = screen.getByRole('list', { name: 'Customers' });
  return within(places)
    .queryAllByRole('button')
    .map((button) => button.querySelector('bdi')?.textContent ?? null);
}
