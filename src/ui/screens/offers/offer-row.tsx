import type { JSX } from 'preact';
import type { Offer } from '#domain/shop/offer.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { Row } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';

export interface OfferRowProps {
  readonly offer: Offer;
  readonly cost: string;
  readonly canRemove: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

export function OfferRow(props: OfferRowProps): JSX.Element {
  const words = wordsOf(props.offer);
  return (
    <Row
      title={<bdi>{words}</bdi>}
      value={props.cost}
      control={
        <span class="offers-list_keys">
          <Button
            kind="quiet"
            icon={<Icon name="pencil" />}
            label={m.my_shop_offer_change({ words })}
            onPress={props.onChange}
          />
          {props.canRemove ? (
            <Button
              kind="quiet"
              icon={<Icon name="close" />}
              label={m.my_shop_offer_remove({ words })}
              onPress={props.onRemove}
            />
          ) : null}
        </span>
      }
    />
  );
}

export interface RemovedOfferProps {
  readonly offer: Offer;
  readonly onUndo: () => void;
}

export function RemovedOffer({ offer, onUndo }: RemovedOfferProps): JSX.Element {
  const words = wordsOf(offer);
  return (
    <div class="offers-list_removed">
      <Notice
        tone="done"
        actions={
          <Button label={m.my_shop_offer_undo({ words })} onPress={onUndo}>
            {m.my_shop_offer_undo_short()}
          </Button>
        }
      >
        {m.my_shop_offer_removed({ words })}
      </Notice>
    </div>
  );
}

function wordsOf({ words }: Offer): string {
  return words === '' ? m.my_shop_offer_unnamed() : words;
}
