import { expect, it } from 'vitest';
import { lostTabletSteps } from '#ui/screens/protection/lost-tablet-text.ts';

it('the sheet for a lost tablet speaks of six words only where backups are locked with them', () => {
  expect(stepsFor('plain').join(' ')).not.toContain('six words');
  expect(stepsFor('unasked').join(' ')).not.toContain('six words');
  expect(stepsFor('locked').join(' ')).toContain('with the latest backup and its six words');
});

it('the sheet for a lost tablet gives the address, for nobody knows it by heart', () => {
  for (const lock of ['plain', 'locked'] as const)
    expect(stepsFor(lock).join(' ')).toContain('open https://pell.example/regulars/, choose');
});

function stepsFor(lock: Parameters<typeof lostTabletSteps>[0]): readonly string[] {
  return lostTabletSteps(lock, 'https://pell.example/regulars/');
}
