import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { getPrivacyLock } from '#app/privacy/privacy-lock.ts';
import { createOwnShop } from '#app/shop/create-shop.ts';
import { databaseNames } from '#storage/database.ts';
import { Shell } from '#ui/shell/shell.tsx';
import { testEnvironment, type TestEnvironment } from '../../support/shops/test-environment.ts';

let device: TestEnvironment;
/** Every text that stood on the page at any moment. */
let seen: string[];
let watcher: MutationObserver;

beforeEach(async () => {
  localStorage.clear();
  device = testEnvironment();
  const made = await createOwnShop({ device, onSuperseded: () => {} }, { shopName: 'Pell' });
  if (!made.ok) throw new Error(made.problem.kind);
  const deps = made.value;
  await addCustomer(deps, draftCustomer(deps, { name: 'Mrs Khan', sentBy: null, zone: 'UTC' }));
  deps.db.close();
  device = testEnvironment({ shop: deps.db.name, sample: null });
  await getPrivacyLock(device).setPin('4711');
  getPrivacyLock(device).lock();
  seen = [];
  watcher = new MutationObserver(() => seen.push(document.body.textContent ?? ''));
  watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
});

afterEach(async () => {
  watcher.disconnect();
  cleanup();
  for (const name of await databaseNames()) await Dexie.delete(name);
});

describe('the privacy screen', () => {
  it.each(['/people', '/week', '/week/print', '/doing', '/shop', '/shop/copy', '/people/new'])(
    'stands before %s, and the Counter stays open',
    async (path) => {
      openAt(path);
      expect(await screen.findByRole('heading', { name: 'For the owner' })).toBeTruthy();
      expect(seen.join(' ')).not.toContain('Khan');
      fireEvent.click(screen.getByRole('link', { name: 'To the Counter' }));
      expect(await screen.findByText('Mrs Khan')).toBeTruthy();
    },
  );

  it('opens with the keys of the pad and begins at the heading of the place', async () => {
    openAt('/people');
    await screen.findByRole('heading', { name: 'For the owner' });
    for (const digit of ['4', '7', '1', '1']) touch(digit);
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    const heading = await screen.findByRole('heading', { level: 1, name: /^People/ });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(await screen.findByText('Mrs Khan')).toBeTruthy();
  });

  it('opens with a keyboard, whatever is in focus', async () => {
    openAt('/people');
    await screen.findByRole('heading', { name: 'For the owner' });
    for (const key of ['4', '7', '2', 'Backspace', '1', '1', 'Enter'])
      fireEvent.keyDown(document.body, { key });
    expect(await screen.findByText('Mrs Khan')).toBeTruthy();
  });

  it('says how many tries are left, and then counts a pause down', async () => {
    openAt('/people');
    await screen.findByRole('heading', { name: 'For the owner' });
    const field = screen.getByLabelText('PIN');
    async function wrong(): Promise<void> {
      fireEvent.input(field, { target: { value: '0000' } });
      fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    }
    await wrong();
    const [said] = await screen.findAllByText('That is not the PIN. 4 more tries, then a pause.');
    expect(said).toBeTruthy();
    for (let count = 4; count > 0; count -= 1) {
      await waitFor(() => expect(field).toHaveProperty('value', ''));
      await wrong();
      await waitFor(() => expect(getPrivacyLock(device).wrongTries()).toBe(6 - count));
    }
    expect(await screen.findByText('Too many wrong tries. Next try in 30 seconds.')).toBeTruthy();
    expect(seen.join(' ')).not.toContain('Khan');
  });

  it('closes what is shown when another tab says so', async () => {
    openAt('/people');
    await screen.findByRole('heading', { name: 'For the owner' });
    await getPrivacyLock(device).tryPin('4711');
    await screen.findByText('Mrs Khan');
    dispatchEvent(new StorageEvent('storage', { key: 'regulars.privacy-locked' }));
    expect(await screen.findByRole('heading', { name: 'For the owner' })).toBeTruthy();
    expect(document.body.textContent).not.toContain('Khan');
  });

  it('closes by itself when nobody touched the place', async () => {
    openAt('/people');
    await screen.findByRole('heading', { name: 'For the owner' });
    await getPrivacyLock(device).tryPin('4711');
    await screen.findByText('Mrs Khan');
    device.clock.advance(5 * 60_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByRole('heading', { name: 'For the owner' })).toBeTruthy();
    expect(document.body.textContent).not.toContain('Khan');
  });
});

function openAt(path: string): void {
  history.replaceState(null, '', path);
  render(<Shell device={device} />);
}

function touch(digit: string): void {
  fireEvent.pointerDown(screen.getByRole('button', { name: digit }), { button: 0 });
}
