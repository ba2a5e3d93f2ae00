import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { visitCountOf } from '#app/customers/customer-list.ts';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import {
  restoreReferral,
  setReferral,
  takeBackReferral,
  type ReferralLink,
} from '#app/customers/referrals.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { numberText } from '#i18n/format.ts';
import { useDeps, useShop } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { ReferralField } from './referral-field.tsx';
import './referrals-card.css';

export interface ReferralsCardProps {
  readonly page: CustomerDetails;
  /** Whom they sent, first come first. */
  readonly sent: readonly Customer[];
}

interface TakenBack extends ReferralLink {
  readonly name: string;
}

/** Who sent them, and whom they sent; each link can be noted later and taken back. */
export function ReferralsCard({ page, sent }: ReferralsCardProps): JSX.Element {
  const deps = useDeps();
  const { run } = useAction();
  const [takenBack, setTakenBack] = useState<TakenBack | null>(null);
  const { own, customer } = page;
  async function takeBack({ id, name }: Customer): Promise<void> {
    const link = await run(() => takeBackReferral(deps, own.id, id));
    if (link !== undefined) setTakenBack({ ...link, name });
  }
  async function restore(link: ReferralLink): Promise<void> {
    if ((await run(() => restoreReferral(deps, link))) !== undefined) setTakenBack(null);
  }
  return (
    <Card title={m.customer_referrals()}>
      <ReferralField
        label={m.customer_form_sent_by()}
        chosen={customer.sentBy}
        without={own.id}
        onChoose={(id) => void run(() => setReferral(deps, own.id, id))}
      />
      {sent.length === 0 ? null : (
        <>
          <h3 class="type_heading referrals-card_sent">{m.customer_about_sent()}</h3>
          <ul>
            {sent.map((person) => (
              <SentPerson key={person.id} person={person} onTakeBack={takeBack} />
            ))}
          </ul>
        </>
      )}
      {takenBack === null ? null : (
        <Notice
          tone="done"
          actions={
            <Button onPress={() => void restore(takenBack)}>{m.customer_restore_visit()}</Button>
          }
        >
          {m.customer_sent_taken_back({ name: takenBack.name })}
        </Notice>
      )}
    </Card>
  );
}

interface SentPersonProps {
  readonly person: Customer;
  readonly onTakeBack: (person: Customer) => Promise<void>;
}

function SentPerson({ person, onTakeBack }: SentPersonProps): JSX.Element {
  const { roster } = useShop();
  const entry = roster.person(person.id);
  const count = entry === undefined ? 0 : visitCountOf(entry);
  return (
    <li class="line line-apart line_ruled referrals-card_person">
      <span class="referrals-card_words">
        <a class="referrals-card_name" href={formatRoute({ kind: 'person', id: person.id })}>
          <bdi>{person.name}</bdi>
        </a>
        <small class="type_small type_sub">
          {m.customer_sent_visits({ count, text: numberText(count) })}
        </small>
      </span>
      <Button
        kind="quiet"
        label={m.customer_sent_undo_named({ name: person.name })}
        onPress={() => void onTakeBack(person)}
      >
        {m.customer_sent_undo()}
      </Button>
    </li>
  );
}
