import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { roundPlaceOf } from '#app/rounds/propose-round.ts';
import { placesIn, type RoundContext, type RoundView } from '#app/rounds/round-view.ts';
import { addRoundLine } from '#app/rounds/rounds.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { CustomerFinder } from '#ui/screens/customer/customer-finder.tsx';
import { m } from '#ui/messages.ts';

export interface AddToRoundProps {
  readonly view: RoundView;
  readonly context: RoundContext;
}

/** Somebody more for the list, one after another; whoever lives with them comes along. */
export function AddToRound({ view, context }: AddToRoundProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { cardCost } = useSettings();
  const { run } = useAction();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  async function add(id: CustomerId): Promise<void> {
    const entry = context.roster.person(id);
    if (entry === undefined) return;
    const place = roundPlaceOf(placesIn(context).of(entry));
    const gift = { kind: 'card', words: '', cost: cardCost } as const;
    const line = { roundId: view.round.id, place, gift, today };
    if ((await run(() => addRoundLine(deps, line))) !== undefined)
      setSaid(m.rounds_added({ name: entry.customer.name }));
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{m.rounds_add()}</Button>
      {isOpen ? (
        <Sheet
          title={m.rounds_add()}
          closeWord={m.rounds_close_sheet()}
          startAt="field"
          onClose={() => setOpen(false)}
        >
          <CustomerFinder
            label={m.rounds_add_who()}
            without={view.lines.flatMap(({ people }) => people.map(({ id }) => id))}
            onChoose={(id) => void add(id)}
          />
          <p role="status">{said}</p>
        </Sheet>
      ) : null}
    </>
  );
}
