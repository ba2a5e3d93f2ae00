// One browser as the walk knows it: a page that can be asked and touched, whatever wire leads to
// it.

/** The hands and eyes of a walk in one page. */
export interface Tab {
  readonly goTo: (address: string) => Promise<void>;
  /** Runs the body of an async function in the page; its value comes back as JSON. */
  readonly run: (body: string) => Promise<unknown>;
  readonly press: (point: Point) => Promise<void>;
  /** Types `text` into the element that `body` returns; a path, where it is a field for files. */
  readonly typeInto: (body: string, text: string) => Promise<void>;
  readonly print: (paper: Paper) => Promise<Uint8Array>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Paper {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A running browser on one profile. */
export interface OpenBrowser {
  readonly version: string;
  readonly tab: Tab;
  /** Ends all its processes at once, as a crash does. */
  readonly kill: () => Promise<void>;
}

/** What a browser keeps from one start to the next, and where its downloads go. */
export interface Place {
  readonly profile: string;
  readonly downloads: string;
}

export interface BrowserEngine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKitGTK';
  readonly open: (place: Place) => Promise<OpenBrowser>;
}

/** A browser that cannot be walked here, and what is missing. */
export interface MissingEngine {
  readonly name: BrowserEngine['name'];
  readonly missing: string;
}
