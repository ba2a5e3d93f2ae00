// The day in the shop, step by step, as it is walked in every browser.
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pagesOf } from '../../test/support/browser/pdf.ts';
import type { DayInBrowser } from './day-in-browser.ts';
import { noteTaps } from './in-page.ts';

/** One step; what it gives back is said beside it. */
export interface Step {
  readonly name: string;
  readonly take: (day: DayInBrowser) => Promise<string>;
}

export const steps: readonly Step[] = [
  {
    name: 'a first start',
    async take(day) {
      await day.open();
      const { hands } = day;
      await day.load();
      await hands.type('The shop’s name', 'Pell & Daughter');
      await hands.press('radio', 'Butcher');
      await hands.press('button', /^Start with my own/);
      await hands.see('button', 'New');
      return '';
    },
  },
  {
    name: 'log visits, undo and restore',
    async take({ hands }) {
      for (const name of ['Mrs Khan', 'Tom R.', 'Żaneta']) {
        await hands.press('button', 'New');
        await hands.type('Name of the new customer', name);
        await hands.press('button', 'Add');
        await hands.until(stripSays(name));
      }
      await hands.press('button', 'Undo');
      await hands.see('text', /2 today/);
      // What has moved under the finger takes no tap for a moment.
      await pause(600);
      await hands.press('button', 'Restore');
      await hands.see('text', /3 today/);
      return '';
    },
  },
  {
    name: 'the page of a customer',
    async take({ hands }) {
      await hands.press('link', /(their page|Page)$/);
      await hands.see('heading', 'Żaneta');
      return '';
    },
  },
  {
    name: 'import a list',
    async take(day) {
      const { hands, walk } = day;
      const path = join(walk.folder, 'visits.csv');
      writeFileSync(path, walk.list.csv);
      await hands.press('link', /^(My s|S)hop/);
      await hands.press('link', /^Import a list/);
      await hands.choose('Choose a file', path);
      await hands.press('button', 'Continue');
      await hands.see('button', 'Import now');
      const from = Date.now();
      await hands.press('button', 'Import now');
      await hands.see('heading', 'Imported');
      day.times.set('import', [Date.now() - from]);
      const { people, rows } = walk.list;
      await hands.see(
        'text',
        new RegExp(`${people} new people, ${rows.toLocaleString('en-GB')} visits added`),
      );
      await hands.press('link', 'To the Counter');
      await day.untilLearned(rows);
      return `${rows} rows`;
    },
  },
  {
    name: 'eight visits, tap to saved',
    async take(day) {
      const { hands } = day;
      await hands.until(
        'document.querySelectorAll(\'ul[aria-label="Customers"] button\').length >= 12',
      );
      await hands.ask(noteTaps);
      // By name, for other visits give another week: which tiles stand first changes once the shop
      // has learned, which takes each browser another while.
      for (const name of day.walk.list.regulars.slice(0, taps)) {
        await hands.press('button', new RegExp(`^${name.slice(0, 1)}$`));
        await hands.press('tile', new RegExp(`^${name}(?!.*here at)`));
        await hands.until(stripSays(name));
        await pause(150);
      }
      for (const kind of ['painted', 'saved']) {
        const noted = await hands.value(`document.documentElement.dataset.${kind}`);
        day.times.set(`tap → ${kind}`, String(noted).trim().split(' ').map(Number));
      }
      await hands.see('text', new RegExp(`${taps + 3} today`));
      return '';
    },
  },
  {
    name: 'This week: the figures, and yes to all',
    async take(day) {
      const { hands } = day;
      await hands.press('link', /^This week/);
      await hands.until(`document.querySelector('li[data-state="open"]') !== null`);
      day.figures.set('This week', String(await hands.value(suggestionsSeen)));
      for (let yes = 0; yes < 20; yes += 1) {
        const open = Number(
          await hands.value(`document.querySelectorAll('li[data-state="open"]').length`),
        );
        if (open === 0) return `${yes} accepted`;
        await hands.press('button', /^Yes/);
        const fewer = `document.querySelectorAll('li[data-state="open"]').length < ${open}`;
        await hands.until(`${fewer} || document.querySelector('dialog[open]') !== null`);
        // The first offer of a shop is asked for its name.
        if ((await hands.value(fewer)) !== true) {
          await hands.type('An offer is', 'half a ham');
          await hands.press('button', 'Use this');
        }
        await hands.until(fewer);
      }
      throw new Error('The week never ends.');
    },
  },
  {
    name: 'How we’re doing: the figures',
    async take(day) {
      const { hands } = day;
      await hands.press('link', /^How/);
      await hands.until(`document.querySelectorAll('main h2').length > 2`);
      await hands.see('button', /^Print/);
      day.figures.set(
        'How we’re doing',
        String(
          await hands.value(`document.querySelector('main').innerText.replaceAll(/\\s+/g, '')`),
        ),
      );
      return '';
    },
  },
  {
    name: 'print: the list',
    async take(day) {
      const { hands } = day;
      await hands.press('link', /^This week/);
      await hands.press('link', 'Print the week');
      await hands.until(`document.querySelectorAll('.print-root > *').length > 0`);
      await pause(1000);
      const sheets = Number(
        await hands.value(`document.querySelectorAll('.print-root > *').length`),
      );
      const pages = (await pagesOf(await hands.tab.print({ widthMm: 210, heightMm: 297 }))).length;
      if (pages !== sheets) throw new Error(`${sheets} sheets were printed on ${pages} pages.`);
      return String(sheets);
    },
  },
  {
    name: 'kill −9: all that was saved is there',
    async take(day) {
      await day.goToCounter();
      await day.hands.press('button', 'New');
      await day.hands.type('Name of the new customer', 'Last before the crash');
      await day.hands.press('button', 'Add');
      await day.hands.until(stripSays('Last before the crash'));
      const before = await day.facts();
      await day.kill();
      await day.open();
      await day.load();
      await day.hands.see('tile', /./);
      expectSame(await day.facts(), before);
      return 'row for row';
    },
  },
  {
    name: 'a backup that is locked, one that is not',
    async take(day) {
      const { hands } = day;
      await day.goToBackup();
      await hands.see('button', 'Lock backups from now on');
      day.phrase = String(
        await hands.value(
          `[...document.querySelectorAll('[aria-label="The six words"] li')].map((word) => word.textContent.trim()).join(' ')`,
        ),
      );
      await hands.type('Type the six words once', day.phrase);
      await hands.press('button', 'Lock backups from now on');
      day.before = await day.facts();
      const locked = await savedBackup(day);
      await hands.press('button', 'Show the words');
      await hands.press('button', 'Back up without a lock');
      await hands.see('text', /It is not locked/);
      const plain = await savedBackup(day);
      day.backups = { locked, plain };
      return `${statSync(locked).size} and ${statSync(plain).size} bytes`;
    },
  },
  ...(['plain', 'locked'] as const).map((kind): Step => ({
    name: `restore the ${kind} backup`,
    async take(day) {
      const { hands } = day;
      await day.goToCounter();
      await hands.press('button', 'New');
      await hands.type('Name of the new customer', `Not in the backup ${kind}`);
      await hands.press('button', 'Add');
      await hands.until(stripSays(`Not in the backup ${kind}`));
      await day.goToBackup();
      // What is still being made would move the keys below it.
      await hands.see('text', /^Ready and checked/);
      await hands.choose('Choose a backup', day.backups[kind]);
      if (kind === 'locked') {
        await hands.type('The six words', day.phrase);
        await hands.press('button', 'Open it');
      }
      const before = String(await hands.value(nameOfShop));
      await hands.press('button', 'Restore this backup');
      await hands.see('text', /Restore the shop as it was/);
      await hands.until(`${nameOfShop} !== ${JSON.stringify(before)}`);
      expectSame(await day.facts(), day.before);
      return 'row for row';
    },
  })),
  {
    name: 'a newer version: it waits, is taken when told to',
    async take(day) {
      const { hands, walk } = day;
      await day.goToCounter();
      const before = await day.facts();
      await hands.until(
        `(await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'`,
      );
      await walk.host.serveNewer();
      await hands.tab.run('await (await navigator.serviceWorker.ready).update();');
      await hands.press('button', 'Use it now');
      await hands.until(`document.querySelector('meta[name="build"]') !== null`);
      await hands.see('tile', /./);
      expectSame(await day.facts(), before);
      return 'row for row';
    },
  },
  {
    name: 'without a network: opens again, logs',
    async take(day) {
      const { hands, walk } = day;
      await walk.host.stop();
      await day.load();
      await hands.press('button', 'New');
      await hands.type('Name of the new customer', 'Without a network');
      await hands.press('button', 'Add');
      await hands.until(stripSays('Without a network'));
      for (const place of [/^People/, /^This week/, /^How/, /^My shop/]) {
        await hands.press('link', place);
        await hands.see('heading', /./);
      }
      await walk.host.serveNewer();
      return '';
    },
  },
];

const taps = 8;

/** The name of the shop's database: what a restore changes last. */
const nameOfShop = `localStorage.getItem('regulars.shop')`;

/** What stands on This week, with the codes behind its words. */
const suggestionsSeen = `[...document.querySelectorAll('li[data-state="open"]')].map((item) =>
  [item.querySelector('h2, h3')?.textContent, item.dataset.kinds, item.dataset.gesture, item.dataset.reasons,
   item.querySelector('p')?.textContent].join(' | ')).join('\\n')`;

function stripSays(name: string): string {
  const strip = `document.querySelector('[aria-label="The last visit"]')?.textContent ?? ''`;
  return `(${strip}).includes(${JSON.stringify(name)}) && (${strip}).includes(', saved')`;
}

function expectSame(found: string, expected: string): void {
  if (found === expected) return;
  let at = 0;
  while (found[at] === expected[at]) at += 1;
  const from = Math.max(0, at - 80);
  throw new Error(
    `Other rows than before: …${found.slice(from, at + 80)}… instead of …${expected.slice(from, at + 80)}…`,
  );
}

/** Presses the key and waits for the file; gives its path. */
async function savedBackup({ hands, downloads }: DayInBrowser): Promise<string> {
  await hands.see('text', /^Ready and checked/);
  const there = filesIn(downloads);
  await hands.press('button', 'Save to this tablet');
  for (let tries = 0; tries < 400; tries += 1) {
    const found = filesIn(downloads).find(
      (name) => !there.includes(name) && !/\.(?:part|crdownload|wkdownload)$/.test(name),
    );
    const path = join(downloads, found ?? '');
    if (found !== undefined && statSync(path).size > 0) {
      await pause(200);
      return path;
    }
    await pause(50);
  }
  throw new Error(
    `No file came: ${String(await hands.value(`document.querySelector('main').innerText`))}`,
  );
}

function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
