import { useLayoutEffect } from 'preact/hooks';

/** Names the window, for the task switcher and screen readers. */
export function usePageTitle(title: string): void {
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
}
