import { useEffect } from 'preact/hooks';
import type { CounterStore } from '#app/counter/counter-store.ts';
import { useWallTime } from '#ui/hooks/use-shop.ts';

/** So long must nobody have touched anything before tiles may change. */
const quietMs = 5000;

/**
 * Lets a few tiles change in quiet moments: never under a finger, never soon after a touch, and
 * never while somebody is being searched.
 */
export function useIdleReorder(counterStore: CounterStore, isSearching: boolean): void {
  const { minute } = useWallTime();
  const visits = counterStore.todayVisits.visits().length;
  useEffect(() => {
    if (isSearching) return undefined;
    const fingers = new Set<number>();
    let timer = setTimeout(settle, quietMs);
    function settle(): void {
      if (fingers.size === 0) counterStore.reorderTiles();
    }
    function touched(event: Event): void {
      if (event instanceof PointerEvent) fingers.add(event.pointerId);
      clearTimeout(timer);
      timer = setTimeout(settle, quietMs);
    }
    function lifted(event: PointerEvent): void {
      fingers.delete(event.pointerId);
      touchEnded();
    }
    function touchEnded(): void {
      clearTimeout(timer);
      timer = setTimeout(settle, quietMs);
    }
    addEventListener('pointerdown', touched, { passive: true });
    addEventListener('keydown', touched, { passive: true });
    addEventListener('pointerup', lifted, { passive: true });
    addEventListener('pointercancel', lifted, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('pointerdown', touched);
      removeEventListener('keydown', touched);
      removeEventListener('pointerup', lifted);
      removeEventListener('pointercancel', lifted);
    };
  }, [counterStore, isSearching, minute, visits]);
}
