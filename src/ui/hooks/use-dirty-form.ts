import { useEffect } from 'preact/hooks';
import { Observable } from '#lib/observable.ts';
import { useObservable } from './use-observable.ts';

const dirtyForms = new Observable(0);

/** Whether something half-typed is open anywhere: updates and the return to the Counter wait. */
export function isAnyFormDirty(): boolean {
  return dirtyForms.value > 0;
}

/** The same, drawn again as it changes. */
export function useAnyFormDirty(): boolean {
  return useObservable(dirtyForms, isAnyFormDirty);
}

/** Counts this form as not saved while `isDirty` and shown. */
export function useDirtyForm(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    dirtyForms.value += 1;
    return () => {
      dirtyForms.value -= 1;
    };
  }, [isDirty]);
}
