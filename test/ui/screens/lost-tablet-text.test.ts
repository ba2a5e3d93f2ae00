import { expect, it } from 'vitest';
import { lostSteps } from '#ui/screens/protection/lost-tablet-text.ts';

it('the sheet for a lost tablet speaks of six words only where copies are locked with them', () => {
  expect(lostSteps('plain').join(' ')).not.toContain('six words');
  expect(lostSteps('unasked').join(' ')).not.toContain('six words');
  expect(lostSteps('locked').join(' ')).toContain('with the latest copy and its six words');
});
