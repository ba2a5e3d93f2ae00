import type { JSX } from 'preact';
import type { ActiveVisitView } from '#app/counter/active-visit-view.ts';
import type { CounterStore } from '#app/counter/counter-store.ts';
import {
  givePerk,
  recordHandOver,
  restoreUndone,
  undoHandOver,
  undoVisit,
  toggleReduced,
} from '#app/counter/visit-actions.ts';
import { moneyShort } from '#i18n/format.ts';
import type { Counter } from './use-counter.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { StripButton, StripLink } from '#ui/parts/counter/strip-button.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

export interface StripProps {
  readonly counterStore: CounterStore;
  readonly counter: Counter;
  readonly strip: ActiveVisitView;
}

/** Handing over, undo, the page and the amounts, each always in its own place. */
export function StripButtons(props: StripProps): JSX.Element {
  const { counterStore, counter, strip } = props;
  const { visit } = strip.shown;
  if (strip.isTakenBack)
    return (
      <StripButton
        key="put-back"
        kind="quiet"
        place="undo"
        icon="undo"
        word={m.counter_restore()}
        onPress={() => restoreUndone(counterStore, visit.id)}
      />
    );
  return (
    <>
      <GiveButton {...props} />
      <StripButton
        key="undo"
        kind="quiet"
        place="undo"
        icon="undo"
        word={m.counter_undo()}
        onPress={() => takeBack(props)}
      />
      {visit.customerId === null ? (
        <StripButton
          key="whose"
          kind="quiet"
          place="page"
          icon="person"
          word={m.counter_whose()}
          label={m.counter_whose_long()}
          onPress={() => counter.change({ panel: 'whose', names: 'visit', typed: '' })}
        />
      ) : strip.name === null ? null : (
        <StripLink
          place="page"
          icon="page"
          href={formatRoute({ kind: 'person', id: visit.customerId })}
          word={m.counter_page()}
          label={m.counter_page_of({ name: strip.name })}
        />
      )}
      <AmountButtons {...props} />
    </>
  );
}

// Nothing more is noted of a visit that was undone: the money keys give way to the letters.
function takeBack({ counterStore, counter, strip }: StripProps): void {
  if (counter.state.pad === 'money') counter.closeMoney();
  undoVisit(counterStore, strip.shown.visit.id);
}

function GiveButton({ counterStore, strip }: StripProps): JSX.Element | null {
  const today = useToday();
  const { waiting, perkDue } = strip;
  if (strip.isHandedOver)
    return (
      <StripButton
        place="give"
        icon="mail"
        word={m.counter_handed_over()}
        label={m.counter_undo_hand_over()}
        pressed
        onPress={() => undoHandOver(counterStore)}
      />
    );
  if (waiting === null && perkDue !== null)
    return (
      <StripButton
        kind="give"
        place="give"
        icon="gift"
        word={m.counter_perk_given()}
        onPress={() => givePerk(counterStore, perkDue, today)}
      />
    );
  if (waiting === null) return null;
  return (
    <StripButton
      kind="give"
      place="give"
      icon={waiting.kind === 'offer' ? 'gift' : 'mail'}
      word={m.counter_handed_over()}
      onPress={() => recordHandOver(counterStore, waiting.id, today)}
    />
  );
}

function AmountButtons({ counterStore, counter, strip }: StripProps): JSX.Element | null {
  const { amounts, currency } = useSettings();
  const { amount, usual } = strip;
  const { visit } = strip.shown;
  if (visit.kind === 'browsed') return null;
  if (!amounts)
    return (
      <StripButton
        place="other"
        word={m.counter_reduced()}
        label={m.counter_reduced_long()}
        pressed={visit.reduced}
        onPress={() => toggleReduced(counterStore)}
      />
    );
  const blank = moneyShort(0, currency)
    .replace(/[0-9.,]+/, ' … ')
    .trim();
  const isUsual = usual !== null && amount === usual;
  const noted = amount === null || isUsual ? null : moneyShort(amount, currency);
  return (
    <>
      {usual === null ? null : (
        <StripButton
          place="usual"
          figure={moneyShort(usual, currency)}
          word={m.counter_usual()}
          label={m.counter_usual_long({ amount: moneyShort(usual, currency) })}
          pressed={isUsual}
          onPress={() => counterStore.setAmount(isUsual ? null : usual)}
        />
      )}
      {noted === null ? (
        <StripButton
          place="other"
          figure={blank}
          word={usual === null ? m.counter_amount() : m.counter_other()}
          label={
            usual === null
              ? m.counter_amount_long({ figure: blank })
              : m.counter_other_long({ figure: blank })
          }
          pressed={false}
          onPress={counter.openMoney}
        />
      ) : (
        <StripButton
          place="other"
          figure={noted}
          word={m.counter_noted()}
          label={m.counter_noted_long({ amount: noted })}
          pressed
          onPress={counter.openMoney}
        />
      )}
    </>
  );
}
