import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import {
  blankForm,
  changesFrom,
  formFromText,
  formFromCustomer,
  formToText,
  type CustomerForm,
  type CustomerFormProblem,
} from '#app/customers/customer-form.ts';
import { readOwnCard } from '#app/customers/customer-page.ts';
import { addCustomer, changeCustomer, draftCustomer } from '#app/customers/customers.ts';
import {
  customerFormName,
  openFormDraft,
  newCustomerFormName,
} from '#app/customers/form-drafts.ts';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { changedFields } from '#domain/shop/versioned-row.ts';
import { useDeps, useSettings, useToday, useNavigate, useAction } from '#ui/hooks/use-shop.ts';
import { useDirtyForm } from '#ui/hooks/use-dirty-form.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute, type Route } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { CustomerFieldGroups } from './customer-fields.tsx';
import { CustomerNotFound } from '#ui/screens/customer/customer-not-found.tsx';
import './edit-customer.css';

export function EditCustomerScreen({ id }: { readonly id: CustomerId }): JSX.Element | null {
  const live = useLive((deps) => readOwnCard(deps, id), [id]);
  if (live.state !== 'ready') return null;
  return live.value === undefined ? (
    <CustomerNotFound />
  ) : (
    <CustomerFormScreen key={id} edited={live.value} />
  );
}

/** Adds somebody without a visit: all fields stand open, a name is enough. */
export function NewCustomerScreen(): JSX.Element {
  return <CustomerFormScreen edited={null} />;
}

interface EditedCustomer {
  readonly own: Customer;
  readonly isJoined: boolean;
}

// `edited` is null for somebody new.
function CustomerFormScreen(props: { readonly edited: EditedCustomer | null }): JSX.Element {
  // As it was when the form was opened: what another tab saves must not overwrite what is typed.
  const [edited] = useState(props.edited);
  const navigate = useNavigate();
  const today = useToday();
  const deps = useDeps();
  const { zone } = useSettings();
  const { run, isRunning } = useAction();
  const typed = useCustomerFormState(edited);
  const [problems, setProblems] = useState<readonly CustomerFormProblem[]>([]);
  useDirtyForm(typed.isDirty);
  const back = backTo(edited);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const changes = changesFrom(typed.form, today);
    setProblems(changes.ok ? [] : changes.problem);
    if (!changes.ok) return;
    const saved = await run(() =>
      edited === null
        ? addCustomer(deps, draftCustomer(deps, { ...changes.value, zone }))
        : changeCustomer(deps, edited.own.id, changedFields(edited.own, changes.value)),
    );
    if (saved === undefined) return;
    typed.discard();
    navigate({ kind: 'person', id: saved.id });
  }

  return (
    <Page
      title={
        edited === null ? m.customer_form_new() : m.customer_form_title({ name: edited.own.name })
      }
      back={{ href: formatRoute(back.route), word: back.word }}
      actions={
        <Button kind="primary" type="submit" form="card-form" busy={isRunning}>
          {m.customer_save()}
        </Button>
      }
    >
      {typed.isRestored ? <RestoredNotice onStartAgain={typed.startAgain} /> : null}
      {edited?.isJoined === true ? (
        <p class="type_sub edit-customer_joined">{m.customer_form_merged()}</p>
      ) : null}
      <form
        class="edit-customer"
        id="card-form"
        noValidate
        autoComplete="off"
        onSubmit={(event) => void submit(event)}
      >
        <CustomerFieldGroups
          form={typed.form}
          own={edited?.own.id ?? null}
          problems={problems}
          today={today}
          onChange={typed.change}
        />
        <div class="line edit-customer_keys">
          <ButtonLink href={formatRoute(back.route)}>{m.customer_cancel()}</ButtonLink>
          <Button type="submit" kind="primary" busy={isRunning}>
            {m.customer_save()}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function RestoredNotice({ onStartAgain }: { readonly onStartAgain: () => void }): JSX.Element {
  return (
    <Notice
      tone="done"
      actions={<Button onPress={onStartAgain}>{m.customer_form_start_again()}</Button>}
    >
      {m.customer_form_restored()}
    </Notice>
  );
}

function backTo(edited: EditedCustomer | null): { readonly route: Route; readonly word: string } {
  return edited === null
    ? { route: { kind: 'people' }, word: m.customer_back() }
    : { route: { kind: 'person', id: edited.own.id }, word: edited.own.name };
}

interface CustomerFormState {
  readonly form: CustomerForm;
  readonly isDirty: boolean;
  /** Whether the form began with what was typed another time and never saved. */
  readonly isRestored: boolean;
  readonly change: (form: CustomerForm) => void;
  readonly startAgain: () => void;
  readonly discard: () => void;
}

/** The form as it is typed; each letter is stored as a draft until the form is saved. */
function useCustomerFormState(edited: EditedCustomer | null): CustomerFormState {
  const deps = useDeps();
  const draft = openFormDraft(
    deps,
    edited === null ? newCustomerFormName : customerFormName(edited.own.id),
  );
  const [blank] = useState(() => (edited === null ? blankForm('') : formFromCustomer(edited.own)));
  const [found] = useState(draft.load);
  const [form, setForm] = useState(() => (found === null ? blank : formFromText(found)));
  const isDirty = formToText(form) !== formToText(blank);
  const isOnlyAName = found === formToText(blankForm(formFromText(found ?? '').texts.name));
  return {
    form,
    isDirty,
    isRestored: found !== null && !isOnlyAName && isDirty,
    change(next) {
      setForm(next);
      draft.save(formToText(next));
    },
    startAgain() {
      draft.discard();
      setForm(blank);
    },
    discard: draft.discard,
  };
}
