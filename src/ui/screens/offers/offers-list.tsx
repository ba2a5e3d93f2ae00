import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Currency } from '#domain/shop/money.ts';
import {
  maxOffers,
  withOffer,
  withOfferAt,
  withOfferBack,
  withoutOfferAt,
  type Offer,
  type OfferList,
} from '#domain/shop/offer.ts';
import { money } from '#i18n/format.ts';
import { useFocusNext } from '#ui/hooks/use-focus-next.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { RowList } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';
import { OfferForm } from './offer-form.tsx';
import { OfferRow, RemovedOffer } from './offer-row.tsx';
import './offers-list.css';

export interface OffersListProps {
  readonly offers: OfferList;
  readonly currency: Currency;
  readonly onChange: (offers: OfferList) => void;
}

/** What the shop offers, each with its cost: added, changed, and removed with the way back. */
export function OffersList({ offers, currency, onChange }: OffersListProps): JSX.Element {
  const id = useId();
  const { writing, write, keep, remove, removed, putBack } = useOffersList(offers, onChange);
  const form = (start: Offer | null): JSX.Element => (
    <OfferForm
      key={String(writing)}
      start={start}
      currency={currency}
      onKeep={keep}
      onCancel={() => write(null)}
    />
  );
  const row = (offer: Offer, place: number): JSX.Element => (
    <OfferRow
      key={place}
      offer={offer}
      cost={money(offer.cost, currency)}
      canRemove={offers.length > 1}
      onChange={() => write(place)}
      onRemove={() => remove({ offer, place })}
    />
  );
  return (
    <section class="offers-list" aria-labelledby={id}>
      <h3 class="type_heading" id={id}>
        {m.my_shop_offers()}
      </h3>
      <p class="type_sub">{m.my_shop_offers_hint()}</p>
      <RowList>
        {offers.map((offer, place) => (writing === place ? form(offer) : row(offer, place)))}
      </RowList>
      {removed === null ? null : <RemovedOffer offer={removed.offer} onUndo={putBack} />}
      {writing === 'new' ? form(null) : null}
      {writing === null && offers.length < maxOffers ? (
        <span class="offers-list_new">
          <Button onPress={() => write('new')}>{m.my_shop_offer_add()}</Button>
        </span>
      ) : null}
    </section>
  );
}

/** The place in the list that is being written, or a new one at its end. */
type Writing = number | 'new' | null;

interface OfferInPlace {
  readonly offer: Offer;
  readonly place: number;
}

interface OffersListState {
  readonly writing: Writing;
  readonly write: (place: Writing) => void;
  readonly keep: (offer: Offer) => void;
  readonly remove: (which: OfferInPlace) => void;
  readonly removed: OfferInPlace | null;
  readonly putBack: () => void;
}

function useOffersList(offers: OfferList, onChange: OffersListProps['onChange']): OffersListState {
  const focusNext = useFocusNext();
  const [writing, setWriting] = useState<Writing>(null);
  const [removed, setRemoved] = useState<OfferInPlace | null>(null);
  function write(place: Writing): void {
    setWriting(place);
    focusNext(place === null ? '.offers-list_new button' : '.offers-list_form input');
  }
  function keep(offer: Offer): void {
    const isNew = typeof writing !== 'number';
    onChange(isNew ? withOffer(offers, offer) : withOfferAt(offers, writing, offer));
    write(null);
  }
  function remove(which: OfferInPlace): void {
    onChange(withoutOfferAt(offers, which.place));
    setWriting(null);
    setRemoved(which);
    focusNext('.offers-list_removed button');
  }
  function putBack(): void {
    if (removed !== null) onChange(withOfferBack(offers, removed.place, removed.offer));
    setRemoved(null);
    focusNext('.offers-list_new button');
  }
  return { writing, write, keep, remove, removed, putBack };
}
