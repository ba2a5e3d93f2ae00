import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { parseRoute } from '#ui/routes.ts';
import { complaints, openApp, type AppPage } from '../support/browser/app-page.ts';
import {
  takeOverInAnotherTab,
  pointTo,
  pointToNewer,
  corruptZone,
  rejectUnhandled,
} from '../support/browser/closed-steps.ts';
import {
  chooseList,
  chooseOther,
  importAnother,
  pasteByHand,
  peopleList,
} from '../support/browser/list-steps.ts';
import { everyPlace } from '../support/browser/every-place.ts';
import { lockNow, setPin, typePin } from '../support/browser/pin-steps.ts';
import {
  beginRound,
  printRound,
  skipFirst,
  openPrint,
  pressPrint,
  openInsights,
  openNumber,
} from '../support/browser/week-steps.ts';
import { screenFaults } from '../support/browser/screen-faults.ts';
import {
  createShop,
  chooseFile,
  followTo,
  goTo,
  key,
  openSample,
  stillness,
  strip,
  tiles,
  typeThePhrase,
} from '../support/browser/shop-steps.ts';

let app: AppPage | null = null;
/** The kinds of places that were looked at. */
const seen = new Set<string>();

afterAll(() => {
  expect(Object.keys(everyPlace).filter((kind) => !seen.has(kind))).toEqual([]);
});
afterEach(async () => {
  await app?.close();
  app = null;
});

/** A screen or sheet by its name, and how it is reached from the one before. */
type Stop = readonly [string, () => Promise<unknown>];

describe('every screen can be seen, read out and pressed, light and dark, at every size', () => {
  it('before and in an empty shop', async () => {
    const { page, address } = await opened();
    const show = (path: string) => showPage(page, `${address}${path}`);
    await expectFaultless(page, [
      ['first run', () => show('')],
      ['first run, another clock', () => key(page, 'Change').click()],
      ['first run, no name', () => page.getByRole('button', { name: 'Start with my own' }).click()],
      ['empty Counter', () => createShop(page, address)],
      ['Counter, the first customer', () => key(page, 'New').click()],
      ['no people', () => goTo(page, 'People')],
      ['empty week', () => goTo(page, 'This week')],
      ['too early to say how it goes', () => goTo(page, 'How we’re doing')],
      ['nothing to print', () => followTo(page, '/week/print')],
      ['nobody', () => followTo(page, '/people/nobody')],
      ['not found', () => show('/nowhere')],
      ['a list', () => followTo(page, '/shop/bring-in')],
      ['a list, refused', () => chooseList(page, 'Dear Tom')],
      ['a list, its columns', () => chooseList(page, peopleList)],
      ['a list, looked over', () => key(page, 'Continue').click()],
      ['a list, brought in', () => key(page, 'Import now').click()],
      ['a list, come again', () => importAnother(page)],
      ['a list, its questions', () => chooseOther(page)],
      ['a list, as it would be saved', () => key(page, 'Continue').click()],
      ['a list, pasted by hand', () => pasteByHand(page)],
      ['a lock for backups', () => showLock(page)],
      ['a lock for backups, mistyped', () => key(page, 'Lock backups from now on').click()],
      ['a backup', () => showBackup(page)],
      ['a backup, saved', () => key(page, 'Save to this tablet').click()],
      [
        'a backup, refused',
        () => chooseFile(page, 'Choose a backup', { name: 'a', text: 'Dear Tom' }),
      ],
    ]);
  });

  it('at the Counter', async () => {
    const { page, address } = await opened();
    await openSample(page, address);
    await expectFaultless(page, [
      ['Counter', async () => undefined],
      ['Counter, the last visit', () => logOnTile(page)],
      ['Counter, here already', () => logOnTile(page)],
      ['Counter, letters', () => key(page, 'A').click()],
      ['Counter, digits', () => page.getByRole('button', { name: /^123/ }).click()],
      ['Counter, somebody new', () => key(page, 'New').click()],
      ['Counter, amount', () => openAmount(page)],
      ['Counter, an amount in doubt', () => typeAmount(page, '999999')],
      ['Counter, told us', () => addFeedback(page)],
      ['Counter, note', () => noteSomething(page)],
      ['Counter, taken back', () => takeBack(page)],
      ['the day', () => page.getByRole('button', { name: /\d today/ }).click()],
    ]);
  });

  it('among the people', async () => {
    const { page, address } = await opened();
    await openSample(page, address);
    await goTo(page, 'People');
    const find = page.getByLabel('Search');
    const close = () => page.keyboard.press('Escape');
    await expectFaultless(page, [
      ['people', () => find.waitFor()],
      ['people, found', () => find.fill('am')],
      ['people, none found', () => find.fill('zzzz')],
      ['customer', () => openRegular(page)],
      ['customer, why', () => page.getByRole('button', { name: /^Why/ }).click()],
      [
        'customer, visit',
        () =>
          close().then(() =>
            page
              .getByRole('button', { name: /Change$/ })
              .first()
              .click(),
          ),
      ],
      ['customer, whose visit', () => pressRow(page, 'This was someone else')],
      [
        'customer, earlier visit',
        () => close().then(() => key(page, 'Add an earlier visit').click()),
      ],
      ['customer, no day', () => key(page, 'Add the visit').click()],
      ['customer, something noted', () => close().then(() => key(page, 'Note something').click())],
      ['customer, menu', () => close().then(() => key(page, 'More').click())],
      ['customer, joined', () => pressRow(page, 'Merge with another person')],
      ['customer, logged', () => close().then(() => key(page, 'Log a visit').click())],
      ['customer, here already', () => key(page, 'Log a visit').click()],
      ['customer, what we hold', () => openHeld(page)],
      ['card', () => page.goBack().then(() => openCard(page))],
      ['card, without a name', () => emptyName(page)],
      ['customer, forgotten', () => forget(page)],
      ['people, forgotten', () => goTo(page, 'People')],
      ['a word to many', () => openMessages(page)],
      ['a word to many, left out', () => key(page, 'Who is left out, and why').click()],
      ['new card', () => goTo(page, 'People').then(() => openNewCard(page))],
      ['people, A to Z', () => followTo(page, '/people/list/all')],
      ['people, nobody meant', () => showPage(page, `${address}/people/list/one-off_not-yet`)],
      ['people, on paper', () => followTo(page, '/people/print/all')],
      ['people, labels', () => showPage(page, `${address}/people/labels/all`)],
    ]);
  });

  it('in the week, on paper and in My shop', async () => {
    const { page, address } = await opened();
    await openSample(page, address);
    const setting = (name: string) => pressRow(page, name);
    const next = (name: string) => page.keyboard.press('Escape').then(() => setting(name));
    await expectFaultless(page, [
      [
        'week',
        () =>
          goTo(page, 'This week').then(() => page.locator('.suggestion-card').first().waitFor()),
      ],
      ['why not others', () => key(page, 'Why not others?').click()],
      [
        'something else',
        () =>
          page.keyboard.press('Escape').then(() =>
            page
              .getByRole('button', { name: /^Something else/ })
              .first()
              .click(),
          ),
      ],
      ['week, skipped', () => page.keyboard.press('Escape').then(() => skipFirst(page))],
      [
        'week, to hand over',
        () =>
          page
            .getByRole('button', { name: /^Yes, a card/ })
            .first()
            .click(),
      ],
      [
        'week, handed over',
        () =>
          page
            .getByRole('button', { name: /^Handed over: / })
            .first()
            .click(),
      ],
      ['print', () => openPrint(page)],
      ['print, cards', () => key(page, 'Cards').click()],
      ['print, labels', () => key(page, 'Labels').click()],
      ['print, envelopes', () => key(page, 'Envelopes').click()],
      ['print, did it come out', () => pressPrint(page)],
      ['print, came out', () => key(page, 'Yes, all good').click()],
      ['rounds, none', () => followTo(page, '/week/rounds')],
      ['rounds, a new one', () => key(page, 'Begin a list').click()],
      ['a round', () => beginRound(page)],
      ['a round, to give out', () => key(page, 'Post and hand over').click()],
      ['a round, on paper', () => printRound(page)],
      ['printing', () => followTo(page, '/shop/printing')],
      ['the wall of thanks', () => followTo(page, '/shop/printing/wall')],
      ['the poster', () => followTo(page, '/shop/perks/poster')],
      ['how we’re doing', () => openInsights(page)],
      ['how we’re doing, a table', () => key(page, 'As a table').click()],
      ['the people behind a number', () => openNumber(page)],
      ['My shop', () => goTo(page, 'My shop')],
      ['name, money and clock', () => setting('Name, currency, time zone')],
      ['opening hours', () => next('Opening hours')],
      ['closed days', () => next('Closed days')],
      ['weekly budget', () => next('Weekly budget')],
      ['cards and offers', () => next('Cards and offers')],
      ['rest between cards', () => next('Time between thank-yous')],
      ['whom the week leans to', () => next('Who to favour')],
      ['light or dark', () => next('Light or dark')],
      ['paper', () => next('Paper')],
      ['a backup of the sample', () => followTo(page, '/shop/copy')],
      ['what protects the data', () => followTo(page, '/shop/protection')],
      ['privacy screen', () => goTo(page, 'My shop').then(() => setting('Privacy screen'))],
      ['privacy screen, no PIN', () => key(page, 'Set the PIN').click()],
      ['privacy screen, set', () => setPin(page)],
      ['privacy screen, wrong PIN', () => key(page, 'Change it').click()],
      ['closed', () => lockNow(page)],
      ['closed, wrong PIN', () => typePin(page, '0000')],
      ['closed, forgotten PIN', () => key(page, 'Forgot the PIN?').click()],
      ['closed, waiting', () => key(page, 'Start the wait').click()],
    ]);
  });

  it('in the further corners of the shop', async () => {
    const { page, address } = await opened();
    await openSample(page, address);
    const places: Readonly<Record<string, string>> = {
      'who stands twice': '/people/twice',
      'learning the names': '/people/learn',
      'whom nobody has seen for years': '/people/unseen',
      'the dates ahead': '/week/dates',
      'the perks': '/shop/perks',
      'the test sheet': '/shop/printing/test-sheet',
      'lists that go out': '/shop/take-with-you',
      'what is kept': '/shop/what-we-keep',
      'the tablets': '/shop/tablets',
      help: '/shop/help',
      'help, one question': '/shop/help/backup',
    };
    await expectFaultless(page, [
      ...Object.entries(places).map(([name, path]): Stop => [name, () => followTo(page, path)]),
      ['a word to one', () => openRegularOf(page).then(() => writeToThem(page))],
    ]);
  });

  it('on an iPad, where the app has to be put on the home screen first', async () => {
    const { page, address } = await opened();
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'standalone', { value: false }),
    );
    await expectFaultless(page, [['first run on an iPad', () => showPage(page, address)]]);
  });

  it('when the shop cannot be opened', async () => {
    const { page, address } = await opened();
    const other = await app?.context.newPage();
    await createShop(page, address);
    await expectFaultless(page, [
      ['another tab', () => takeOverInAnotherTab(page, other, address)],
      ['found shops', () => pointTo(page, null)],
      ['lost shop', () => pointTo(page, 'regulars-none')],
      ['newer shop', () => pointToNewer(page)],
      ['damaged shop', () => corruptZone(page)],
    ]);
  });

  it('when the app stumbles', async () => {
    const { page, address } = await opened();
    await createShop(page, address);
    await expectFaultless(page, [['stumbled', () => rejectUnhandled(page)]]);
  });
});

async function opened(): Promise<AppPage> {
  app = await openApp();
  return app;
}

async function logOnTile(page: Page): Promise<void> {
  const name = (await tiles(page).first().locator('b').innerText()).trim();
  await tiles(page).first().click();
  await strip(page).filter({ hasText: name }).waitFor();
}

async function showPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function showLock(page: Page): Promise<void> {
  await followTo(page, '/shop/copy');
  await key(page, 'Lock backups from now on').waitFor();
}

async function showBackup(page: Page): Promise<void> {
  await typeThePhrase(page);
  await key(page, 'Save to this tablet').waitFor();
}

async function openAmount(page: Page): Promise<void> {
  await key(page, 'Cancel').click();
  await page.getByRole('button', { name: /(?:…|other) amount$/ }).click();
}

async function typeAmount(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await key(page, digit).click();
}

async function addFeedback(page: Page): Promise<void> {
  await key(page, 'Keep').click();
  await key(page, 'Told us something').click();
}

async function noteSomething(page: Page): Promise<void> {
  await key(page, 'Done').click();
  await key(page, 'Note about this visit').click();
}

async function takeBack(page: Page): Promise<void> {
  await key(page, 'Done').click();
  await key(page, 'Undo').click();
}

/** The page of somebody about whom a lot is known. */
async function openRegular(page: Page): Promise<void> {
  await page.getByLabel('Search').fill('Mrs Khan');
  await page.getByRole('link', { name: /^Mrs Khan/ }).click();
  await page.getByRole('heading', { name: 'The story so far' }).waitFor();
}

async function pressRow(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await page.getByRole('dialog').waitFor();
}

async function openRegularOf(page: Page): Promise<void> {
  await goTo(page, 'People');
  await openRegular(page);
}

async function writeToThem(page: Page): Promise<void> {
  await followTo(page, `${new URL(page.url()).pathname}/write`);
  await page.getByRole('heading', { name: 'Who gets it' }).waitFor();
}

async function openCard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('heading', { level: 1, name: /^About / }).waitFor();
}

async function openHeld(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'What we hold' }).click();
  await page.getByRole('button', { name: 'Print it' }).waitFor();
}

async function openMessages(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Write to people/ }).click();
  await page.getByRole('heading', { name: 'Who gets it' }).waitFor();
}

async function openNewCard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add a person' }).click();
  await page.getByRole('heading', { level: 1, name: 'A new person' }).waitFor();
}

async function emptyName(page: Page): Promise<void> {
  await page.getByLabel('Name').first().fill('');
  await key(page, 'Save').first().click();
}

async function forget(page: Page): Promise<void> {
  await page.goBack();
  await key(page, 'More').click();
  await page.getByRole('button', { name: /^Erase this person/ }).click();
  await page
    .getByRole('heading', { name: /will be erased/ })
    .first()
    .waitFor();
}

/** Walks from stop to stop, looks at each, and ends with what was wrong with any. */
async function expectFaultless(page: Page, stops: readonly Stop[]): Promise<void> {
  const faults: string[] = [];
  for (const [screen, reach] of stops) {
    await reach();
    await stillness(page);
    seen.add(parseRoute(new URL(page.url()).pathname).kind);
    faults.push(...(await screenFaults(page, screen)));
  }
  expect(faults).toEqual([]);
  expect(app === null ? ['the app is closed'] : complaints(app.findings)).toEqual([]);
}
