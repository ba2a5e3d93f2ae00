/**
 * Moves the focus to the heading in `place`, as a loaded page would. A screen that is still fetched
 * has none: then to the first one that appears, unless the returned function is called before.
 */
export function focusHeading(place: HTMLElement | null): (() => void) | undefined {
  if (place === null || focused(place)) return undefined;
  const watcher = new MutationObserver(() => {
    if (focused(place)) watcher.disconnect();
  });
  watcher.observe(place, { childList: true, subtree: true });
  return () => watcher.disconnect();
}

function focused(place: HTMLElement): boolean {
  const heading = place.querySelector('h1');
  if (heading === null) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
