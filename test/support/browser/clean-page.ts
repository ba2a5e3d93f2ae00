// Takes each rendered screen off the page again, so that no test sees what another one left.
import { cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';

afterEach(() => {
  cleanup();
});
