import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOwnShop } from '#app/shop/create-shop.ts';
import { databaseNames } from '#storage/database.ts';
import { Shell } from '#ui/shell/shell.tsx';
import { testEnvironment, type TestEnvironment } from '../../support/shops/test-environment.ts';

let device: TestEnvironment;

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, '', '/');
  device = testEnvironment();
});

afterEach(async () => {
  cleanup();
  for (const name of await databaseNames()) await Dexie.delete(name);
});

describe('an untouched tablet', () => {
  it('asks three things and stands at the Counter after one tap', async () => {
    render(<Shell device={device} />);
    fireEvent.input(await screen.findByLabelText('The shop’s name'), {
      target: { value: 'Café Nord' },
    });
    fireEvent.click(screen.getByRole('radio', { name: 'Café' }));
    press(/Start with my own/);
    expect(await screen.findByRole('navigation', { name: 'Places' })).toBeTruthy();
    expect(document.title).toBe('Counter · Café Nord');
    expect(device.pointer.read().shop).toMatch(/^regulars-/);
  });

  it('wants a name first, says so at the field, and makes nothing', async () => {
    render(<Shell device={device} />);
    press(await screen.findByRole('button', { name: /Start with my own/ }));
    expect(await screen.findByText('Type a name first. You can change it later.')).toBeTruthy();
    expect(await databaseNames()).toEqual([]);
  });

  it('shows clock and money as the tablet knows them, to be changed in place', async () => {
    render(<Shell device={device} />);
    expect(await screen.findByText(/Time zone London, currency British pounds\./)).toBeTruthy();
    press('Change');
    expect(await screen.findByLabelText('Currency')).toBeTruthy();
  });

  it('in a tab on an iPad first asks for the home screen, and takes no names', async () => {
    device = testEnvironment({ shop: null, sample: null }, 'manual');
    render(<Shell device={device} />);
    expect(await screen.findByText('First, put Regulars on the home screen')).toBeTruthy();
    expect(screen.queryByLabelText('The shop’s name')).toBeNull();
    expect(screen.getByRole('button', { name: 'Just look around' })).toBeTruthy();
    expect(screen.queryByText(/A shop was started in this tab/)).toBeNull();
  });

  it('in a tab on an iPad keeps a shop closed that was begun there, and lets it be carried away', async () => {
    const made = await createOwnShop({ device, onSuperseded: () => {} }, { shopName: 'Café Nord' });
    if (!made.ok) throw new Error(made.problem.kind);
    made.value.db.close();
    device = testEnvironment({ shop: made.value.db.name, sample: null }, 'manual');
    render(<Shell device={device} />);
    expect(await screen.findByText(/A shop was started in this tab/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save a backup' })).toBeTruthy();
    expect(screen.queryByRole('navigation', { name: 'Places' })).toBeNull();
  });
});

describe('the sample shop', () => {
  it('is one tap away, says on every screen that nobody is real, and is gone when left', async () => {
    render(<Shell device={device} />);
    press(await screen.findByRole('button', { name: /Try the sample shop/ }));
    expect(await screen.findByText('Sample shop: nobody here is real.')).toBeTruthy();
    go('/shop');
    expect(await screen.findByText(/60 people, 3,000 visits, all invented\./)).toBeTruthy();
    expect(screen.getByText('Sample shop: nobody here is real.')).toBeTruthy();
    press('Open my shop');
    expect(await screen.findByText('What is your shop called?')).toBeTruthy();
    expect(await databaseNames()).toEqual([]);
    expect(device.asked()).toBe(0);
    expect(localStorage.length).toBe(0);
  }, 20_000);
});

describe('an open shop', () => {
  beforeEach(async () => {
    const made = await createOwnShop(
      { device, onSuperseded: () => {} },
      { shopName: 'Pell & Daughter' },
    );
    if (!made.ok) throw new Error(made.problem.kind);
    made.value.db.close();
    render(<Shell device={device} />);
    await screen.findByRole('navigation', { name: 'Places' });
  });

  it('goes from place to place by its links, names the page and brings the focus to its heading', async () => {
    go('/shop');
    const heading = await screen.findByRole('heading', { level: 1, name: 'Pell & Daughter' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('My shop · Pell & Daughter');
    expect(location.pathname).toBe('/shop');
    history.back();
    await waitFor(() => expect(document.title).toBe('Counter · Pell & Daughter'));
  });

  it('says kindly that there is nothing at an unknown address', async () => {
    history.replaceState(null, '', '/nowhere');
    dispatchEvent(new PopStateEvent('popstate'));
    expect(await screen.findByText('There is nothing at this address')).toBeTruthy();
  });

  it('offers a new version and takes it only when told to', async () => {
    device.offerUpdate('waiting');
    expect(await screen.findByText('A new version is ready.')).toBeTruthy();
    expect(device.updatesTaken()).toBe(0);
    press('Use it now');
    expect(device.updatesTaken()).toBe(1);
  });

  it('follows by itself when another tab has taken the new version', async () => {
    device.offerUpdate('replaced');
    await waitFor(() => expect(device.updatesTaken()).toBe(1));
  });

  it('says NOT saved over every screen until what was tapped is on the disk', async () => {
    const name = device.pointer.read().shop ?? '';
    await tapNew('Mrs Khan');
    await screen.findByText(/, saved$/);
    // As newer code in another tab leaves it: nothing of ours may be written.
    await changeMeta(name, (meta) => ({ ...meta, minWriter: 99 }));
    device.clock.advance(3_600_000);
    await tapNew('Tom R.');
    expect(await screen.findByText(/^NOT saved: what you tapped is kept/)).toBeTruthy();
    go('/shop');
    await screen.findByRole('heading', { level: 1, name: 'Pell & Daughter' });
    const bar = screen.getByText(/^NOT saved/);
    expect(bar.closest('[role=alert]')).toBeTruthy();
    await changeMeta(name, (meta) => ({ ...meta, minWriter: 1 }));
    press('Try again now');
    await waitFor(() => expect(screen.queryByText(/^NOT saved/)).toBeNull());
  }, 20_000);

  it('says when the clock stands behind the last visit, and goes on saving', async () => {
    await tapNew('Mrs Khan');
    await screen.findByText(/, saved$/);
    expect(screen.queryByText(/clock seems to be behind/)).toBeNull();
    device.clock.advance(-3_600_000);
    await tapNew('Tom R.');
    expect(await screen.findByText(/This tablet’s clock seems to be behind/)).toBeTruthy();
    press('The clock is right');
    await waitFor(() => expect(screen.queryByText(/clock seems to be behind/)).toBeNull());
  }, 20_000);

  it('ends a bug on a screen that saves a backup first and reloads second', async () => {
    const event = new Event('unhandledrejection');
    Object.assign(event, { reason: new Error('planted') });
    dispatchEvent(event);
    expect(await screen.findByText('The app has a problem')).toBeTruthy();
    const keys = screen.getAllByRole('button').map((key) => key.textContent);
    expect(keys).toEqual(['Save a backup', 'Open it again']);
    expect(screen.getByText('What the app says: Error: planted')).toBeTruthy();
  });

  it('closes the shop when the storage fails under a question, and opens nothing until it is asked to', async () => {
    const event = new Event('unhandledrejection');
    const reason = Object.assign(new Error('planted'), { name: 'UnknownError' });
    dispatchEvent(Object.assign(event, { reason }));
    expect(await screen.findByText('The tablet’s storage cannot be opened')).toBeTruthy();
    expect(await screen.findByText('If it never opens again')).toBeTruthy();
    expect(screen.queryByRole('navigation', { name: 'Places' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Save a backup' })).toBeTruthy();
  });

  it('takes a mistake for damage where rows came back as none of ours', async () => {
    const db = new Dexie(device.pointer.read().shop ?? '');
    await db.open();
    await db.table('visits').put({ id: 'rotten' });
    db.close();
    const event = new Event('unhandledrejection');
    dispatchEvent(Object.assign(event, { reason: new TypeError('planted') }));
    expect(await screen.findByText('The tablet’s storage cannot be opened')).toBeTruthy();
    expect(await screen.findByText('If it never opens again')).toBeTruthy();
  });

  it('says of a part that could not be fetched that nothing is lost, and asks for no backup', async () => {
    const event = new Event('unhandledrejection');
    const reason = new TypeError('Failed to fetch dynamically imported module: /assets/people.js');
    dispatchEvent(Object.assign(event, { reason }));
    expect(await screen.findByText('A part of the app is not here yet')).toBeTruthy();
    expect(screen.getAllByRole('button').map((key) => key.textContent)).toEqual(['Try again']);
  });
});

describe('a tablet whose shop cannot simply be opened', () => {
  it('asks about a shop it finds instead of beginning an empty one', async () => {
    const made = await createOwnShop(
      { device, onSuperseded: () => {} },
      { shopName: 'Pell & Daughter' },
    );
    if (made.ok) made.value.db.close();
    const forgetful = testEnvironment();
    render(<Shell device={forgetful} />);
    expect(await screen.findByText('We found a shop on this tablet')).toBeTruthy();
    expect(screen.getByText('Pell & Daughter')).toBeTruthy();
    press('Open it');
    expect(await screen.findByRole('navigation', { name: 'Places' })).toBeTruthy();
  });

  it('raises the alarm when the shop is gone', async () => {
    const other = new Dexie('something-else');
    other.version(1).stores({ a: 'id' });
    await other.open();
    other.close();
    render(<Shell device={testEnvironment({ shop: 'regulars-gone', sample: null })} />);
    expect(await screen.findByText('The shop on this tablet cannot be found')).toBeTruthy();
  });

  it('leaves a newer shop alone, says what to do and offers a backup', async () => {
    const newer = new Dexie('regulars-newer');
    newer.version(99).stores({ customers: 'id' });
    await newer.open();
    newer.close();
    render(<Shell device={testEnvironment({ shop: 'regulars-newer', sample: null })} />);
    expect(await screen.findByText('This shop was last used by a newer version')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save a backup' })).toBeTruthy();
  });
});

async function tapNew(name: string): Promise<void> {
  press(await screen.findByRole('button', { name: 'New' }));
  fireEvent.input(await screen.findByLabelText('Name of the new customer'), {
    target: { value: name },
  });
  press('Add');
}

async function changeMeta(name: string, change: (meta: object) => object): Promise<void> {
  const db = new Dexie(name);
  await db.open();
  const table = db.table<object, string>('meta');
  await table.put(change((await table.get('meta')) ?? {}));
  db.close();
}

function press(what: string | RegExp | HTMLElement): void {
  fireEvent.click(what instanceof HTMLElement ? what : screen.getByRole('button', { name: what }));
}

function go(path: string): void {
  const link = document.querySelector(`.rail a[href="${path}"]`);
  if (link === null) throw new Error(`no link to ${path}`);
  fireEvent.click(link, { button: 0 });
}
