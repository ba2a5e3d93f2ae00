import type { JSX } from 'preact';
import type { CounterStore } from '#app/counter/counter-store.ts';
import { removeBrought, setBrought } from '#app/counter/visit-actions.ts';
import { blankNewcomer } from '#app/counter/newcomer-draft.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { dayOfMinutes } from '#domain/visits/history.ts';
import { dayNumber, type Day } from '#lib/day.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { StripButton } from '#ui/parts/counter/strip-button.tsx';
import { StripPanel } from '#ui/parts/counter/visit-strip.tsx';
import { m } from '#ui/messages.ts';
import type { StripProps } from './strip-buttons.tsx';

/** A visit that had no name gets one: the tiles and the letters answer as always. */
export function WhosePanel({ counter }: Pick<StripProps, 'counter'>): JSX.Element {
  return (
    <StripPanel
      title={m.counter_whose_title()}
      foot={<StripButton kind="quiet" word={m.counter_cancel()} onPress={counter.escape} />}
    >
      <div class="panel_form">
        <p class="type_cue panel_label">{m.counter_whose_title()}</p>
        <p>{m.counter_whose_words()}</p>
      </div>
    </StripPanel>
  );
}

/** Whom they brought: who is new today or was lately, or somebody who has no tile yet. */
export function BroughtPanel({ counterStore, counter, strip }: StripProps): JSX.Element {
  const today = useToday();
  const { visit } = strip.shown;
  const brought = counterStore.referrals.get(visit.id);
  const name = strip.name ?? m.counter_no_name_title();
  function leave(): void {
    counter.change({ panel: 'strip' });
  }
  return (
    <StripPanel
      title={m.counter_friend_long()}
      foot={
        <>
          <StripButton
            kind="quiet"
            word={m.counter_brought_nobody()}
            onPress={() => {
              removeBrought(counterStore);
              leave();
            }}
          />
          <StripButton icon="check" word={m.counter_done()} onPress={leave} />
        </>
      }
    >
      <div class="panel_form">
        <p class="type_cue panel_label">{m.counter_brought_title({ name })}</p>
        <div class="panel_chips">
          {newcomersOf(counterStore, visit.customerId, today).map((friend) => (
            <StripButton
              key={friend.id}
              word={friend.name}
              pressed={brought?.about === friend.id && !brought.voided}
              onPress={() => setBrought(counterStore, friend.id)}
            />
          ))}
          <StripButton
            icon="plus"
            word={m.counter_brought_new()}
            onPress={() => {
              counterStore.setNewcomer({ ...blankNewcomer, sentBy: visit.customerId });
              counter.startNaming();
            }}
          />
        </div>
        <p class="type_cue">{m.counter_brought_words()}</p>
      </div>
    </StripPanel>
  );
}

/** Whoever came first so lately may have been brought. */
const newDays = 30;
const maxShown = 3;

function newcomersOf(
  counterStore: CounterStore,
  host: CustomerId | null,
  today: Day,
): readonly { readonly id: CustomerId; readonly name: string }[] {
  const here = counterStore.todayVisits.visits().flatMap(({ visit }) => visit.customerId ?? []);
  return [...new Set(here)]
    .filter((id) => id !== host && isNew(counterStore, id, today))
    .slice(0, maxShown)
    .flatMap((id) => {
      const name = counterStore.nameOf(id);
      return name === undefined ? [] : [{ id, name }];
    });
}

function isNew({ roster }: CounterStore, id: CustomerId, today: Day): boolean {
  const history = roster.person(id)?.history;
  const first = history?.stamps[0];
  if (history === undefined || first === undefined) return true;
  return history.older.visits === 0 && dayOfMinutes(first) > dayNumber(today) - newDays;
}
