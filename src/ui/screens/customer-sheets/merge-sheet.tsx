import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { lastSeenOn, visitCountOf } from '#app/customers/customer-list.ts';
import { mergeCustomers } from '#app/customers/merge-customers.ts';
import type { RosterEntry } from '#app/customers/roster.ts';
import { byCreation, type Customer, type CustomerId } from '#domain/customers/customer.ts';
import { numberText } from '#i18n/format.ts';
import { dayWords } from '#i18n/story.ts';
import { sumOf } from '#lib/statistics.ts';
import { useDeps, useToday, useNavigate } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { FieldStack } from '#ui/parts/controls/field.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { CustomerFinder } from '#ui/screens/customer/customer-finder.tsx';
import './merge-sheet.css';

export interface MergeSheetProps {
  readonly customer: Customer;
  readonly onClose: () => void;
}

/** Two records of one person: first who, then both beside each other, and only then the merge. */
export function MergeSheet({ customer, onClose }: MergeSheetProps): JSX.Element {
  const { roster } = useRoster();
  const [otherId, setOtherId] = useState<CustomerId | null>(null);
  const person = roster.person(customer.id);
  const other = otherId === null ? undefined : roster.person(otherId);
  if (person !== undefined && other !== undefined)
    return (
      <PreviewSheet
        records={[person, other].toSorted((a, b) => byCreation(a.customer, b.customer))}
        onLeave={() => setOtherId(null)}
        onClose={onClose}
      />
    );
  return (
    <Sheet
      title={m.customer_merge_title({ name: customer.name })}
      closeWord={m.customer_close()}
      onClose={onClose}
    >
      <FieldStack>
        <p class="type_sub">{m.customer_merge_hint()}</p>
        <CustomerFinder
          label={m.customer_merge_find()}
          without={[customer.id]}
          onChoose={setOtherId}
        />
      </FieldStack>
    </Sheet>
  );
}

interface PreviewSheetProps {
  /** The older one first: it is kept. */
  readonly records: readonly RosterEntry[];
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

function PreviewSheet({ records, onLeave, onClose }: PreviewSheetProps): JSX.Element {
  const deps = useDeps();
  const navigate = useNavigate();
  const { run, isRunning } = useAction();
  const [kept, other] = records;
  async function merge(): Promise<void> {
    if (kept === undefined || other === undefined) return;
    const done = await run(() => mergeCustomers(deps, kept.id, other.id));
    if (done === undefined) return;
    onClose();
    navigate({ kind: 'person', id: done.survivor.id });
  }
  const count = sumOf(records.map(visitCountOf));
  return (
    <Sheet
      title={m.customer_merge_ask()}
      closeWord={m.customer_close()}
      onClose={onClose}
      foot={
        <>
          <Button kind="primary" busy={isRunning} onPress={() => void merge()}>
            {m.customer_merge_yes()}
          </Button>
          <Button kind="quiet" onPress={onLeave}>
            {m.customer_merge_no()}
          </Button>
        </>
      }
    >
      <ul class="merge-sheet_records">
        {records.map((record) => (
          <MergedRecord key={record.id} record={record} />
        ))}
      </ul>
      <p>
        {m.customer_merge_after({
          name: kept?.customer.name ?? '',
          count,
          text: numberText(count),
        })}{' '}
        {m.customer_merge_gaps({ name: kept?.customer.name ?? '' })}
      </p>
    </Sheet>
  );
}

/** What tells two records of one name apart: how they are known, how to reach them, when here. */
function MergedRecord({ record }: { readonly record: RosterEntry }): JSX.Element {
  const today = useToday();
  const { name, cue, phones, emails, addresses } = record.customer;
  const count = visitCountOf(record);
  const last = lastSeenOn(record);
  const reach = [phones[0], emails[0], addresses[0]?.replaceAll('\n', ', ')];
  return (
    <li class="merge-sheet_record">
      <b>
        <bdi>{name}</bdi>
      </b>
      {[cue, ...reach].map((words) =>
        words === undefined || words === '' ? null : (
          <span key={words}>
            <bdi>{words}</bdi>
          </span>
        ),
      )}
      <span class="type_sub">
        {last === null
          ? m.people_not_here_yet()
          : m.customer_merge_visits({
              count,
              text: numberText(count),
              when: dayWords(last, today),
            })}
      </span>
    </li>
  );
}
