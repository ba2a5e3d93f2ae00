import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import type { RosterEntry } from '#app/customers/roster.ts';
import { homeAddress, homeOf, type Home } from '#app/households/homes.ts';
import {
  changeHousehold,
  moveOut,
  putTogether,
  takeApart,
  undoMove,
} from '#app/households/households.ts';
import { homeLetterName, refusalOf } from '#app/print/letter-people.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import { conjunctionText } from '#i18n/format.ts';
import { homeNameText } from '#i18n/post/home-names.ts';
import type { Result } from '#lib/result.ts';
import { useHomes } from '#ui/hooks/use-homes.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { HouseholdSheet } from './household-sheet.tsx';
import './household-card.css';

/** What was changed a moment ago, and how it is undone. */
interface Change {
  readonly said: string;
  readonly undo: () => Promise<Result<unknown, ShopProblem>>;
}

/** Who lives with somebody: one address is one card, one label and one line at Christmas. */
export function HouseholdCard({ page }: { readonly page: CustomerDetails }): JSX.Element | null {
  const homes = useHomes();
  const { run, isRunning } = useAction();
  const [isOpen, setOpen] = useState(false);
  const [last, setLast] = useState<Change | null>(null);
  if (homes === null) return null;
  const { customer, own } = page;
  const home = homeOf(homes, customer);
  async function undo(): Promise<void> {
    if (last !== null && (await run(last.undo)) !== undefined) setLast(null);
  }
  return (
    <Card title={m.household_title()}>
      {last === null ? null : (
        <Notice
          tone="done"
          actions={
            <Button busy={isRunning} onPress={() => void undo()}>
              {m.household_undo()}
            </Button>
          }
        >
          {last.said}
        </Notice>
      )}
      {home === undefined ? (
        <div class="household-card_keys">
          <p class="type_sub type_small">{m.household_none()}</p>
          <Button onPress={() => setOpen(true)}>{m.household_add()}</Button>
        </div>
      ) : (
        <HomeRows page={page} home={home} onOpen={() => setOpen(true)} onChanged={setLast} />
      )}
      {isOpen ? (
        <HouseholdSheet
          person={customer}
          id={own.id}
          home={home}
          onMoved={(name, move, deps) =>
            setLast({ said: m.household_moved_in({ name }), undo: () => undoMove(deps, move) })
          }
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Card>
  );
}

interface HomeRowsProps {
  readonly page: CustomerDetails;
  readonly home: Home;
  readonly onOpen: () => void;
  readonly onChanged: (change: Change) => void;
}

function HomeRows({ page, home, onOpen, onChanged }: HomeRowsProps): JSX.Element {
  const deps = useDeps();
  const { run, isRunning } = useAction();
  const { id } = home.household;
  const others = home.members.filter((member) => member.id !== page.own.id);
  async function leave({ id: who, customer: { name } }: RosterEntry): Promise<void> {
    if ((await run(() => moveOut(deps, who))) === undefined) return;
    onChanged({
      said: m.household_moved_out({ name }),
      undo: () => changeCustomer(deps, who, { householdId: id }),
    });
  }
  async function part(): Promise<void> {
    if ((await run(() => takeApart(deps, id))) === undefined) return;
    onChanged({ said: m.household_taken_apart(), undo: () => putTogether(deps, id) });
  }
  return (
    <>
      <WhichAddress home={home} />
      <RowList>
        {others.map((member) => (
          <Row
            key={member.id}
            title={
              <a href={formatRoute({ kind: 'person', id: member.id })}>
                <bdi>{member.customer.name}</bdi>
              </a>
            }
            control={
              <Button
                kind="quiet"
                label={m.household_elsewhere_label({ name: member.customer.name })}
                busy={isRunning}
                onPress={() => void leave(member)}
              >
                {m.household_elsewhere()}
              </Button>
            }
          />
        ))}
        <Row title={m.household_envelope()} value={<bdi>{envelopeText(home)}</bdi>} />
        <Row
          title={m.household_address()}
          value={<bdi class="household-card_address">{addressText(home)}</bdi>}
        />
      </RowList>
      <div class="line household-card_keys">
        <Button onPress={onOpen}>{m.household_change()}</Button>
        <Button kind="quiet" busy={isRunning} onPress={() => void part()}>
          {m.household_take_apart()}
        </Button>
      </div>
    </>
  );
}

/** Asked as long as nobody said which of two addresses counts. */
function WhichAddress({ home }: { readonly home: Home }): JSX.Element | null {
  const deps = useDeps();
  const { run, isRunning } = useAction();
  const address = homeAddress(home);
  if (address.kind !== 'undecided') return null;
  const names = conjunctionText(address.between.map(({ customer }) => customer.name));
  return (
    <Notice
      tone="ask"
      actions={address.between.map(({ id, customer }) => (
        <Button
          key={id}
          busy={isRunning}
          onPress={() =>
            void run(() => changeHousehold(deps, home.household.id, { addressOf: id }))
          }
        >
          <bdi>{customer.addresses[0]?.split('\n').join(', ')}</bdi>
        </Button>
      ))}
    >
      {m.household_which({ names })}
    </Notice>
  );
}

function envelopeText(home: Home): string {
  const welcome = home.members.filter(({ customer }) => refusalOf(customer) === null);
  return welcome.length === 0 ? m.household_no_post() : homeLetterName(home, welcome, homeNameText);
}

function addressText(home: Home): string {
  const address = homeAddress(home);
  switch (address.kind) {
    case 'known':
      return address.address;
    case 'none':
      return m.household_no_address();
    case 'undecided':
      return m.household_undecided();
  }
}
