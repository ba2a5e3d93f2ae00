import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { settlePerk, takeBackPerk } from '#app/perks/perks.ts';
import { gestureIdFrom, type GestureId } from '#domain/week/gesture.ts';
import type { PerkBoard, PerkDue } from '#domain/week/perk-board.ts';
import type { Perk } from '#domain/week/perk.ts';
import { numberText } from '#i18n/format.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { PerkCard } from './perk-card.tsx';
import { PerkDraftCard } from './perk-draft-card.tsx';
import { PerkSheet } from './perk-sheet.tsx';
import { usePerkBoard } from './use-perk-board.ts';
import './perks.css';

/** A perk that was given or declined a moment ago, and can be taken back. */
interface Settled {
  readonly gestureId: GestureId;
  readonly due: PerkDue;
  readonly how: 'given' | 'declined';
}

/** The rules on the poster, who reached them, and what is still due. */
export function PerksScreen(): JSX.Element {
  const board = usePerkBoard();
  const [edited, setEdited] = useState<Perk | 'new' | null>(null);
  const { settled, settle, takeBack } = useSettling();
  return (
    <Page
      title={m.perks_title()}
      lead={m.perks_lead()}
      back={{ href: formatRoute({ kind: 'shop' }), word: m.perks_back() }}
      actions={
        <>
          {board?.lines.some(({ perk }) => perk.publishedOn !== null) === true ? (
            <ButtonLink
              href={formatRoute({ kind: 'poster' })}
              icon={<OwnerIcon name="printer" size="beside" />}
            >
              {m.poster_print()}
            </ButtonLink>
          ) : null}
          <Button kind="primary" onPress={() => setEdited('new')}>
            {m.perks_new()}
          </Button>
        </>
      }
    >
      {settled === null ? null : (
        <Notice
          tone="done"
          actions={<Button onPress={() => void takeBack()}>{m.perk_undo()}</Button>}
        >
          {settledText(settled)}
        </Notice>
      )}
      {board === undefined ? <p class="type_sub">{m.perks_counting()}</p> : null}
      <div class="perks">
        {board?.lines.map((line) =>
          line.perk.publishedOn === null ? (
            <PerkDraftCard
              key={line.perk.id}
              perk={line.perk}
              amountShare={board.amountShare}
              onChange={() => setEdited(line.perk)}
            />
          ) : (
            <PerkCard key={line.perk.id} line={line} onSettle={settle} />
          ),
        )}
      </div>
      {board === undefined ? null : <PerksFoot board={board} />}
      {edited === null ? null : (
        <PerkSheet perk={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Page>
  );
}

function PerksFoot({ board }: { readonly board: PerkBoard }): JSX.Element {
  if (board.lines.length === 0)
    return <Empty title={m.perks_empty()}>{m.perks_empty_hint()}</Empty>;
  const { checked } = board;
  const text = m.people_count({ count: checked, text: numberText(checked) });
  return <p class="type_sub">{m.perks_checked({ text })}</p>;
}

function useSettling(): {
  readonly settled: Settled | null;
  readonly settle: (due: PerkDue, how: Settled['how']) => void;
  readonly takeBack: () => Promise<void>;
} {
  const deps = useDeps();
  const today = useToday();
  const { run } = useAction();
  const [settled, setSettled] = useState<Settled | null>(null);
  async function settle(due: PerkDue, how: Settled['how']): Promise<void> {
    const { customerId, perkId, round, gives } = due;
    const gestureId = gestureIdFrom(deps.ids.next());
    const perk = { gestureId, customerId, perkId, round, gives, day: today, how };
    if ((await run(() => settlePerk(deps, perk))) !== undefined)
      setSettled({ gestureId, due, how });
  }
  async function takeBack(): Promise<void> {
    if (settled === null) return;
    const back = await run(() => takeBackPerk(deps, settled.gestureId));
    if (back !== undefined) setSettled(null);
  }
  return { settled, settle: (due, how) => void settle(due, how), takeBack };
}

function settledText({ due, how }: Settled): string {
  const facts = { gives: due.gives, name: due.name };
  return how === 'given' ? m.perk_given_notice(facts) : m.perk_declined_notice(facts);
}
