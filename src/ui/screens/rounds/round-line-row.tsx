import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RoundLine } from '#app/rounds/round-view.ts';
import {
  decideRoundLine,
  removeRoundLines,
  settleRoundLines,
  unsettleRoundLines,
  type RoundGift,
} from '#app/rounds/rounds.ts';
import type { RoundReason } from '#domain/week/round-reason.ts';
import { lastTimeText, roundOutcomeText, roundReasonsText } from '#i18n/post/round-words.ts';
import { useRoster } from '#ui/hooks/use-roster.ts';
import { useDeps, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { SegmentedControl } from '#ui/parts/controls/segmented-control.tsx';
import { formatRoute } from '#ui/routes.ts';
import { GestureChoiceSheet } from '#ui/screens/week/gesture-choice-sheet.tsx';
import { m } from '#ui/messages.ts';
import { mergedReasons } from './merged-reasons.ts';
import type { RoundChange, RoundMode } from './round-change.ts';

export interface RoundLineRowProps {
  readonly line: RoundLine;
  readonly reasons: readonly RoundReason[];
  readonly mode: RoundMode;
  readonly onChanged: (change: RoundChange) => void;
}

/** One home on the list: what they got the last time, what they get now, and how far it is. */
export function RoundLineRow({ line, reasons, mode, onChanged }: RoundLineRowProps): JSX.Element {
  const today = useToday();
  const { roster } = useRoster();
  const nameOf = (id: RoundLine['people'][number]['id']): string =>
    roster.person(id)?.customer.name ?? '';
  return (
    <li class="rounds_line">
      <div class="rounds_who">
        <a href={formatRoute({ kind: 'person', id: line.people[0].id })}>
          <bdi>{line.name}</bdi>
        </a>
        {reasons.length === 0 ? null : (
          <small class="type_small type_sub">
            {roundReasonsText(mergedReasons(reasons), nameOf)}
          </small>
        )}
        <MissingAddress line={line} />
      </div>
      <p class="rounds_last">
        <span class="type_small type_sub">{m.rounds_last_time()}</span>
        {lastTimeText(line.lastTime, today)}
      </p>
      {mode === 'decide' ? (
        <GiftChoice line={line} onChanged={onChanged} />
      ) : (
        <Settling line={line} onChanged={onChanged} />
      )}
    </li>
  );
}

function MissingAddress({ line }: { readonly line: RoundLine }): JSX.Element | null {
  const { address, people } = line;
  if (address === 'known') return null;
  const { id } = people[0];
  return address === 'none' ? (
    <a class="rounds_missing" href={formatRoute({ kind: 'edit-person', id })}>
      {m.rounds_add_address()}
    </a>
  ) : (
    <a class="rounds_missing" href={formatRoute({ kind: 'person', id })}>
      {m.rounds_which_address()}
    </a>
  );
}

type GiftKind = RoundGift['kind'] | 'nothing';
type LineProps = Pick<RoundLineRowProps, 'line' | 'onChanged'>;

function GiftChoice({ line, onChanged }: LineProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { cardCost, offers } = useSettings();
  const { run, isRunning } = useAction();
  const [isOpen, setOpen] = useState(false);
  const { gesture, name } = line;
  const chosen: GiftKind =
    gesture.skippedOn !== null ? 'nothing' : gesture.kind === 'offer' ? 'offer' : 'card';
  const usualGift = { kind: 'offer', words: offers[0].words, cost: offers[0].cost } as const;

  async function decide(gift: RoundGift | null): Promise<boolean> {
    return (await run(() => decideRoundLine(deps, gesture.id, { gift, today }))) !== undefined;
  }
  async function choose(kind: GiftKind): Promise<void> {
    if (kind === 'nothing') await decide(null);
    else if (kind === 'card') await decide({ kind, words: '', cost: cardCost });
    else if (usualGift.words === '') setOpen(true);
    else await decide(usualGift);
  }
  async function remove(): Promise<void> {
    const ids = line.gestures.map(({ id }) => id);
    if ((await run(() => removeRoundLines(deps, ids))) === undefined) return;
    onChanged({
      said: m.rounds_removed({ name }),
      undo: () => removeRoundLines(deps, ids, false),
    });
  }
  return (
    <div class="rounds_choice">
      <SegmentedControl
        label={m.rounds_gift_for({ name })}
        options={giftKinds.map(([value, word]) => ({ value, word: word() }))}
        value={chosen}
        onChange={(kind) => void choose(kind)}
      />
      <div class="line">
        {chosen === 'offer' ? (
          <Button kind="link" label={m.rounds_words_for({ name })} onPress={() => setOpen(true)}>
            <bdi>{gesture.words}</bdi>
          </Button>
        ) : null}
        <Button
          kind="quiet"
          label={m.rounds_remove_label({ name })}
          busy={isRunning}
          onPress={() => void remove()}
        >
          {m.rounds_remove()}
        </Button>
      </div>
      {isOpen ? (
        <GestureChoiceSheet
          title={m.rounds_gift_for({ name })}
          start={
            gesture.kind === 'offer'
              ? { ...usualGift, words: gesture.words, cost: gesture.cost }
              : usualGift
          }
          busy={isRunning}
          offered={['offer']}
          onChoose={({ words, cost }) => decide({ kind: 'offer', words, cost })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}

const giftKinds: readonly (readonly [GiftKind, () => string])[] = [
  ['card', m.rounds_card],
  ['offer', m.rounds_gift],
  ['nothing', m.rounds_none],
];

function Settling({ line, onChanged }: LineProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const { run, isRunning } = useAction();
  const { gesture, name } = line;
  const ids = [gesture.id];
  async function settle(way: 'post' | 'hand'): Promise<void> {
    if ((await run(() => settleRoundLines(deps, ids, { day: today, way }))) === undefined) return;
    const said = way === 'post' ? m.rounds_posted_said({ name }) : m.rounds_given_said({ name });
    onChanged({ said, undo: () => unsettleRoundLines(deps, ids) });
  }
  if (gesture.skippedOn !== null) return <p class="type_sub">{m.rounds_nothing()}</p>;
  if (gesture.handedOverOn !== null)
    return (
      <div class="line rounds_choice">
        <span>{roundOutcomeText(gesture, today)}</span>
        <Button
          kind="link"
          label={m.rounds_undo_label({ name })}
          busy={isRunning}
          onPress={() => void run(() => unsettleRoundLines(deps, ids))}
        >
          {m.rounds_undo()}
        </Button>
      </div>
    );
  return (
    <div class="line rounds_choice">
      <Button
        label={m.rounds_posted_label({ name })}
        busy={isRunning}
        onPress={() => void settle('post')}
      >
        {m.rounds_posted()}
      </Button>
      <Button
        kind="give"
        label={m.rounds_given_label({ name })}
        busy={isRunning}
        onPress={() => void settle('hand')}
      >
        {m.rounds_given()}
      </Button>
      {gesture.printedOn === null ? null : <span class="type_sub">{m.rounds_printed()}</span>}
    </div>
  );
}
