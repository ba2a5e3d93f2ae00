import { expect, it } from 'vitest';
import { untilCancelled } from '#ui/hooks/cancellable.ts';

it('an answer counts while somebody sees it, and neither it nor a failure after that', async () => {
  const taken: string[] = [];
  const take = (answer: string): void => void taken.push(answer);
  untilCancelled(Promise.resolve('seen'), take);
  const late = Promise.resolve('too late');
  untilCancelled(late, take)();
  // Unheard: it would end this test as a promise that nobody waited for.
  const closed = Promise.reject(new DOMException('The shop was closed', 'InvalidStateError'));
  untilCancelled(closed, take)();
  await Promise.allSettled([late, closed]);
  expect(taken).toEqual(['seen']);
});
