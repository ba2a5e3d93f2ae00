import { useState } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import { getCounterStore, type CounterStore } from '#app/counter/counter-store.ts';
import type { VisitId } from '#domain/visits/visit.ts';
import { timeText } from '#i18n/date-time.ts';
import { useShop, useSettings, useWallTime } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { m } from '#ui/messages.ts';

/** What pressing "Log a visit" on this page came to. */
export interface Logging {
  readonly state: { readonly kind: 'logged' | 'opened'; readonly visitId: VisitId } | null;
  readonly log: () => void;
  readonly again: () => void;
  readonly undo: (id: VisitId) => void;
  readonly dismiss: () => void;
}

/** Logs with the Counter's own store: the same ten-minute rule, the same Just now. */
export function useLogging({ own }: CustomerDetails): Logging {
  const { deps, roster } = useShop();
  const settings = useSettings();
  const wall = useWallTime();
  const [state, setState] = useState<Logging['state']>(null);
  function counterStore(): CounterStore {
    const open = getCounterStore(deps, roster, settings);
    open.setTime(wall);
    return open;
  }
  function show(kind: 'logged' | 'opened'): void {
    const visitId = counterStore().activeVisit?.visitId;
    setState(visitId === undefined ? null : { kind, visitId });
  }
  return {
    state,
    log: () => show(counterStore().tap(own.id)),
    again() {
      counterStore().logRepeat();
      show('logged');
    },
    undo(id) {
      counterStore().undo(id);
      setState(null);
    },
    dismiss: () => setState(null),
  };
}

export interface LogNoticeProps {
  readonly page: CustomerDetails;
  readonly logging: Logging;
}

/** Shown once the visit is in the story, which is when it is on the disk. */
export function LogNotice({ page, logging }: LogNoticeProps): JSX.Element | null {
  const { state } = logging;
  const item = page.story.find((each) => each.kind === 'visit' && each.visit.id === state?.visitId);
  if (state === null || item?.kind !== 'visit' || item.visit.minute === null) return null;
  const time = timeText(item.visit.minute);
  if (state.kind === 'logged')
    return (
      <Notice
        tone="done"
        actions={<Button onPress={() => logging.undo(state.visitId)}>{m.customer_undo()}</Button>}
      >
        {m.customer_logged({ name: page.customer.name, time })}
      </Notice>
    );
  return (
    <Notice
      tone="ask"
      actions={
        <>
          <Button onPress={logging.again}>{m.customer_repeat_yes()}</Button>
          <Button kind="quiet" onPress={logging.dismiss}>
            {m.customer_repeat_no()}
          </Button>
        </>
      }
    >
      {m.customer_repeat({ time })}
    </Notice>
  );
}
