import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { ClashingAnswer } from '#app/customers/form/changed-meanwhile.ts';
import { changesFrom, type CustomerFormProblem } from '#app/customers/form/customer-form.ts';
import { readOwnCard } from '#app/customers/customer-page.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import type { Deps } from '#app/deps.ts';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { changedFields } from '#domain/shop/versioned-row.ts';
import { enumeration } from '#i18n/format.ts';
import { useDeps, useSettings, useToday, useNavigate } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { useDirtyForm } from '#ui/hooks/use-dirty-form.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute, type Route } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { CustomerFieldGroups } from './customer-fields.tsx';
import { CustomerNotFound } from '#ui/screens/customer/customer-not-found.tsx';
import { personLines } from '#ui/screens/held/person-lines.ts';
import { useCustomerForm } from './use-customer-form.ts';
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
function CustomerFormScreen({ edited }: { readonly edited: EditedCustomer | null }): JSX.Element {
  const navigate = useNavigate();
  const today = useToday();
  const deps = useDeps();
  const { zone } = useSettings();
  const { run, isRunning } = useAction();
  const typed = useCustomerForm(edited?.own ?? null);
  const [problems, setProblems] = useState<readonly CustomerFormProblem[]>([]);
  useDirtyForm(typed.isDirty);
  const back = backTo(edited);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const newest = edited === null ? null : await readNewest(deps, edited.own);
    if (newest === undefined) return;
    const changes = changesFrom(typed.takeIn(newest), today);
    setProblems(changes.ok ? [] : changes.problem);
    if (!changes.ok) return;
    const saved = await run(() =>
      newest === null
        ? addCustomer(deps, draftCustomer(deps, { ...changes.value, zone }))
        : changeCustomer(deps, newest.id, changedFields(newest, changes.value)),
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
      {edited === null || typed.clashes.length === 0 ? null : (
        <MeanwhileNotice own={edited.own} answers={typed.clashes} onTake={typed.takeTheirs} />
      )}
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

// Somebody else may have saved just now. Where it cannot be read, saving says what the matter is.
async function readNewest(deps: Deps, own: Customer): Promise<Customer | undefined> {
  return readOwnCard(deps, own.id).then(
    (card) => card?.own,
    () => own,
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

interface MeanwhileNoticeProps {
  readonly own: Customer;
  readonly answers: readonly ClashingAnswer[];
  readonly onTake: () => void;
}

/** What somebody else noted since, and saving would write over. */
function MeanwhileNotice({ own, answers, onTake }: MeanwhileNoticeProps): JSX.Element {
  const today = useToday();
  const isAsked = (field: string) => answers.some((answer) => fieldOf(answer) === field);
  const said = Object.fromEntries(Object.entries(own).filter(([field]) => isAsked(field)));
  const lines = personLines(said, today);
  const text = lines.length === 0 ? m.customer_form_meanwhile_nothing() : enumeration(lines);
  return (
    <Notice
      tone="ask"
      actions={<Button onPress={onTake}>{m.customer_form_meanwhile_take()}</Button>}
    >
      {m.customer_form_meanwhile({ text })}
    </Notice>
  );
}

function fieldOf(answer: ClashingAnswer): string {
  return answer.startsWith('birth') ? 'birthday' : answer;
}

function backTo(edited: EditedCustomer | null): { readonly route: Route; readonly word: string } {
  return edited === null
    ? { route: { kind: 'people' }, word: m.customer_back() }
    : { route: { kind: 'person', id: edited.own.id }, word: edited.own.name };
}
