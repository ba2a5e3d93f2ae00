import { useState } from 'preact/hooks';
import {
  beforeFormName,
  clashesIn,
  rebasedForm,
  withTheirs,
  type ClashingAnswer,
} from '#app/customers/form/changed-meanwhile.ts';
import {
  blankForm,
  formFromCustomer,
  formFromText,
  formToText,
  type CustomerForm,
} from '#app/customers/form/customer-form.ts';
import {
  customerFormName,
  newCustomerFormName,
  openFormDraft,
  type FormDraft,
} from '#app/customers/form/form-drafts.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';

interface CustomerFormState {
  readonly form: CustomerForm;
  readonly isDirty: boolean;
  /** Whether the form began with what was typed another time and never saved. */
  readonly isRestored: boolean;
  /** What was changed elsewhere since, and is typed otherwise here. */
  readonly clashes: readonly ClashingAnswer[];
  readonly change: (form: CustomerForm) => void;
  /** Takes what is there now in place of what was typed over it. */
  readonly takeTheirs: () => void;
  /** Takes in what is not typed here of the `newest` version of the person; gives the form then. */
  readonly takeIn: (newest: Customer | null) => CustomerForm;
  readonly startAgain: () => void;
  readonly discard: () => void;
}

/**
 * The form as it is typed; each letter is stored as a draft until the form is saved. `own` is the
 * person as they are now, null for somebody new.
 */
export function useCustomerForm(own: Customer | null): CustomerFormState {
  const deps = useDeps();
  const name = own === null ? newCustomerFormName : customerFormName(own.id);
  const draft = openFormDraft(deps, name);
  const draftBefore = openFormDraft(deps, beforeFormName(name));
  const now = own === null ? blankForm('') : formFromCustomer(own);
  const [found] = useState(draft.load);
  const [{ form, before }, setTyped] = useState(() => begun([draft, draftBefore], now));
  const isDirty = formToText(form) !== formToText(before);
  const isOnlyAName = found === formToText(blankForm(formFromText(found ?? '').texts.name));
  const clashes = clashesIn(form, { before, now });
  function change(next: CustomerForm, from = before): void {
    setTyped({ form: next, before: from });
    draft.save(formToText(next));
    draftBefore.save(formToText(from));
  }
  function discard(): void {
    draft.discard();
    draftBefore.discard();
  }
  return {
    form,
    isDirty,
    isRestored: found !== null && !isOnlyAName && isDirty,
    clashes,
    change,
    takeTheirs: () => change(withTheirs(form, now, clashes)),
    takeIn(newest) {
      const there = newest === null ? before : formFromCustomer(newest);
      const taken = rebasedTyping({ form, before }, there);
      setTyped(taken);
      return taken.form;
    },
    startAgain() {
      discard();
      setTyped({ form: now, before: now });
    },
    discard,
  };
}

interface Typing {
  readonly form: CustomerForm;
  /** What stood there before anything was typed. */
  readonly before: CustomerForm;
}

// What was not typed then may have changed since.
function begun([draft, draftBefore]: readonly [FormDraft, FormDraft], now: CustomerForm): Typing {
  const found = draft.load();
  if (found === null) return { form: now, before: now };
  const typed = formFromText(found);
  const foundBefore = draftBefore.load();
  const before = foundBefore === null ? now : formFromText(foundBefore);
  return rebasedTyping({ form: typed, before }, now);
}

function rebasedTyping({ form, before }: Typing, now: CustomerForm): Typing {
  return {
    form: rebasedForm(form, { before, now }),
    before: rebasedForm(before, { before: form, now }),
  };
}
