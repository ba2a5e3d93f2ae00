import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { addressSections } from '#ui/routes.ts';
import { startScript } from '../../scripts/hosting/start-page.ts';

describe('the script in the page', () => {
  it('lets the app start where all is there', () => {
    expect(run({})).toEqual({ said: [], wentTo: null, isAppThere: true });
  });

  it.each([
    'noModule',
    'indexedDB',
    'DecompressionStream',
    'findLast',
    'CSS',
    'supports',
    'container-type',
  ])('says in plain words that the browser is too old without %s', (missing) => {
    const { said, wentTo, isAppThere } = run({ missing });
    expect(said[0]).toBe('This browser is too old for Regulars');
    expect(said.join(' ')).toMatch(/16\.4.*109.*115/);
    expect({ wentTo, isAppThere }).toEqual({ wentTo: null, isAppThere: false });
  });

  it('says so in a browser of ten years ago, that has none of it', () => {
    expect(run({ missing: 'all' }).said).toHaveLength(4);
  });

  it('says that the address needs https, and that no other page may show it', () => {
    expect(run({ isSecure: false }).said[0]).toContain('not safe enough');
    expect(run({ isFramed: true }).said[0]).toContain('inside another page');
  });

  it.each([
    ['/', null],
    ['/index.html', null],
    ['/name/', null],
    // The folder itself may be called like a section.
    ['/shop/', null],
    ['/people/3f/edit', '/#!/people/3f/edit'],
    ['/name/shop/copy', '/name/#!/name/shop/copy'],
    ['/shop/shop', '/shop/#!/shop/shop'],
    ['/shop/people/3f', '/shop/#!/shop/people/3f'],
  ])('in the page of the app at %s goes to %s', (path, wentTo) => {
    expect(run({ path })).toEqual({ said: [], wentTo, isAppThere: true });
  });

  it.each([
    ['/name/people/3f', undefined, '/name/#!/name/people/3f'],
    ['/name/no/such', 'https://shop.example/name/sw.js', '/name/#!/name/no/such'],
    ['/name/no/such', undefined, '/name/no/#!/name/no/such'],
    ['/name/no/', undefined, '/name/#!/name/no/'],
    ['/no', undefined, '/#!/no'],
    ['//evil.example/people/3f', undefined, '//evil.example/#!//evil.example/people/3f'],
  ])('in the page for deeper addresses at %s under %s goes to %s', (path, worker, wentTo) => {
    expect(run({ path, isDeepPage: true, worker }).wentTo).toBe(wentTo);
  });

  it('keeps the first address on its way up, and ends at the root', () => {
    const hash = '#!/name/no/such';
    expect(run({ path: '/name/', hash, isDeepPage: true }).wentTo).toBe(`/${hash}`);
    const atRoot = run({ path: '/', hash, isDeepPage: true });
    expect(atRoot.wentTo).toBeNull();
    expect(atRoot.said[0]).toContain('nothing at this address');
  });

  it('knows every section that a screen of the app lies in', () => {
    expect(addressSections.toSorted()).toEqual(['doing', 'people', 'shop', 'week']);
    for (const section of addressSections) expect(startScript()).toContain(`"${section}"`);
  });
});

const ownHost = 'https://shop.example';

interface Situation {
  /** The one feature that this browser lacks, or `all`. */
  readonly missing?: string;
  readonly isSecure?: boolean;
  readonly isFramed?: boolean;
  readonly path?: string;
  readonly hash?: string;
  readonly isDeepPage?: boolean;
  /** The address of the service worker that the page is under. */
  readonly worker?: string | undefined;
}

interface Outcome {
  readonly said: readonly string[];
  readonly wentTo: string | null;
  readonly isAppThere: boolean;
}

/** Runs the script in a page that is made of nothing but what it asks for. */
function run(situation: Situation): Outcome {
  const { missing, path = '/', hash = '', worker } = situation;
  const has = (name: string): boolean => missing !== name && missing !== 'all';
  const said: string[] = [];
  let wentTo: string | null = null;
  let isAppThere = true;
  const element = () => ({
    style: {},
    appendChild: (child: unknown) => (typeof child === 'string' ? said.push(child) : undefined),
    ...(has('noModule') ? { noModule: false } : {}),
  });
  const app = { parentNode: { replaceChild: () => (isAppThere = false) } };
  const window: Record<string, unknown> = {
    document: {
      getElementById: () => (situation.isDeepPage === true ? null : app),
      createElement: element,
      createTextNode: (text: string) => text,
      body: element(),
    },
    location: {
      protocol: 'https:',
      host: 'shop.example',
      pathname: path,
      hash,
      replace: (to: string) =>
        (wentTo = to.startsWith(ownHost) ? to.slice(ownHost.length) : `to another host: ${to}`),
    },
    navigator:
      missing === 'all'
        ? {}
        : { serviceWorker: { controller: worker === undefined ? null : { scriptURL: worker } } },
    isSecureContext: situation.isSecure ?? true,
    ...(has('indexedDB') ? { indexedDB: {} } : {}),
    ...(has('DecompressionStream') ? { DecompressionStream: {} } : {}),
    ...(has('CSS')
      ? { CSS: has('supports') ? { supports: () => has('container-type') } : {} }
      : {}),
  };
  Object.assign(window, { window, self: window, top: situation.isFramed === true ? {} : window });
  const prelude = has('findLast') ? '' : 'delete Array.prototype.findLast;';
  vm.runInNewContext(prelude + startScript(), window);
  return { said, wentTo, isAppThere };
}
