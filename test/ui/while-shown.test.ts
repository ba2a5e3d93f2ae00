import { expect, it } from 'vitest';
import { whileShown } from '#ui/hooks/while-shown.ts';

it('an answer counts while somebody sees it, and neither it nor a failure after that', async () => {
  const taken: string[] = [];
  const take = (answer: string): void => void taken.push(answer);
  whileShown(Promise.resolve('seen'), take);
  const leave = whileShown(Promise.resolve('too late'), take);
  leave();
  // Unheard: it would end this test as a promise that nobody waited for.
  const closed = new DOMException('The shop was closed', 'InvalidStateError');
  whileShown(Promise.reject(closed), take)();
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
  expect(taken).toEqual(['seen']);
});
