import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Deps } from '#app/deps.ts';
import type { RosterEntry } from '#app/customers/roster.ts';
import { addressLines, isUnder, type Home } from '#app/households/homes.ts';
import { householdOffers } from '#app/households/household-offers.ts';
import { changeHousehold, moveTogether, type Move } from '#app/households/households.ts';
import type { Customer, CustomerId } from '#domain/customers/customer.ts';
import { homeNameText } from '#i18n/post/home-names.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { CustomerFinder } from '#ui/screens/customer/customer-finder.tsx';
import { m } from '#ui/messages.ts';

export interface HouseholdSheetProps {
  readonly person: Customer;
  readonly id: CustomerId;
  /** Undefined before anybody was chosen. */
  readonly home: Home | undefined;
  readonly onMoved: (name: string, move: Move, deps: Deps) => void;
  readonly onClose: () => void;
}

/** Who lives with somebody, what stands on the envelope, and whose address counts. */
export function HouseholdSheet(props: HouseholdSheetProps): JSX.Element {
  const { person, id, home, onMoved, onClose } = props;
  const deps = useDeps();
  const { run } = useAction();
  async function moveIn(other: CustomerId, name: string): Promise<void> {
    const move = await run(() => moveTogether(deps, [id, other]));
    if (move !== undefined) onMoved(name, move, deps);
  }
  return (
    <Sheet
      title={m.household_sheet_title({ name: person.name })}
      closeWord={m.household_sheet_close()}
      onClose={onClose}
    >
      <FieldStack>
        <p>{m.household_sheet_lead()}</p>
        {home === undefined ? null : <EnvelopeFields home={home} />}
        <Newcomers id={id} home={home} onChoose={(who, name) => void moveIn(who, name)} />
      </FieldStack>
    </Sheet>
  );
}

interface NewcomersProps {
  readonly id: CustomerId;
  readonly home: Home | undefined;
  readonly onChoose: (id: CustomerId, name: string) => void;
}

function Newcomers({ id, home, onChoose }: NewcomersProps): JSX.Element {
  const { roster, version } = useRoster();
  const here = home?.members.map((member) => member.id) ?? [id];
  const offers = useMemo(
    () => householdOffers(roster, id, here),
    // oxlint-disable-next-line react/exhaustive-deps -- who lives here is part of the version
    [roster, version, id],
  );
  const choose = (who: CustomerId): void => onChoose(who, roster.person(who)?.customer.name ?? '');
  return (
    <>
      {offers.length === 0 ? null : (
        <div role="group" aria-label={m.household_offers()}>
          <p class="type_sub">{m.household_offers()}</p>
          <div class="household-card_offers">
            {offers.map((offer) => (
              <Button key={offer.id} onPress={() => choose(offer.id)}>
                <bdi>{offer.customer.name}</bdi>
              </Button>
            ))}
          </div>
        </div>
      )}
      <CustomerFinder label={m.household_find()} without={here} onChoose={choose} />
    </>
  );
}

function EnvelopeFields({ home }: { readonly home: Home }): JSX.Element {
  const deps = useDeps();
  const { run } = useAction();
  const { household, members } = home;
  const [typed, setTyped] = useState(household.letterName);
  const addressed = members.filter(({ customer }) => addressLines(customer) !== undefined);
  const chosen = members.find((member) => isUnder(member, household.addressOf));
  return (
    <>
      <TextField
        label={m.household_envelope()}
        hint={m.household_envelope_hint()}
        placeholder={homeNameText(members.map(({ customer }) => customer))}
        maxLength={60}
        value={typed}
        onInput={setTyped}
        onLeave={(letterName) =>
          void run(() => changeHousehold(deps, household.id, { letterName: letterName.trim() }))
        }
      />
      {addressed.length < 2 ? null : (
        <Choice
          legend={m.household_whose_address()}
          options={addressed.map((member) => ({ value: member.id, word: addressWord(member) }))}
          value={chosen?.id ?? null}
          onChange={(addressOf) =>
            void run(() => changeHousehold(deps, household.id, { addressOf }))
          }
        />
      )}
    </>
  );
}

function addressWord({ customer }: RosterEntry): string {
  const [line = ''] = addressLines(customer)?.split('\n') ?? [];
  return m.household_address_of({ name: customer.name, address: line });
}
