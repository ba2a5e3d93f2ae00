import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { offeredLanguages } from '#i18n/language/languages.ts';
import { factTables } from '#schema/tables.ts';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import { CustomerScreen } from '#ui/screens/customer/customer.tsx';
import { HeldScreen } from '#ui/screens/held/held.tsx';
import { testPrinter } from '../../support/paper/test-printer.ts';
import { anyRow } from '../../support/shops/fact-rows.ts';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import {
  customerId,
  daysAgo,
  every,
  personWith,
  thankedOn,
} from '../../support/shops/shop-with.ts';
import { moveIn } from '../../support/shops/week-shop.ts';

let shop: ShopWithScreens;

afterEach(() => {
  cleanup();
  shop.roster.close();
});

const joan = personWith({ name: 'Joan Price', visits: every(7, { times: 9, until: daysAgo(2) }) });
/** Each thing that is known of somebody, once. */
const khan = personWith({
  name: 'Amina Khan',
  cue: 'red bike',
  letterName: 'Mrs A. Khan',
  opening: 'Dear Mrs Khan',
  wallName: 'Amina K.',
  language: 'de',
  alsoCalled: ['Mina'],
  phones: ['07700 900461'],
  emails: ['amina@example.org'],
  addresses: ['12 High Street\nBath'],
  birthday: '04-15',
  preferences: [{ text: 'lamb', day: daysAgo(40) }],
  note: 'Two loaves, like Joan Price',
  sentBy: joan.id,
  importKey: 'C-1007',
  permissions: [
    {
      purpose: 'news',
      way: 'email',
      answer: 'yes',
      day: daysAgo(20),
      how: 'on paper',
      words: 'The sentence on the slip',
      notedAt: 1,
    },
  ],
  visits: [
    ...every(7, { times: 12, until: daysAgo(3), amount: 1840 }),
    { day: daysAgo(1), minute: 630, note: 'the dark one', amount: 999 },
    { day: daysAgo(2), note: 'a slip of the finger', voided: true },
  ],
  moments: [{ kind: 'complaint', day: daysAgo(9), text: 'cold coffee', answeredOn: daysAgo(8) }],
  gestures: [{ ...thankedOn(daysAgo(30)), words: 'with a bag of flour' }],
});

const words = [
  'Amina Khan',
  'red bike',
  'Mrs A. Khan',
  'Dear Mrs Khan',
  'Amina K.',
  'Mina',
  '07700 900461',
  'amina@example.org',
  '12 High Street',
  '15 April',
  'lamb',
  'Two loaves',
  'C-1007',
  'on paper',
  'The sentence on the slip',
  'the dark one',
  '£9.99',
  '10:30',
  'a slip of the finger',
  'cold coffee',
  'with a bag of flour',
  'undone since',
];

describe('what we hold', () => {
  it('is one tap from the page, on paper with everything and with nobody else’s name', async () => {
    await fill();
    shop.show(<CustomerScreen id={khan.id} />);
    const link = await screen.findByRole('link', { name: 'What we hold' });
    expect(link.getAttribute('href')).toBe(`/people/${khan.id}/held`);
    cleanup();
    const text = await shownText();
    for (const word of words) expect(text).toContain(word);
    expect(text).toContain('Who sent them?: another customer');
    expect(text).not.toContain('Joan');
    // Kinds with their facts, and what is expected.
    expect(text).toMatch(/What the app works out from this.*Regular: /s);
    // The sheets are drawn once the printer knows how wide text is.
    await waitFor(() => expect(document.querySelector('.sheet-drawing')).not.toBeNull());
    const paper = document.querySelector('.sheet-drawing')?.textContent ?? '';
    expect(paper).toContain('What we hold about you');
    expect(document.body.textContent).toContain('your own notes are on it');
  });

  it('is saved as a file with the rows of each table and what their fields mean', async () => {
    await fill();
    const saved = savedFiles();
    await shownText();
    fireEvent.click(screen.getByRole('button', { name: 'Save as a file (JSON)' }));
    await screen.findByText('Saved: What we hold Amina Khan.json');
    const [file] = saved;
    const held: unknown = JSON.parse((await file?.text()) ?? '');
    expect(held).toMatchObject({
      meanings: Object.fromEntries(tables.map((table) => [table, expect.any(String)])),
      rows: {
        customers: [{ name: 'Amina Khan', sentBy: 'another customer' }],
        gestures: [{ words: 'with a bag of flour' }],
      },
    });
    expect(JSON.stringify(held)).not.toContain('Joan');
  });

  it.each(offeredLanguages)('explains each field of each table, in %s', (language) => {
    const messages: unknown = JSON.parse(
      readFileSync(`src/i18n/messages/${language}/held.json`, 'utf8'),
    );
    for (const table of tables) {
      const key = `held_file_${table === 'households' ? 'homes' : table}`;
      const meaning = String(Object.entries(messages ?? {}).find(([name]) => name === key)?.[1]);
      const rows: fc.Arbitrary<object> = anyRow[table];
      const fields = fc.sample(rows, 5).flatMap((row) => Object.keys(row));
      const explained = new Set([...meaning.matchAll(/\w+/g)].map(([word]) => word));
      const unexplained = fields.filter((field) => !explained.has(field) && !stamps.has(field));
      expect([table, ...unexplained]).toEqual([table]);
    }
  });
});

/** The settings are the shop’s own. */
const tables = factTables.filter((table) => table !== 'settings');

// Said once for all tables.
const stamps: ReadonlySet<string> = new Set(['made', 'edits']);

async function fill(): Promise<void> {
  const second = personWith({ name: 'Old Ann', id: customerId('ann') });
  shop = await shopWithScreens((deps) => moveIn(deps, [khan, joan, second]));
}

async function shownText(): Promise<string> {
  shop.show(
    <PrinterContext.Provider value={testPrinter()}>
      <HeldScreen id={khan.id} />
    </PrinterContext.Provider>,
  );
  await screen.findByRole('button', { name: 'Print it' });
  return document.querySelector('.held_parts')?.textContent ?? '';
}

function savedFiles(): readonly Blob[] {
  const files: Blob[] = [];
  const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    if (file instanceof Blob) files.push(file);
    return 'blob:file';
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  onTestFinished(() => {
    create.mockRestore();
    click.mockRestore();
  });
  return files;
}
