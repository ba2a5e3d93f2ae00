// What runs in the page for the hands of a walk. Every function here is sent as text: it must lean
// on nothing outside of itself.
/* oxlint-disable unicorn/consistent-function-scoping, complexity -- what is sent as text has all it needs inside */

export type Role = 'button' | 'link' | 'textbox' | 'radio' | 'heading' | 'tile' | 'file' | 'text';

/** Something on the screen: its role, and what its name must be like. */
export interface Wanted {
  readonly role: Role;
  /** The source of a regular expression. */
  readonly name: string;
  readonly ms: number;
}

/** The element that is wanted, once it stands there; else an error that says what stood there. */
export async function elementFor({ role, name, ms }: Wanted): Promise<Element> {
  const selectors = {
    button: 'button, [role="button"], summary',
    link: 'a[href]',
    textbox: 'input:not([type]), input[type="text"], input[type="search"], textarea',
    radio: 'input[type="radio"], [role="radio"]',
    heading: 'h1, h2, h3',
    tile: '[role="list"][aria-label="Customers"] button, ul[aria-label="Customers"] button',
    file: 'input[type="file"]',
    text: 'h1, h2, h3, p, li, td, strong, [role="status"], button, a',
  };
  const pattern = new RegExp(name);
  const spoken = (element: Element): string => {
    const byOther = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const others = [...byOther.map((id) => document.getElementById(id)), ...labels];
    const word =
      element.getAttribute('aria-label') ??
      (others.length > 0
        ? others.map((other) => other?.textContent ?? '').join(' ')
        : element.textContent);
    return (word ?? '').replaceAll(/\s+/g, ' ').trim();
  };
  const isThere = (element: Element): boolean =>
    role === 'file' || (element.closest('[hidden], [inert]') === null && element.isConnected);
  const end = Date.now() + ms;
  for (;;) {
    for (const element of document.querySelectorAll(selectors[role])) {
      const isFree = role !== 'button' || !element.matches(':disabled, [aria-disabled="true"]');
      if (pattern.test(spoken(element)) && isThere(element) && isFree) return element;
    }
    if (Date.now() > end)
      throw new Error(
        `No ${role} ${name} at ${location.pathname}: ${(document.querySelector('main') ?? document.body).textContent?.slice(-900)}`,
      );
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
  }
}

/** The middle of `element` on the screen, once it stands still and nothing lies over it. */
export async function pointOn(element: Element): Promise<{ x: number; y: number }> {
  const target =
    element.matches('input[type="radio"]') && element instanceof HTMLInputElement
      ? (element.labels?.[0] ?? element)
      : element;
  let before = '';
  let still = 0;
  let over = '';
  for (let tries = 0; tries < 300; tries += 1) {
    const { top: from, bottom: to } = target.getBoundingClientRect();
    if (from < 0 || to > innerHeight)
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = target.getBoundingClientRect();
    const x = Math.round(left + width / 2);
    const y = Math.round(top + height / 2);
    const hit = document.elementFromPoint(x, y);
    const isFree = hit !== null && (target.contains(hit) || hit.contains(target));
    still = before === `${x} ${y}` && isFree && width > 0 ? still + 1 : 0;
    if (still === 3) return { x, y };
    before = `${x} ${y}`;
    over = isFree ? 'it moves' : `over it lies ${hit?.outerHTML.slice(0, 200)}`;
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
  }
  throw new Error(`Cannot press ${element.outerHTML.slice(0, 200)}: ${over}`);
}

/** All rows of the shop that this browser keeps, without the app: by table, as JSON. */
export async function rowsOfShop(tables: readonly string[]): Promise<string> {
  const name = localStorage.getItem('regulars.sample') ?? localStorage.getItem('regulars.shop');
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open(name ?? '');
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(new Error('The shop did not open.')));
  });
  const rows: Record<string, unknown> = {};
  for (const table of tables)
    rows[table] = await new Promise<unknown>((done, fail) => {
      const request = db.transaction(table).objectStore(table).getAll();
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => fail(new Error(`${table} could not be read.`)));
    });
  db.close();
  const inOrder = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(rows, inOrder);
}

/**
 * Notes on the page itself how long it takes from a tap to the frame with the name, and until the
 * strip says that the visit is saved.
 */
export async function noteTaps(): Promise<void> {
  const note = document.documentElement.dataset;
  note['painted'] = note['saved'] = '';
  let from = 0;
  let isPainted = true;
  let isSaved = true;
  let before = '';
  const strip = (): string =>
    document.querySelector('[aria-label="The last visit"]')?.textContent ?? '';
  document.addEventListener(
    'pointerup',
    (event) => {
      if (!(event.target instanceof Element) || event.target.closest('ul, [role="list"]') === null)
        return;
      from = performance.now();
      before = strip();
      isPainted = isSaved = false;
    },
    true,
  );
  new MutationObserver(() => {
    const now = strip();
    if (!isPainted && now !== before) {
      isPainted = true;
      requestAnimationFrame(() =>
        setTimeout(() => {
          note['painted'] += ` ${performance.now() - from}`;
        }),
      );
    }
    if (!isSaved && now !== before && now.includes(', saved')) {
      isSaved = true;
      note['saved'] += ` ${performance.now() - from}`;
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}
