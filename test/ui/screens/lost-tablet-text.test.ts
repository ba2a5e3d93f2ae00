import { expect, it } from 'vitest';
import { lostTabletSteps } from '#ui/screens/protection/lost-tablet-text.ts';

it('the sheet for a lost tablet speaks of six words only where backups are locked with them', () => {
  expect(lostTabletSteps('plain').join(' ')).not.toContain('six words');
  expect(lostTabletSteps('unasked').join(' ')).not.toContain('six words');
  expect(lostTabletSteps('locked').join(' ')).toContain('with the latest backup and its six words');
});
