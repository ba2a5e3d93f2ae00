import { useEffect, useState } from 'preact/hooks';
import { hasTablets } from '#app/tablets/has-tablets.ts';
import { useDeps } from './use-shop.ts';

/** Whether the shop is one of several tablets; not, as long as that is not known. */
export function useHasTablets(): boolean {
  const deps = useDeps();
  const [isShared, setShared] = useState(false);
  useEffect(() => void hasTablets(deps).then(setShared), [deps]);
  return isShared;
}
