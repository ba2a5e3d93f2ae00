import type { JSX } from 'preact';
import { tileOf } from '#app/counter/counter-view.ts';
import type { CounterStore } from '#app/counter/counter-store.ts';
import { tileCount } from '#app/counter/tile-layout.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { timeText } from '#i18n/date-time.ts';
import type { Counter } from './use-counter.ts';
import {
  CustomerTile,
  EmptyTile,
  InvitingTile,
  type CustomerTileProps,
} from '#ui/parts/counter/customer-tile.tsx';
import { TileGrid } from '#ui/parts/counter/tile-grid.tsx';
import { m } from '#ui/messages.ts';

export interface CounterTilesProps {
  readonly counterStore: CounterStore;
  readonly counter: Counter;
  /** Who answers to what was typed, or null when nothing was. */
  readonly found: readonly CustomerId[] | null;
  readonly markOn: (id: CustomerId) => CustomerTileProps['mark'];
  /** What tells people of one name apart; null for a name that nobody else has. */
  readonly cueOn: (id: CustomerId) => string | null;
}

/** The twelve tiles: who is likely now, or who was found. */
export function CounterTiles(props: CounterTilesProps): JSX.Element {
  const { counterStore, counter, found, markOn, cueOn } = props;
  const invitation = invitationFor(counterStore, counter, found);
  const ids = found ?? counterStore.tileRanking.tiles();
  const places = Array.from({ length: tileCount }, (_, place) => {
    if (place === 0 && invitation !== null) return { who: 'invitation', tile: invitation };
    const view = tileOf(counterStore, ids[place] ?? null);
    if (view.kind === 'empty') return { who: 'nobody', tile: <EmptyTile /> };
    const { id, name, cue, cameAt, isCurrent } = view;
    const came = cameAt === null ? null : timeText(cameAt);
    const tile = (
      <CustomerTile
        id={id}
        name={name}
        cue={cueOn(id) ?? cue}
        came={came}
        isCurrent={isCurrent}
        mark={markOn(id)}
        onTap={counter.tap}
      />
    );
    return { who: id, tile };
  });
  return <TileGrid places={places} isSearching={found !== null} />;
}

function invitationFor(
  counterStore: CounterStore,
  { state, startNaming }: Counter,
  found: readonly CustomerId[] | null,
): JSX.Element | null {
  // Nobody is new before everybody is known.
  if (!counterStore.roster.isComplete()) return null;
  const isNaming = state.panel === 'naming' || state.pad === 'big';
  if (found?.length === 0 && !isNaming && /\p{Letter}/u.test(state.typed))
    return (
      <InvitingTile onTap={startNaming}>
        {m.counter_add_name({ name: `${state.typed}…` })}
      </InvitingTile>
    );
  if (found === null && counterStore.roster.people().size === 0)
    return <InvitingTile onTap={startNaming}>{m.counter_first_customer()}</InvitingTile>;
  return null;
}
