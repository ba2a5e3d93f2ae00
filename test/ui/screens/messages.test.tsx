import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { scheduleErasure, eraseNow } from '#app/customers/erasure.ts';
import type { Permission } from '#domain/customers/permission.ts';
import type { SettingsValues } from '#domain/shop/settings.ts';
import { MessagesScreen, PersonMessageScreen } from '#ui/screens/messages/messages.tsx';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import {
  daysAgo,
  on,
  personWith,
  today,
  type CustomerSpec,
  type PersonInShop,
} from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';

let shop: ShopWithScreens;

afterEach(() => {
  cleanup();
  localStorage.clear();
  shop.roster.close();
});

const khan = reader('Mrs Khan', { opening: 'Dear Mrs Khan', language: 'de' });
const okoro = reader('Mr Okoro');
const price = reader('Joan Price');
const silent = personWith({ name: 'Tom R.', emails: ['tom@example.org'] });

describe('a word to many', () => {
  it('goes to those who said yes, and names the others with the rule', async () => {
    await open([khan, okoro, silent, reader('Kim', { young: true })]);
    expect(await screen.findByText('2 people may get it.')).toBeDefined();
    press('Who is left out, and why');
    expect(screen.getByText('Has not said yes to this.').parentElement?.textContent).toContain(
      'Tom R.',
    );
    expect(screen.getByText('Under sixteen: never.').parentElement?.textContent).toContain('Kim');
    for (const { href } of links()) expect(href).not.toMatch(/^(mailto|sms|whatsapp|tel):/);
  });

  it('is written once in each language, with a way out that cannot be taken out', async () => {
    await open([khan, okoro]);
    type('Text (English)', '{name}, first lamb at {shop}.');
    type('Text (German)', '{name}, das erste Lamm ist da.');
    expect(shown()).toContain('Mr Okoro, first lamb at Pell & Daughter.');
    expect(shown()).toContain('Reply NO and we will not write again.');
    press('Next person');
    expect(shown()).toContain('Dear Mrs Khan, das erste Lamm ist da.');
    expect(shown()).toContain('Antworten Sie NEIN, dann schreiben wir nicht mehr.');
  });

  it('does not begin with braces that nobody can fill in, nor without a text', async () => {
    await open([okoro]);
    type('Text', '{adress}');
    expect(screen.getAllByText('{adress} is not something we can fill in.').length).toBe(2);
    expect(startKey().disabled).toBe(true);
    type('Text', ' ');
    expect(screen.getByText('Write the text first.')).toBeDefined();
    type('Text', '{name}');
    expect(startKey().disabled).toBe(false);
  });

  it('notes only what was sent, and goes on after a restart where it stopped', async () => {
    await open([khan, okoro, price]);
    type('Subject (English)', 'First lamb');
    type('Text (English)', 'On Thursday');
    press('Start');
    expect(screen.queryByText(/^Sent to/)).toBeNull();
    const draft = openDraft();
    expect(draft).toContain(
      'mailto:joan.price@example.org?subject=First%20lamb&body=On%20Thursday',
    );
    press('Sent, next');
    await screen.findByText('2 of 3: Mr Okoro');
    openDraft();
    press('Not sent');
    await screen.findByText('3 of 3: Mrs Khan');
    press('Stop here');
    shop.show(<MessagesScreen />);
    expect(await screen.findByText('You stopped at 2 of 3.')).toBeDefined();
    press('Continue');
    openDraft();
    press('Sent, next');
    await screen.findByText('Done. 2 were sent and are noted on their pages.');
    const gestures = await shop.deps.db.gestures.toArray();
    expect(gestures.map(({ customerId }) => customerId).toSorted()).toEqual(
      [khan.id, price.id].toSorted(),
    );
    expect(gestures[0]).toMatchObject({
      kind: 'message',
      way: 'email',
      purpose: 'news',
      words: 'First lamb',
      handedOverOn: today,
      cost: 0,
    });
    // Who had news gets no more for two weeks.
    press('Start a new message');
    await screen.findByText('One person may get it.');
  });

  it('goes to all at once unseen by each other, without anybody’s name', async () => {
    await open([okoro, price]);
    type('Text', '{name}, on Thursday');
    fireEvent.click(screen.getByRole('radio', { name: 'All at once, hidden from each other' }));
    expect(screen.getByText(/cannot name anybody: take \{name\} out/)).toBeDefined();
    type('Text', 'On Thursday');
    press('Start');
    expect(openDraft()).toMatch(/^mailto:\?bcc=joan\.price@example\.org,mr\.okoro@example\.org&/);
    press('Sent, next');
    await screen.findByText('Done. 2 were sent and are noted on their pages.');
    expect(await shop.deps.db.gestures.count()).toBe(2);
  });

  it('waits in a quiet time, and keeps what was written', async () => {
    await open([okoro], { quietFrom: 0, quietTo: 1_440 });
    type('Text', 'On Thursday');
    expect(screen.getByText(/^Most people do not like to hear from a shop/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
    press('Keep for later');
    expect(shop.went).toEqual([{ kind: 'people' }]);
    shop.show(<MessagesScreen />);
    expect(await screen.findByDisplayValue('On Thursday')).toBeDefined();
    press('Open anyway');
    expect(screen.getByRole('link', { name: 'Open the draft' })).toBeDefined();
    // Whoever stopped in the evening is asked again at night.
    press('Stop here');
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    press('Open anyway');
    expect(screen.getByRole('link', { name: 'Open the draft' })).toBeDefined();
  });

  it('passes over who said no in the meantime', async () => {
    await open([okoro, price]);
    type('Text', 'On Thursday');
    press('Start');
    await screen.findByText('1 of 2: Joan Price');
    await scheduleErasure(shop.deps, price.id, today);
    await screen.findByText('2 of 2: Mr Okoro');
  });

  it('is forgotten with whoever is erased: it may name them', async () => {
    await open([okoro]);
    type('Text', 'Thanks to Mr Okoro');
    expect(keptTexts()).toContain('Thanks to Mr Okoro');
    await scheduleErasure(shop.deps, okoro.id, today);
    await eraseNow(shop.deps, okoro.id, today);
    expect(keptTexts()).not.toContain('Okoro');
  });
});

describe('a message to somebody', () => {
  it('answers what they told us, by chat to a number with its country', async () => {
    const complaint = { kind: 'complaint', day: daysAgo(3), text: 'cold coffee' } as const;
    await open([
      personWith({
        name: 'Mr Okoro',
        phones: ['07700 900461'],
        visits: on([daysAgo(3)]),
        moments: [complaint],
        permissions: [yes('thanks', 'text')],
      }),
    ]);
    shop.show(<PersonMessageScreen id={okoro.id} />);
    fireEvent.click(await screen.findByRole('radio', { name: 'WhatsApp' }));
    type('Text', 'Sorry about the coffee, {name}.');
    press('Start');
    expect(openDraft()).toBe(
      'whatsapp://send?phone=447700900461&text=Sorry%20about%20the%20coffee%2C%20Mr%20Okoro.',
    );
    press('Sent, next');
    await waitFor(async () =>
      expect(await shop.deps.db.moments.toArray()).toMatchObject([{ answeredOn: today }]),
    );
    expect(await shop.deps.db.gestures.toArray()).toMatchObject([
      { kind: 'message', way: 'text', purpose: 'thanks' },
    ]);
  });

  it('says that the other app did not come, and lets the text be copied', async () => {
    await startChat();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    openDraft();
    await act(() => void vi.advanceTimersByTime(1_999));
    expect(screen.queryByText(/^WhatsApp did not open\?/)).toBeNull();
    await act(() => void vi.advanceTimersByTime(1));
    expect(screen.getByText(/^WhatsApp did not open\?/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Copy the text' })).toBeDefined();
  });

  it('says nothing of the kind once the other app came to the front', async () => {
    await startChat();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    openDraft();
    fireEvent(document, new Event('visibilitychange'));
    await act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.queryByText(/^WhatsApp did not open\?/)).toBeNull();
  });

  it('opens nothing for who never said yes', async () => {
    await open([silent]);
    shop.show(<PersonMessageScreen id={silent.id} />);
    expect(await screen.findByText(/^Nobody here may get this yet/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
  });
});

function reader(name: string, changes: Partial<CustomerSpec> = {}): PersonInShop {
  return personWith({
    name,
    emails: [`${name.toLowerCase().replaceAll(/\W+/gu, '.')}@example.org`],
    permissions: [yes('news', 'email')],
    visits: on([daysAgo(3)]),
    ...changes,
  });
}

function yes(purpose: Permission['purpose'], way: Permission['way']): Permission {
  return { purpose, way, answer: 'yes', day: daysAgo(9), how: '', words: '', notedAt: 1 };
}

async function open(
  people: readonly PersonInShop[],
  changes: Partial<SettingsValues> = { quietFrom: 0, quietTo: 0 },
): Promise<void> {
  shop = await shopWithScreens((deps) => moveIn(deps, people), changes);
  shop.show(<MessagesScreen />);
  await screen.findByRole('heading', { name: 'Who gets it' });
}

// At the draft of a chat to somebody who agreed.
async function startChat(): Promise<void> {
  await open([
    personWith({
      name: 'Mr Okoro',
      phones: ['07700 900461'],
      permissions: [yes('thanks', 'text')],
    }),
  ]);
  shop.show(<PersonMessageScreen id={okoro.id} />);
  fireEvent.click(await screen.findByRole('radio', { name: 'WhatsApp' }));
  type('Text', 'Thank you.');
  press('Start');
}

function keptTexts(): string {
  const keys = Array.from({ length: localStorage.length }, (_each, at) => localStorage.key(at));
  return keys.map((key) => localStorage.getItem(key ?? '')).join(' ');
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function type(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

function shown(): string {
  return document.querySelector('.messages_shown')?.textContent ?? '';
}

function startKey(): HTMLButtonElement {
  return screen.getByRole<HTMLButtonElement>('button', { name: 'Start' });
}

function links(): readonly HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
}

// Opens it, and gives the address that was followed.
function openDraft(): string {
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Open the draft' });
  link.addEventListener('click', (event) => event.preventDefault(), { once: true });
  fireEvent.click(link);
  return link.getAttribute('href') ?? '';
}
