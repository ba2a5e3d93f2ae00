import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

const dirtyForms = new Set<object>();
const listeners = new Set<() => void>();

/** Whether something half-typed is open anywhere: updates and the return to the Counter wait for it. */
export function isAnyFormDirty(): boolean {
  return dirtyForms.size > 0;
}

/** The same, followed as it changes. */
export function useAnyFormDirty(): boolean {
  const [isDirty, setDirty] = useState(isAnyFormDirty);
  useLayoutEffect(() => {
    function look(): void {
      setDirty(isAnyFormDirty());
    }
    look();
    listeners.add(look);
    return () => void listeners.delete(look);
  }, []);
  return isDirty;
}

/** Says to the shell that this form holds something not saved yet, for as long as it is shown. */
export function useDirtyForm(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const form = {};
    dirtyForms.add(form);
    tell();
    return () => {
      dirtyForms.delete(form);
      tell();
    };
  }, [isDirty]);
}

function tell(): void {
  for (const listener of listeners) listener();
}
