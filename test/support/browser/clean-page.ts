// Takes each rendered screen off the page again, so that no test sees what another one left.
import { cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeAll } from 'vitest';

// The storage is real, each screen is fetched when it is first shown, and the machine may be busy
// with other tests.
configure({ asyncUtilTimeout: 30_000, defaultIgnore: 'script, style' });

// A download of the file before may have left the page at no address.
beforeAll(() => {
  const page: unknown = Reflect.get(globalThis, 'happyDOM');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the made-up page can be told
  (page as { setURL: (url: string) => void }).setURL('http://localhost:3000/');
});

afterEach(() => {
  cleanup();
});
