import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readBackupProtection, disableEncryption } from '#app/backup/backup-protection.ts';
import { lastBackup } from '#app/backup/backup-history.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import type { Environment } from '#app/environment.ts';
import { loadSettings } from '#app/shop/settings.ts';
import { draftVisit, recordVisit } from '#app/customers/visits.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { localStore } from '#platform/browser-storage/local-store.ts';
import { localCurrentShop } from '#platform/browser-storage/current-shop.ts';
import { openDatabase } from '#storage/database.ts';
import {
  OpenShopContext,
  SettingsContext,
  WallTimeContext,
  AppContext,
  type ShopActions,
} from '#ui/hooks/use-shop.ts';
import { PrinterContext } from '#ui/hooks/use-printer.ts';
import { BackupScreen } from '#ui/screens/backup/backup.tsx';
import { testPrinter } from '../../support/paper/test-printer.ts';
import { emptyRoster } from '../../support/shops/empty-roster.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

let shop: Awaited<ReturnType<typeof openTestShop>>;
let settings: Settings;
let switchedTo: string[];
let downloads: { readonly name: string; readonly file: Blob }[];

beforeEach(async () => {
  localStorage.clear();
  shop = await openTestShop();
  settings = await loadSettings(shop);
  switchedTo = [];
  downloads = [];
  URL.createObjectURL = (file: Blob) => {
    downloads.push({ name: file instanceof File ? file.name : '', file });
    return 'blob:backup';
  };
  localCurrentShop().write({ shop: shop.db.name, sample: null });
  disableEncryption(localStore());
  await visitOf('Mrs Khan');
  await visitOf('Tom R.');
});
afterEach(cleanup);

describe('saving a backup', () => {
  test('has it ready before the tap, downloads it and remembers that', async () => {
    show();
    expect(await screen.findByText(/Ready and checked: 2 people, 2 visits\./)).toBeTruthy();
    expect(lastBackup(localStore(), shop.db.name)).toBeNull();
    press('Save to this tablet');
    await screen.findByText(/Saved as regulars-pell-daughter-2026-06-18T10\d\d\.regulars\./);
    expect(downloads.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^regulars-pell-daughter-.*\.regulars$/),
    ]);
    expect(lastBackup(localStore(), shop.db.name)).toMatchObject({ people: 2, visits: 2 });
  });

  test('offers to send it on only where the device can', async () => {
    show();
    await screen.findByText(/Ready and checked:/);
    expect(screen.queryByRole('button', { name: 'Share' })).toBeNull();
  });
});

describe('a shop of several tablets', () => {
  test('is not said to be on this one alone, nor to be turned back by an old backup', async () => {
    show();
    await screen.findByText(/Ready and checked:/);
    expect(screen.getByText(/exists only on this tablet/)).toBeTruthy();
    press('Save to this tablet');
    await screen.findByText(/Saved as regulars-/);
    cleanup();
    await shop.db.meta.update('meta', { unsent: [] });
    show();
    expect(await screen.findByText(/Your shop is on all of its tablets\./)).toBeTruthy();
    expect(screen.queryByText(/only on this tablet/)).toBeNull();
    const [backup] = downloads;
    if (backup === undefined) throw new Error('One was saved');
    choose(backup.file);
    expect(
      await screen.findByText(/^Restoring does not turn the shop’s other tablets back/),
    ).toBeTruthy();
    expect(screen.queryByText(/makes the shop as it was then/)).toBeNull();
  });
});

describe('a browser that hands out no files', () => {
  test('gives the backup as text, and takes it back when it is pasted', async () => {
    const copied: string[] = [];
    const clipboard = { writeText: async (text: string) => void copied.push(text) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'clipboard'));
    show();
    fireEvent.click(await screen.findByRole('button', { name: /^No file comes/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Copy the text' }));
    expect(await screen.findByText(/^Copied\./)).toBeTruthy();
    expect(lastBackup(localStore(), shop.db.name)).toMatchObject({ people: 2, visits: 2 });
    press('Paste a backup that was taken as text');
    const [text = ''] = copied;
    await typeInto('The text of the backup', text.slice(0, -40));
    press('Open this backup');
    expect(await screen.findByText(/^This text is no backup/)).toBeTruthy();
    await typeInto('The text of the backup', `From me to me\n${text}`);
    press('Open this backup');
    expect(await screen.findByRole('button', { name: 'Restore this backup' })).toBeTruthy();
  });

  test('shows the text to be copied by hand where nothing may be put on the clipboard', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: /^No file comes/ }));
    const field = await screen.findByLabelText('The backup as text');
    expect(field).toHaveProperty('value', expect.stringMatching(/^-----BEGIN REGULARS BACKUP/));
  });
});

describe('a lock on backups', () => {
  test('is asked for first, printed and typed once, and then opens what it locked', async () => {
    localStorage.removeItem('regulars.copy-lock');
    show();
    expect(screen.queryByText(/Ready and checked:/)).toBeNull();
    const words = within(screen.getByRole('list', { name: 'The six words' }));
    const phrase = words.getAllByRole('listitem').map((item) => item.textContent);
    expect(phrase).toHaveLength(6);
    await waitFor(() =>
      expect(document.querySelector('.print-root')?.textContent).toContain(phrase.join('-')),
    );
    await typeInto('Type the six words once', 'acid acid acid acid acid acid');
    press('Lock backups from now on');
    await screen.findByText(/These are not the six words above/);
    await typeInto('Type the six words once', ` ${phrase.join(' ').toUpperCase()}`);
    press('Lock backups from now on');
    await screen.findByText('It is locked with your six words.');
    expect(readBackupProtection(localStore())).toEqual({
      kind: 'locked',
      phrase: phrase.join('-'),
    });
    press('Save to this tablet');
    await screen.findByText(/Saved as regulars-.*\.regulars\./);
    const [saved] = downloads;
    if (saved === undefined) throw new Error('nothing was downloaded');

    // The tablet knows its own words; another one asks for them.
    choose(saved.file);
    await screen.findByText(/^This file: 2 people/);
    press('Leave everything as it is');
    press('Show the words');
    press('Back up without a lock');
    choose(saved.file);
    await typeInto('The six words', 'acid acid acid acid acid acid');
    press('Open it');
    await screen.findByText(/These words do not open this backup/);
    await typeInto('The six words', phrase.join('  '));
    press('Open it');
    await screen.findByText(/^This file: 2 people/);
    press('Merge both');
    await waitFor(() => expect(switchedTo.length).toBe(1));
  });
});

describe('restoring a backup', () => {
  test('shows what is in it first, restores it when told to, and offers the way back', async () => {
    const backup = await savedBackup();
    await visitOf('Hana');
    show();
    choose(backup);
    await screen.findByText('This file: 2 people, 2 visits, last visit 18 June.');
    expect(screen.getByText('Here now: 3 people, 3 visits, last visit 18 June.')).toBeTruthy();
    expect(screen.getByText('Only here, not in the file: 1 person, 1 visit.')).toBeTruthy();
    expect(switchedTo).toEqual([]);
    press('Restore this backup');
    await waitFor(() => expect(switchedTo.length).toBe(1));

    const back = await openDatabase(switchedTo[0] ?? '', () => {});
    if (!back.ok) throw new Error(back.problem.kind);
    const names = (await back.value.customers.toArray()).map((customer) => customer.name);
    expect(names.toSorted()).toEqual(['Mrs Khan', 'Tom R.']);
    expect(await shop.db.customers.count()).toBe(3);

    cleanup();
    localCurrentShop().write({ shop: back.value.name, sample: null });
    const before = shop.db.name;
    shop = { ...shop, db: back.value };
    show();
    await screen.findByText('Replaced on 18 June. It is kept until 18 July, then deleted.');
    press('Restore the shop as it was');
    await waitFor(() => expect(switchedTo.at(-1)).toBe(before));
  });

  test('changes nothing when the owner leaves it', async () => {
    const backup = await savedBackup();
    const before = await stored();
    show();
    choose(backup);
    await screen.findByText(/^This file:/);
    press('Leave everything as it is');
    expect(await screen.findByText(/Choose a backup and look at it first/)).toBeTruthy();
    expect(switchedTo).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  test('is not offered in the sample shop', async () => {
    show({ isSample: true });
    await screen.findByText(/This is the sample shop/);
    expect(screen.queryByLabelText('Choose a backup')).toBeNull();
  });

  test.each([
    ['an empty file', '', /This file is empty/],
    ['a table', 'name,amount\nTom,3\n', /This is not a backup of a shop/],
    ['a list of numbers', '[1,2,3]\n', /This is not a backup of a shop/],
    [
      'a backup from a newer app',
      '{"t":"head","fmt":"regulars-copy","v":2,"schema":1}\n',
      /made by a newer version of the app/,
    ],
    [
      'a backup from newer tables',
      '{"t":"head","fmt":"regulars-copy","v":1,"schema":99}\n',
      /made by a newer version of the app/,
    ],
    [
      'a backup with a broken head',
      '{"t":"head","fmt":"regulars-copy","v":1,"schema":1,"counts":{}}\n',
      /changed or lost after it was saved/,
    ],
  ])('says what is wrong and changes nothing: %s', async (_what, text, sentence) => {
    const before = await stored();
    show();
    choose(new Blob([text]));
    const alerts = await screen.findByText(sentence);
    expect(alerts.closest('[role=alert]')).not.toBeNull();
    expect(screen.getByLabelText('Choose another file')).toBeTruthy();
    expect(await stored()).toEqual(before);
    expect(switchedTo).toEqual([]);
  });

  test('says so of a backup that was cut or changed', async () => {
    const backup = await savedBackup();
    const text = await new Response(
      backup.stream().pipeThrough(new DecompressionStream('gzip')),
    ).text();
    show();
    choose(backup.slice(0, backup.size - 30));
    await screen.findByText(/changed or lost after it was saved/);
    choose(new Blob([text.split('\n').slice(0, 4).join('\n'), '\n']), 'Choose another file');
    await screen.findByText(/The end of this backup is missing/);
    choose(new Blob([text.replace('Tom R.', 'Tim R.')]), 'Choose another file');
    await screen.findByText(/changed or lost after it was saved/);
  });
});

function show({ isSample } = { isSample: false }): void {
  const wall = toLocalTime(shop.clock.now(), settings.zone);
  const shops: ShopActions = {
    create: unasked,
    enterSample: unasked,
    exitSample: unasked,
    switchShop(name) {
      switchedTo.push(name);
      return Promise.resolve();
    },
    closeAsLost: unasked,
    closeOnError: unasked,
    showFirstRun: () => {},
  };
  render(
    <AppContext.Provider value={{ device: device(), shops }}>
      <OpenShopContext.Provider value={{ deps: shop, roster: emptyRoster(shop), isSample }}>
        <SettingsContext.Provider value={settings}>
          <WallTimeContext.Provider value={wall}>
            <PrinterContext.Provider value={testPrinter()}>
              <BackupScreen />
            </PrinterContext.Provider>
          </WallTimeContext.Provider>
        </SettingsContext.Provider>
      </OpenShopContext.Provider>
    </AppContext.Provider>,
  );
}

function device(): Environment {
  return {
    clock: shop.clock,
    ids: shop.ids,
    pointer: localCurrentShop(),
    persistence: { state: () => Promise.resolve('unknown'), ask: () => Promise.resolve('unknown') },
    install: {
      state: () => 'no',
      ask: () => Promise.resolve(false),
      subscribe: () => () => {},
      onInstalled: () => {},
    },
    updates: {
      start: () => {},
      state: () => 'none',
      subscribe: () => () => {},
      activate: () => {},
    },
    showTheme: () => {},
    changeLanguage: () => {},
    showRegion: () => {},
    workerFor: () => shop.worker,
    zone: settings.zone,
    language: 'en',
    screenLanguage: 'en',
  };
}

function unasked(): Promise<void> {
  return Promise.reject(new Error('Not asked for here'));
}

function choose(file: Blob, label = 'Choose a backup'): void {
  const input = screen.getByLabelText<HTMLInputElement>(label);
  fireEvent.change(input, { target: { files: [file] } });
}

async function typeInto(label: string, text: string): Promise<void> {
  fireEvent.input(await screen.findByRole('textbox', { name: label }), {
    target: { value: text },
  });
}

function press(word: string): void {
  fireEvent.click(screen.getByRole('button', { name: word }));
}

async function savedBackup(): Promise<Blob> {
  show();
  await screen.findByText(/Ready and checked:/);
  press('Save to this tablet');
  cleanup();
  const [saved] = downloads;
  if (saved === undefined) throw new Error('nothing was downloaded');
  return saved.file;
}

async function visitOf(name: string): Promise<void> {
  shop.clock.advance(60_000);
  const added = await addCustomer(shop, draftCustomer(shop, { name, zone: settings.zone }));
  if (!added.ok) throw new Error(added.problem.kind);
  const told = { customerId: added.value.id, kind: 'bought', zone: settings.zone } as const;
  await recordVisit(shop, draftVisit(shop, told));
}

async function stored(): Promise<unknown> {
  return Promise.all(shop.db.tables.map((table) => table.toArray()));
}
