import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import {
  cancelErasure,
  eraseNow,
  pendingErasures,
  type PendingErasure,
} from '#app/customers/erasure.ts';
import { dayText } from '#i18n/format.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { useHasTablets } from '#ui/hooks/use-has-tablets.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';

/** Those hidden in the last thirty days, who can be restored, or erased at once when they ask. */
export function PendingErasures(): JSX.Element | null {
  const live = useLive(pendingErasures, []);
  const [asked, setAsked] = useState<PendingErasure | null>(null);
  const [erased, setErased] = useState('');
  const pending = live.state === 'ready' ? live.value : [];
  if (pending.length === 0 && erased === '') return null;
  return (
    <div class="people_forgotten">
      <Card title={m.people_forgotten()}>
        <RowList>
          {pending.map((each) => (
            <PendingRow key={each.id} pending={each} onEraseNow={() => setAsked(each)} />
          ))}
        </RowList>
        <p role="status">{erased === '' ? null : m.people_erased({ name: erased })}</p>
      </Card>
      {asked === null ? null : (
        <EraseNowSheet pending={asked} onErased={setErased} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

interface PendingRowProps {
  readonly pending: PendingErasure;
  readonly onEraseNow: () => void;
}

function PendingRow({ pending, onEraseNow }: PendingRowProps): JSX.Element {
  const { id, name, goneOn } = pending;
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  return (
    <Row
      icon={<Icon name="person" />}
      title={<bdi>{name}</bdi>}
      hint={m.people_forgotten_line({ day: dayText(goneOn, today) })}
      control={
        <span class="people_pending-keys">
          <Button kind="link" label={m.people_erase_now_named({ name })} onPress={onEraseNow}>
            {m.people_erase_now()}
          </Button>
          <Button
            label={m.people_restore_named({ name })}
            busy={isRunning}
            onPress={() => void run(() => cancelErasure(deps, id))}
          >
            {m.people_restore()}
          </Button>
        </span>
      }
    />
  );
}

interface EraseNowSheetProps {
  readonly pending: PendingErasure;
  readonly onErased: (name: string) => void;
  readonly onClose: () => void;
}

// The one thing in the app that cannot be undone says so, and what it does not reach.
function EraseNowSheet({ pending, onErased, onClose }: EraseNowSheetProps): JSX.Element {
  const { id, name } = pending;
  const deps = useDeps();
  const today = useToday();
  const isShared = useHasTablets();
  const { run, isRunning } = useAction();
  async function erase(): Promise<void> {
    const done = await run(() => eraseNow(deps, id, today));
    if (done === undefined) return;
    onErased(name);
    onClose();
  }
  return (
    <Sheet
      title={m.people_erase_now_title({ name })}
      closeWord={m.people_erase_keep()}
      onClose={onClose}
    >
      <p>{m.people_erase_now_words()}</p>
      {isShared ? <p>{m.people_erase_now_shared()}</p> : null}
      <p>{m.people_erase_now_left()}</p>
      <Button kind="danger" width="full" busy={isRunning} onPress={() => void erase()}>
        {m.people_erase_now_sure()}
      </Button>
    </Sheet>
  );
}
