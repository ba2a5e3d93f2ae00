import { useEffect } from 'preact/hooks';
import type { Desk } from '#app/counter/counter-store.ts';
import { otherFormsOf } from '#domain/customers/name-variants.ts';

/** Has the desk find a Bill as William, and the other way round. */
export function useShortNames({ likely }: Desk): void {
  useEffect(() => void likely.learnForms(otherFormsOf), [likely]);
}
