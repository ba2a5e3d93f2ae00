import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { createBackupContext, lastBackup } from '#app/backup/backup-history.ts';
import type { BackupOverview } from '#app/backup/backup-overview.ts';
import type { PersistenceState } from '#app/environment.ts';
import { readShopSize } from '#app/shop/shop-size.ts';
import { readStorageQuota, type StorageQuota } from '#app/shop/storage-quota.ts';
import { numberText } from '#i18n/format.ts';
import { daysBetween, type Day } from '#lib/day.ts';
import { toLocalTime } from '#lib/time-zone.ts';
import { useHasTablets } from '#ui/hooks/use-has-tablets.ts';
import { useBackupStatus } from '#ui/hooks/use-backup-status.ts';
import { useShop, useSettings, useToday, useApp } from '#ui/hooks/use-shop.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { HelpLink } from '#ui/screens/help/help-link.tsx';
import { formatRoute } from '#ui/routes.ts';
import { sizeText } from '#ui/screens/backup/backup-text.ts';
import { m } from '#ui/messages.ts';

/** Whether the shop is safe, how large it is, and the way to a backup. */
export function DataSafety(): JSX.Element {
  return useShop().isSample ? <SampleSafety /> : <OwnSafety />;
}

function SampleSafety(): JSX.Element {
  const size = useSizeText();
  return (
    <Card tone="safe" title={m.my_shop_safe_sample()}>
      <p>{m.my_shop_safe_sample_words({ size })}</p>
    </Card>
  );
}

function OwnSafety(): JSX.Element {
  const persistence = usePersistence();
  const status = useBackupStatus();
  const backup = useLastBackup();
  const isKept = persistence.state !== 'not-persistent';
  const isSaved = status?.state.kind === 'saved';
  const isBehind = status !== null && !isSaved;
  // A backup made since the last change is safer than anything that the browser promises.
  const isBackedUp = backup !== null && isSaved;
  const kept = titleFor(persistence.state);
  return (
    <Card
      tone={toneOf({ isBackedUp, isKept, isBehind })}
      title={isBackedUp ? m.my_shop_safe_backed_up({ backup }) : kept}
      actions={<BackupButtons />}
    >
      {isBackedUp ? <p>{m.my_shop_safe_sentence({ words: kept })}</p> : null}
      <SizeLine />
      {isBackedUp ? null : <p>{backup ?? m.my_shop_safe_backup_never()}</p>}
      {isBackedUp ? null : <HelpLink name="backup" />}
      {isBehind ? <p>{overdueText(status)}</p> : null}
      <StorageQuotaLine />
      {isKept ? null : <AskToKeep {...persistence} />}
    </Card>
  );
}

interface Safety {
  readonly isBackedUp: boolean;
  readonly isKept: boolean;
  readonly isBehind: boolean;
}

function toneOf({ isBackedUp, isKept, isBehind }: Safety): 'safe' | 'ask' {
  return isBackedUp || (isKept && !isBehind) ? 'safe' : 'ask';
}

function SizeLine(): JSX.Element {
  const size = useSizeText();
  const words = useHasTablets() ? m.my_shop_safe_words_shared : m.my_shop_safe_words;
  return <p>{words({ size })}</p>;
}

// Until it was read the words stand without the figures, so that they take as many lines as then.
function useSizeText(): string {
  const size = useLive(({ db }) => readShopSize(db), []);
  return size.state === 'ready' ? sizeText(size.value) : '…';
}

function AskToKeep({
  ask,
  isRefused,
}: Pick<ReturnType<typeof usePersistence>, 'ask' | 'isRefused'>): JSX.Element {
  return (
    <>
      <Button kind="link" onPress={ask}>
        {m.my_shop_safe_ask()}
      </Button>
      <p aria-live="polite">{isRefused ? m.my_shop_safe_refused() : null}</p>
    </>
  );
}

function overdueText({ state, unsavedVisits }: BackupOverview): string {
  return state.kind === 'behind' && state.because === 'folder'
    ? m.my_shop_safe_folder_shut()
    : m.my_shop_safe_unsaved({
        count: unsavedVisits,
        text: numberText(unsavedVisits),
      });
}

function BackupButtons(): JSX.Element {
  const href = formatRoute({ kind: 'backup' });
  return (
    <>
      <ButtonLink kind="primary" href={href} icon={<OwnerIcon name="download" size="beside" />}>
        {m.my_shop_backup_save()}
      </ButtonLink>
      <ButtonLink href={href}>{m.my_shop_restore()}</ButtonLink>
    </>
  );
}

function usePersistence(): {
  readonly state: PersistenceState;
  readonly ask: () => void;
  readonly isRefused: boolean;
} {
  const { persistence } = useApp().device;
  const [state, setState] = useState<PersistenceState>('unknown');
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    void persistence.state().then(setState);
  }, [persistence]);
  async function ask(): Promise<void> {
    const answer = await persistence.ask();
    setState(answer);
    setRefused(answer === 'not-persistent');
  }
  return { state, ask: () => void ask(), isRefused };
}

/** "Backed up yesterday."; null for never. */
function useLastBackup(): string | null {
  const { device } = useApp();
  const { deps } = useShop();
  const { zone } = useSettings();
  const today = useToday();
  const backup = lastBackup(createBackupContext(device).store, deps.db.name);
  return backup === null ? null : lastBackupText(toLocalTime(backup.at, zone).day, today);
}

function lastBackupText(day: Day, today: Day): string {
  const count = daysBetween(day, today);
  if (count <= 0) return m.my_shop_safe_backup_today();
  return count === 1 ? m.my_shop_safe_backup_yesterday() : m.my_shop_safe_backup_days({ count });
}

function titleFor(state: PersistenceState): string {
  switch (state) {
    case 'persistent':
      return m.my_shop_safe_kept();
    case 'not-persistent':
      return m.my_shop_safe_not_kept();
    case 'unknown':
      return m.my_shop_safe_unknown();
  }
}

/** "Takes up 3 MB; the browser has 4 GB more for it." Amber words when that is little. */
function StorageQuotaLine(): JSX.Element | null {
  const { isSample } = useShop();
  const [quota, setQuota] = useState<StorageQuota | null>(null);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    async function ask(): Promise<void> {
      setQuota(await readStorageQuota());
      setAsked(true);
    }
    void ask();
  }, []);
  if (isSample) return null;
  if (quota === null) return isAsked ? null : <p>{emptyLine}</p>;
  const words = { used: sizeWords(quota.used), free: sizeWords(quota.free) };
  return <p>{quota.free < lowSpaceBytes ? m.storage_room_little(words) : m.storage_room(words)}</p>;
}

/** As high as the words that will stand there. */
const emptyLine = '\u00a0';

/** A few backups and a year of visits still fit into this. */
const lowSpaceBytes = 50_000_000;

function sizeWords(bytes: number): string {
  return bytes < 1_000_000_000
    ? m.storage_megabytes({ count: numberText(Math.max(1, Math.round(bytes / 1_000_000))) })
    : m.storage_gigabytes({ count: numberText(Math.round(bytes / 1_000_000_000)) });
}
