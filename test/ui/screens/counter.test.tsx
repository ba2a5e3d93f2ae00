import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { draftCustomer, addCustomerWithVisit } from '#app/customers/customers.ts';
import { getCounterStore } from '#app/counter/counter-store.ts';
import { planGesture } from '#app/week/gestures.ts';
import { loadSettings } from '#app/shop/settings.ts';
import { draftVisit } from '#app/customers/visits.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { CounterScreen } from '#ui/screens/counter/counter.tsx';
import {
  shopWithScreens,
  type ShopWithScreens,
  type TestShop,
} from '../../support/shops/screen-in-shop.tsx';
import { day } from '../../support/shops/shop-with.ts';

let shop: ShopWithScreens;

beforeEach(() => {
  localStorage.clear();
});
afterEach(async () => {
  cleanup();
  getCounterStore(shop.deps, shop.roster, await loadSettings(shop.deps)).close();
  shop.roster.close();
});

describe('an empty Counter', () => {
  it('invites the first customer, and two taps and a name log them', async () => {
    await open(async () => {});
    expect(await screen.findByText('Nobody yet')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Your first customer' }));
    for (const letter of 'KHAN') fireEvent.click(screen.getByRole('button', { name: letter }));
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Khan');
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('10:42, saved')).toBeDefined();
    expect(screen.getByRole('heading', { name: 'Khan' })).toBeDefined();
    expect(await shop.deps.db.visits.count()).toBe(1);
    expect(await tile('Khan')).toBeDefined();
  });
});

describe('the first tap', () => {
  it('logs the visit, shows it as saving at once and as saved when it is on the disk', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    expect(await screen.findByText('10:42, saving')).toBeDefined();
    expect(await screen.findByText('10:42, saved')).toBeDefined();
    expect(await screen.findByText('1 today')).toBeDefined();
    expect((await lastVisit())?.kind).toBe('bought');
  });

  it('is told once to those who listen, with what waits', async () => {
    await open(async (deps) => {
      await regulars(deps);
      const khan = (await deps.db.customers.toArray()).find((each) => each.name === 'Mrs Khan');
      if (khan === undefined) throw new Error('Mrs Khan is known');
      const who = { customerId: khan.id, today: day('2026-06-17') };
      await planGesture(deps, who, { kind: 'card', words: '', cost: 120 });
    });
    fireEvent.click(await tile('Mrs Khan'));
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toMatch(/^Mrs Khan, saved\. Card/),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Handed over' }));
    await waitFor(async () =>
      expect((await shop.deps.db.gestures.toArray())[0]?.handedOverOn).toBe('2026-06-18'),
    );
    expect(screen.getByRole('button', { name: 'Handed over. Undo' })).toBeDefined();
  });

  it('on the same person soon after asks before it logs another', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(await tile('Mrs Khan'));
    expect(await screen.findByText('Already logged at 10:42. Another visit?')).toBeDefined();
    expect(screen.getByText('1 today')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Yes, add' }));
    expect(await screen.findByText('2 today')).toBeDefined();
  });

  it('can be taken back and put back, in the strip and in Just now', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(await tile('Tom R.'));
    await screen.findByText('2 today');
    fireEvent.click(screen.getByRole('button', { name: 'Undo Mrs Khan, 10:42' }));
    expect(await screen.findByText('1 today')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('nobody yet')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Restore' }));
    expect(await screen.findByText('1 today')).toBeDefined();
  });

  it('may be for nobody in particular, and for somebody who only looks', async () => {
    await open(regulars);
    fireEvent.click(await screen.findByRole('button', { name: 'No name' }));
    await waitFor(async () => expect((await lastVisit())?.kind).toBe('bought'));
    shop.clock.advance(1000);
    fireEvent.click(headerLooking());
    await waitFor(async () => expect((await lastVisit())?.kind).toBe('browsed'));
    expect(screen.queryByRole('button', { name: /(?:…|other) amount$/ })).toBeNull();
  });
});

describe('what was said', () => {
  it('is asked for by name, and a note can be written at once', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(await screen.findByRole('button', { name: 'Told us something' }));
    expect(screen.getByText('What did Mrs Khan tell us?')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    fireEvent.click(screen.getByRole('button', { name: 'Note about this visit' }));
    const note = screen.getByLabelText('Note about this visit of Mrs Khan');
    expect(document.activeElement).toBe(note);
  });
});

describe('the letters', () => {
  it('fill the places with whoever answers to them, and are gone after the tap', async () => {
    await open(regulars);
    await tile('Mrs Khan');
    for (const letter of 'TO') fireEvent.click(screen.getByRole('button', { name: letter }));
    await waitFor(() => expect(placeNames()).toEqual(['Tom R.']));
    fireEvent.click(await tile('Tom R.'));
    await waitFor(() => expect(placeNames().length).toBe(2));
    expect(screen.getByText('Find a name')).toBeDefined();
  });

  it('offer to add a name that nobody has', async () => {
    await open(regulars);
    await tile('Mrs Khan');
    for (const letter of 'ZOE') fireEvent.click(screen.getByRole('button', { name: letter }));
    fireEvent.click(await screen.findByRole('button', { name: 'Add “ZOE…”' }));
    expect(await screen.findByRole('textbox')).toHaveProperty('value', 'Zoe');
    fireEvent.click(screen.getByRole('button', { name: 'Mrs Khan', pressed: false }));
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(async () => expect(await named('Zoe')).toBeDefined());
    expect((await named('Zoe'))?.sentBy).toBe((await named('Mrs Khan'))?.id);
  });

  it('may be typed on a keyboard: Enter takes the first, Escape clears, Ctrl+Z undoes', async () => {
    await open(regulars);
    await tile('Mrs Khan');
    fireEvent.keyDown(document.body, { key: 'q' });
    expect(await screen.findByText('Add “q…”')).toBeDefined();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByText('Add “q…”')).toBeNull());
    for (const key of ['k', 'h']) fireEvent.keyDown(document.body, { key });
    await waitFor(() => expect(placeNames()).toEqual(['Mrs Khan']));
    fireEvent.keyDown(document.body, { key: 'Enter' });
    expect(await screen.findByText('1 today')).toBeDefined();
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(await screen.findByText('nobody yet')).toBeDefined();
  });

  it('leave the keyboard alone where typing does not search', async () => {
    await open(regulars, { typingSearches: false });
    await tile('Mrs Khan');
    fireEvent.keyDown(document.body, { key: 'k' });
    fireEvent.keyDown(document.body, { key: 'q' });
    expect(screen.getByText('Find a name')).toBeDefined();
  });
});

describe('what may be noted of a visit', () => {
  it('is a mark that goes on and off', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(await screen.findByRole('button', { name: 'Quick and easy', pressed: false }));
    await waitFor(async () => expect((await lastVisit())?.marks).toEqual(['easy']));
    fireEvent.click(screen.getByRole('button', { name: 'Quick and easy', pressed: true }));
    await waitFor(async () => expect((await lastVisit())?.marks).toEqual([]));
  });

  it('is an amount, typed as on a till and written by the next tap', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(await screen.findByRole('button', { name: /(?:…|other) amount$/ }));
    for (const key of ['1', '8', '4', '0'])
      fireEvent.click(screen.getByRole('button', { name: key }));
    expect(await screen.findByText('£18.40', { selector: 'output' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Bought on offer' }));
    fireEvent.click(await tile('Tom R.'));
    await waitFor(async () =>
      expect(await visitOf('Mrs Khan')).toMatchObject({ amount: 1840, reduced: true }),
    );
    expect(await screen.findByText('Find a name')).toBeDefined();
  });

  it('ends with taking the visit back: the letters lie in the tray again', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(await screen.findByRole('button', { name: /(?:…|other) amount$/ }));
    expect(await screen.findByRole('button', { name: '00' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'A' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '00' })).toBeNull();
  });

  it('is no half of an amount: leaving the app keeps what was typed and writes nothing', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    expect(await screen.findByText('10:42, saved')).toBeDefined();
    fireEvent.click(await screen.findByRole('button', { name: /(?:…|other) amount$/ }));
    for (const key of ['1', '8']) fireEvent.click(screen.getByRole('button', { name: key }));
    expect(await screen.findByText('£0.18', { selector: 'output' })).toBeDefined();
    fireEvent.blur(document.activeElement ?? document.body);
    fireEvent.blur(window);
    fireEvent(document, new Event('visibilitychange'));
    fireEvent(window, new Event('pagehide'));
    expect(Object.keys(localStorage).filter((each) => each.endsWith(':amount'))).toHaveLength(1);
    expect((await visitOf('Mrs Khan'))?.amount).toBeNull();
    for (const key of ['4', '0']) fireEvent.click(screen.getByRole('button', { name: key }));
    fireEvent.click(await tile('Tom R.'));
    await waitFor(async () => expect(await visitOf('Mrs Khan')).toMatchObject({ amount: 1840 }));
  });

  it('is what they told us, in one tap and, if wanted, in words', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(await screen.findByRole('button', { name: 'Told us something' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Complaint' }));
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Cold coffee' } });
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(async () =>
      expect(await shop.deps.db.moments.toArray()).toMatchObject([
        { kind: 'complaint', text: 'Cold coffee' },
      ]),
    );
  });

  it('is a note in words', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(await screen.findByRole('button', { name: 'Note about this visit' }));
    fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'Asked about suet' } });
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(async () => expect((await lastVisit())?.note).toBe('Asked about suet'));
  });

  it('in words is kept while it is typed: the tab may be closed in the middle of it', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    fireEvent.click(await screen.findByRole('button', { name: 'Note about this visit' }));
    fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'Asked about' } });
    await waitFor(async () => expect((await lastVisit())?.note).toBe('Asked about'));
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Told us something' }));
    fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'Cold cof' } });
    await waitFor(async () =>
      expect(await shop.deps.db.moments.toArray()).toMatchObject([
        { kind: 'idea', text: 'Cold cof' },
      ]),
    );
  });

  it('is no amount in a shop that notes none', async () => {
    await open(regulars, { amounts: false });
    fireEvent.click(await tile('Mrs Khan'));
    expect(await screen.findByRole('button', { name: 'Bought on offer' })).toBeDefined();
    expect(screen.queryByRole('button', { name: /(?:…|other) amount$/ })).toBeNull();
  });
});

describe('a visit that cannot be written', () => {
  it('stays on screen with its reason and is written when asked again', async () => {
    await open(regulars);
    const meta = await shop.deps.db.meta.get('meta');
    if (meta === undefined) throw new Error('A shop has a meta row');
    await shop.deps.db.meta.put({ ...meta, minWriter: 99 });
    fireEvent.click(await tile('Mrs Khan'));
    expect(await screen.findByText('10:42, not saved yet')).toBeDefined();
    expect(screen.getByText(/changed by a newer version/, { selector: 'p' })).toBeDefined();
    expect(await shop.deps.db.visits.where('day').equals('2026-06-18').count()).toBe(0);
    await shop.deps.db.meta.put(meta);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('10:42, saved')).toBeDefined();
  });
});

describe('the whole day', () => {
  it('opens from the count, with an Undo for each', async () => {
    await open(regulars);
    fireEvent.click(await tile('Mrs Khan'));
    await screen.findByText('1 today');
    fireEvent.click(screen.getByRole('button', { name: /1 today/ }));
    const sheet = await screen.findByRole('dialog', { hidden: true });
    fireEvent.click(
      within(sheet).getByRole('button', { name: 'Undo Mrs Khan, 10:42', hidden: true }),
    );
    expect(await screen.findByText('nobody yet')).toBeDefined();
    fireEvent.click(
      within(sheet).getByRole('button', { name: 'Restore Mrs Khan, 10:42', hidden: true }),
    );
    expect(await screen.findByText('1 today')).toBeDefined();
  });
});

async function open(
  fill: (deps: TestShop) => Promise<void>,
  changes: Partial<SettingsValues> = {},
): Promise<void> {
  shop = await shopWithScreens(fill, changes);
  shop.show(<CounterScreen />);
}

/** Two people who were here yesterday. */
async function regulars(deps: TestShop): Promise<void> {
  const now = deps.clock.now();
  deps.clock.set(now - 24 * 3600_000);
  for (const name of ['Mrs Khan', 'Tom R.']) {
    const customer = draftCustomer(deps, { name, zone });
    const visit = draftVisit(deps, { customerId: customer.id, kind: 'bought', zone });
    await addCustomerWithVisit(deps, customer, visit);
  }
  deps.clock.set(now);
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

function headerLooking(): HTMLElement {
  const header = document.querySelector('header');
  if (header === null) throw new Error('The Counter has a header');
  return within(header).getByRole('button', { name: 'Just looking' });
}

async function lastVisit() {
  const visits = await shop.deps.db.visits.where('day').equals('2026-06-18').toArray();
  return visits.toSorted((a, b) => b.at - a.at)[0];
}

async function named(name: string) {
  return (await shop.deps.db.customers.toArray()).find((each) => each.name === name);
}

async function visitOf(name: string) {
  const id = (await named(name))?.id;
  const visits = await shop.deps.db.visits.where('day').equals('2026-06-18').toArray();
  return visits.find((visit) => visit.customerId === id);
}
