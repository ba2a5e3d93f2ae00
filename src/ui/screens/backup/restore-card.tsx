import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CopyView } from '#app/backup/backup-results.ts';
import type { WorkProgress } from '#app/worker/protocol.ts';
import { numberText } from '#i18n/format.ts';
import type { Day } from '#lib/day.ts';
import { useBringBack, type BringBack } from './use-restore.ts';
import { useDirtyForm } from '#ui/hooks/use-dirty-form.ts';
import { useSettings } from '#ui/hooks/use-settings.ts';
import { useToday } from '#ui/hooks/use-today.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { m } from '#ui/messages.ts';
import './restore-card.css';
import { CopyNotice } from './backup-notice.tsx';
import { SnapshotKeys } from './snapshot-buttons.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { hereText, insideText, madeText, sizeText } from './backup-text.ts';

export interface BringBackCardProps {
  /** A copy that was chosen already and is looked into at once. */
  readonly chosen?: Blob | null;
  /** Whether it comes beside an open shop, or where none is: then there is nothing to compare it with. */
  readonly where?: Where;
}

type Where = 'open-shop' | 'no-shop';

/** From a file to the shop: looked into first, and replaced only when told to. */
export function BringBackCard({
  chosen = null,
  where = 'open-shop',
}: BringBackCardProps): JSX.Element {
  const back = useBringBack();
  const look = useRef(back.look);
  useEffect(() => {
    if (chosen !== null) void look.current(chosen);
  }, [chosen]);
  const { bringing } = back;
  useDirtyForm(bringing.state !== 'nothing-chosen' && bringing.state !== 'refused');
  return (
    <Card title={m.backup_restore_title()}>
      <CopyNotice problem={bringing.state === 'refused' ? bringing.problem : null} />
      <Inside back={back} where={where} />
    </Card>
  );
}

interface InsideProps {
  readonly back: BringBack;
  readonly where: Where;
}

function Inside({ back, where }: InsideProps): JSX.Element {
  const { bringing } = back;
  switch (bringing.state) {
    case 'nothing-chosen':
      return (
        <>
          <p>{m.backup_restore_lead()}</p>
          <FileKey word={m.backup_restore_pick()} onFile={(file) => void back.look(file)} />
          <SnapshotKeys onFile={(file) => void back.look(file)} />
        </>
      );
    case 'refused':
      return (
        <FileKey word={m.backup_restore_pick_other()} onFile={(file) => void back.look(file)} />
      );
    case 'looking':
      return (
        <Progress
          label={m.backup_restore_looking()}
          text={m.backup_restore_looking_text({ done: numberText(bringing.progress.done) })}
          done={shareOf(bringing.progress)}
        />
      );
    case 'locked':
      return (
        <UnlockForm
          isRefused={bringing.isRefused}
          onTyped={(typed) => void back.unlock(bringing.file, typed)}
          onLeave={back.leave}
        />
      );
    case 'looked':
      return (
        <Looked
          view={bringing.view}
          where={where}
          onBring={() => void back.bring(bringing.copy, bringing.view)}
          onJoin={() => void back.join(bringing.copy)}
          onLeave={back.leave}
        />
      );
    case 'bringing':
      return <Bringing progress={bringing.progress} />;
  }
}

interface FileKeyProps {
  readonly word: string;
  readonly onFile: (file: File) => void;
}

// Any file may be chosen: one that is no copy gets a sentence, which a greyed-out name would not.
function FileKey({ word, onFile }: FileKeyProps): JSX.Element {
  return (
    <label class="restore-card_key">
      <OwnerIcon name="upload" size="beside" />
      {word}
      <input
        class="restore-card_input"
        type="file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}

interface LookedProps {
  readonly view: CopyView;
  readonly where: Where;
  readonly onBring: () => void;
  readonly onJoin: () => void;
  readonly onLeave: () => void;
}

function Looked({ view, where, onBring, onJoin, onLeave }: LookedProps): JSX.Element {
  const { compared, ...itself } = useFacts(view);
  const isBeside = where === 'open-shop';
  const facts = [...itself.said, ...(isBeside ? compared : []), ...itself.about];
  const mayJoin = isBeside && view.isThisShop;
  return (
    <>
      <ul class="restore-card_facts" role="status">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {mayJoin ? <p>{m.backup_restore_two_ways()}</p> : null}
      {isBeside ? <p>{m.backup_restore_kept()}</p> : null}
      <div class="restore-card_keys">
        <Button kind="soft" onPress={onBring}>
          {m.backup_restore_do()}
        </Button>
        {mayJoin ? <Button onPress={onJoin}>{m.backup_restore_merge()}</Button> : null}
        <Button onPress={onLeave}>{m.backup_restore_leave()}</Button>
      </div>
    </>
  );
}

interface Facts {
  readonly said: readonly string[];
  /** Beside the shop that is open. */
  readonly compared: readonly string[];
  readonly about: readonly string[];
}

function useFacts(view: CopyView): Facts {
  const today = useToday();
  const { zone } = useSettings();
  const about = view.madeAt === null ? [] : [madeText(view.madeAt, zone, today)];
  const { leftOut } = view;
  if (leftOut > 0)
    about.push(m.backup_restore_left_out({ count: leftOut, text: numberText(leftOut) }));
  return { said: [insideText(view.inside, today)], compared: comparedFacts(view, today), about };
}

function comparedFacts(view: CopyView, today: Day): readonly string[] {
  const { onlyHere, onlyThere, lines } = view;
  const changed = view.isThisShop ? lines.changed + lines.conflict : 0;
  const facts = [hereText(view.here, today)];
  if (!view.isThisShop) facts.unshift(m.backup_restore_other_shop({ name: view.shopName }));
  if (onlyHere.people > 0 || onlyHere.visits > 0)
    facts.push(m.backup_restore_only_here({ size: sizeText(onlyHere) }));
  if (onlyThere.people > 0 || onlyThere.visits > 0)
    facts.push(m.backup_restore_only_there({ size: sizeText(onlyThere) }));
  if (changed > 0)
    facts.push(m.backup_restore_changed({ count: changed, text: numberText(changed) }));
  if (lines.conflict > 0)
    facts.push(
      m.backup_restore_conflicts({ count: lines.conflict, text: numberText(lines.conflict) }),
    );
  return facts;
}

function Bringing({ progress }: { readonly progress: WorkProgress }): JSX.Element {
  const { done, total } = progress;
  const isRead = total !== null && done >= total;
  return (
    <Progress
      label={m.backup_restore_running()}
      text={
        isRead
          ? m.backup_restore_checking()
          : m.backup_restore_running_text({
              done: numberText(done),
              total: total === null ? '…' : numberText(total),
            })
      }
      done={isRead ? null : shareOf(progress)}
    />
  );
}

function shareOf({ done, total }: WorkProgress): number | null {
  return total === null ? null : done / Math.max(1, total);
}
