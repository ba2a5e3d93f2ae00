import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { scheduleErasure } from '#app/customers/erasure.ts';
import { noteAsked } from '#app/privacy/unseen-note.ts';
import type { UnseenCustomer } from '#domain/customers/unseen.ts';
import { dayText, numberText } from '#i18n/format.ts';
import { useDeps, useNavigate, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button, ButtonRow } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { useUnseen } from './use-unseen.ts';

/** Each person unseen for years, to be forgotten or kept; nobody goes without a tap. */
export function UnseenScreen(): JSX.Element {
  const unseen = useUnseen();
  return (
    <Page
      title={m.unseen_title()}
      lead={m.unseen_lead()}
      back={{ href: formatRoute({ kind: 'week' }), word: m.week_title() }}
    >
      {unseen.length === 0 ? (
        <Empty title={m.unseen_none()} />
      ) : (
        <Card actions={<AllKeys unseen={unseen} />}>
          <RowList>
            {unseen.map((each) => (
              <UnseenLine key={each.id} unseen={each} />
            ))}
          </RowList>
        </Card>
      )}
    </Page>
  );
}

function UnseenLine({ unseen }: { readonly unseen: UnseenCustomer }): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  const { id, name, last, addedOn } = unseen;
  return (
    <Row
      title={
        <a href={formatRoute({ kind: 'person', id })}>
          <bdi>{name}</bdi>
        </a>
      }
      hint={
        last === null
          ? m.unseen_never({ day: dayText(addedOn, today) })
          : m.unseen_last({ day: dayText(last, today) })
      }
      control={
        <Button
          label={m.unseen_forget_named({ name })}
          busy={isRunning}
          onPress={() => void run(() => scheduleErasure(deps, id, today))}
        >
          {m.unseen_forget()}
        </Button>
      }
    />
  );
}

// All of them go only with a second tap.
function AllKeys({ unseen }: { readonly unseen: readonly UnseenCustomer[] }): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const navigate = useNavigate();
  const { run, isRunning } = useAction();
  const [isAsked, setAsked] = useState(false);
  const count = unseen.length;
  async function forgetAll(): Promise<void> {
    for (const { id } of unseen) await run(() => scheduleErasure(deps, id, today));
  }
  return (
    <ButtonRow>
      <Button
        onPress={() => {
          noteAsked(deps, today);
          navigate({ kind: 'week' });
        }}
      >
        {m.unseen_keep()}
      </Button>
      {isAsked ? (
        <Button kind="danger" busy={isRunning} onPress={() => void forgetAll()}>
          {m.unseen_forget_sure({ count, text: numberText(count) })}
        </Button>
      ) : (
        <Button onPress={() => setAsked(true)}>{m.unseen_forget_all()}</Button>
      )}
    </ButtonRow>
  );
}
