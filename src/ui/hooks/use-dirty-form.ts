import { computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const dirtyForms = signal<ReadonlySet<object>>(new Set());

/** Whether something half-typed is open anywhere: updates and the return to the Counter wait for it. */
export const isAnyFormDirty = computed(() => dirtyForms.value.size > 0);

/** Says to the shell that this form holds something not saved yet, for as long as it is shown. */
export function useDirtyForm(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const form = {};
    dirtyForms.value = new Set([...dirtyForms.value, form]);
    return () => {
      dirtyForms.value = new Set([...dirtyForms.value].filter((each) => each !== form));
    };
  }, [isDirty]);
}
