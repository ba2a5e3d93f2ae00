import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

const dirtyForms = new Set<object>();
const listeners = new Set<() => void>();

/**
 * Whether something half-typed is open anywhere: updates and the return to the Counter wait for it.
 */
export function isAnyFormDirty(): boolean {
  return dirtyForms.size > 0;
}

/** The same, followed as it changes. */
export function useAnyFormDirty(): boolean {
  const [isDirty, setDirty] = useState(isAnyFormDirty);
  useLayoutEffect(() => {
    function read(): void {
      setDirty(isAnyFormDirty());
    }
    read();
    listeners.add(read);
    return () => void listeners.delete(read);
  }, []);
  return isDirty;
}

/** Says to the shell that this form holds something not saved yet, for as long as it is shown. */
export function useDirtyForm(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const form = {};
    dirtyForms.add(form);
    notify();
    return () => {
      dirtyForms.delete(form);
      notify();
    };
  }, [isDirty]);
}

function notify(): void {
  for (const listener of listeners) listener();
}
