// One browser on its day: what one step leaves for the next.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { factTables } from '../../src/schema/tables.ts';
import type { BrowserEngine, OpenBrowser } from './browser-engine.ts';
import { handsOf, type Hands } from './hands.ts';
import { rowsOfShop } from './in-page.ts';
import type { YearOfVisits } from './year-of-visits.ts';

/** What the walk is made with; all of it is this engine's own. */
export interface Walk {
  readonly engine: BrowserEngine;
  readonly folder: string;
  readonly list: YearOfVisits;
  readonly host: {
    readonly address: string;
    readonly stop: () => Promise<void>;
    /** Serves a newer version from now on, at the same address. */
    readonly serveNewer: () => Promise<void>;
  };
}

export class DayInBrowser {
  readonly walk: Walk;
  /** Everything that must be the same in every engine, by the step that found it. */
  readonly figures = new Map<string, string>();
  /** Milliseconds of what is felt. */
  readonly times = new Map<string, readonly number[]>();
  phrase = '';
  version = '';
  backups = { plain: '', locked: '' };
  before = '';
  #open: { readonly browser: OpenBrowser; readonly hands: Hands } | null = null;

  constructor(walk: Walk) {
    this.walk = walk;
  }

  get hands(): Hands {
    if (this.#open === null) throw new Error('The browser is not open.');
    return this.#open.hands;
  }

  get downloads(): string {
    return join(this.walk.folder, 'downloads');
  }

  async open(): Promise<void> {
    const profile = join(this.walk.folder, 'profile');
    const browser = await this.walk.engine.open({ profile, downloads: this.downloads });
    this.version = browser.version;
    this.#open = { browser, hands: handsOf(browser.tab) };
  }

  async kill(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    await open?.browser.kill();
  }

  /** Loads the page anew. */
  async load(): Promise<void> {
    // WebKit loses the transactions of a worker whose page is left in the middle of one, and the
    // database with them until the browser is closed (its bug 324094): what was begun is let end.
    await pause(1000);
    await this.hands.tab.goTo(`${this.walk.host.address}/`);
  }

  async goToCounter(): Promise<void> {
    await this.hands.press('link', /^Counter/);
    await this.hands.see('button', 'New');
  }

  async goToBackup(): Promise<void> {
    await this.hands.press('link', /^(My s|S)hop/);
    await this.hands.press('link', 'Save a backup');
  }

  /** The rows that no backup and no crash may change. */
  facts(): Promise<string> {
    return this.hands.ask(rowsOfShop, [...factTables]);
  }

  /**
   * Waits until the shop has learned from what came in: a slower browser would else learn from the
   * next taps too, and choose otherwise by a hair.
   */
  async untilLearned(visits: number): Promise<void> {
    for (const end = Date.now() + 60_000; Date.now() < end; await pause(250)) {
      const models: string = await this.hands.ask(rowsOfShop, ['models']);
      if (Number(/"visitsSeen":(\d+)/.exec(models)?.[1] ?? 0) > visits / 2) return;
    }
    throw new Error('Nothing was learned from the list.');
  }
}
