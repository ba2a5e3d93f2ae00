import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import './print-root.css';

export interface PrintRootProps {
  /** The sheets, each one page. */
  readonly children: ComponentChildren;
}

/** Stands beside the app, unseen on the screen, and is all that a printer sees. */
export function PrintRoot({ children }: PrintRootProps): null {
  const root = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const made = document.createElement('div');
    made.className = 'print-root';
    document.body.append(made);
    root.current = made;
    return () => {
      render(null, made);
      made.remove();
    };
  }, []);
  useLayoutEffect(() => {
    if (root.current !== null) render(children, root.current);
  });
  return null;
}
