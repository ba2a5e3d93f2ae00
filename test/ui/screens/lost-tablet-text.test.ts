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

it('the sheet of a shop of several tablets begins and ends with the others', () => {
  const steps = stepsFor('plain', { isShared: true });
  expect(steps[0]).toContain('My shop, Tablets, It is lost');
  expect(steps.at(-1)).toContain('A new tablet joins from another one');
  expect(stepsFor('plain').join(' ')).not.toContain('Tablets');
});

function stepsFor(
  lock: 'plain' | 'unasked' | 'locked',
  { isShared } = { isShared: false },
): readonly string[] {
  return lostTabletSteps({ lock, address: 'https://pell.example/regulars/', isShared });
}
