import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { captureErrors } from '#app/recovery/error-log.ts';
import type { UpdateState } from '#app/environment.ts';
import type { BackupFreshness } from '#domain/backup/backup-freshness.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import { timeText } from '#i18n/date-time.ts';
import { dayText, namesText, weekdayDayText } from '#i18n/format.ts';
import { problemSentence } from '#i18n/problems.ts';
import { EndOfDayBackupBanner } from './end-of-day-backup-banner.tsx';
import { guardLayoutShifts } from './background/layout-shift-guard.ts';
import { HandedInvitationBanner } from './handed-invitation-banner.tsx';
import { useAutoBackup } from './background/use-auto-backup.ts';
import { useAnyFormDirty } from '#ui/hooks/use-dirty-form.ts';
import { useDayChecks, type InconsistentDays } from './background/use-day-checks.ts';
import { useIntegrityMonitor } from './background/use-integrity-monitor.ts';
import { useShop, useToday, useApp, useWallTime } from '#ui/hooks/use-shop.ts';
import { useBackgroundTasks } from './background/use-background-tasks.ts';
import { useObservable } from '#ui/hooks/use-observable.ts';
import { useWriteFailure, type WriteFailure } from './use-write-failure.ts';
import { Banner } from '#ui/parts/feedback/banner.tsx';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import type { RailStatus } from '#ui/parts/layout/rail.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

export interface ShopBannersProps {
  readonly problem: ShopProblem | null;
  readonly onProblemSeen: () => void;
  /** Called with what the rail shows of the backups; null while all is well. */
  readonly onBackupStatus: (status: RailStatus | null) => void;
}

/** What stands over every screen until it is dealt with; and the tasks in the background. */
export function ShopBanners(props: ShopBannersProps): JSX.Element {
  const { problem, onProblemSeen, onBackupStatus } = props;
  const { isSample } = useShop();
  const backupStatus = useAutoBackup();
  const badge = backupStatus?.state.kind ?? 'saved';
  useEffect(() => onBackupStatus(badges[badge]()), [onBackupStatus, badge]);
  const { updates } = useApp().device;
  const update = useObservable(updates, updates.state);
  const isDirty = useAnyFormDirty();
  const clock = useIntegrityMonitor();
  const writeFailure = useWriteFailure();
  const inconsistentDays = useDayChecks();
  useEffect(captureErrors, []);
  useEffect(guardLayoutShifts, []);
  useBackgroundTasks();
  return (
    <>
      {isSample ? <SampleBanner /> : null}
      <HandedInvitationBanner />
      <div role="alert">
        {writeFailure === null ? null : <WriteFailureBanner {...writeFailure} />}
        {problem === null ? null : (
          <Banner
            tone="ask"
            actions={<Button onPress={onProblemSeen}>{m.shell_problem_seen()}</Button>}
          >
            {problemSentence(problem)}
          </Banner>
        )}
      </div>
      {inconsistentDays.days.length > 0 ? <InconsistentDaysBanner {...inconsistentDays} /> : null}
      {clock.isClockBehind ? <ClockBanner onTrust={clock.trust} /> : null}
      {backupStatus === null ? null : <EndOfDayBackupBanner status={backupStatus} />}
      {update === 'none' || isDirty ? null : <UpdateBanner update={update} />}
    </>
  );
}

const badges: Readonly<Record<BackupFreshness['kind'], () => RailStatus | null>> = {
  saved: () => null,
  behind: () => ({ kind: 'behind', word: m.backup_badge_behind(), href: backupHref() }),
  overdue: () => ({ kind: 'failed', word: m.backup_badge_overdue(), href: backupHref() }),
};

function backupHref(): string {
  return formatRoute({ kind: 'backup' });
}

// Cannot be closed: it goes when everything is on the disk.
function WriteFailureBanner({ problem, retry }: WriteFailure): JSX.Element {
  return (
    <Banner
      tone="stop"
      actions={
        <>
          <Button onPress={retry}>{m.storage_not_saved_again()}</Button>
          <ButtonLink href={formatRoute({ kind: 'backup' })}>
            {m.storage_not_saved_backup()}
          </ButtonLink>
        </>
      }
    >
      {problem.kind === 'storage-full' ? m.storage_not_saved_full() : m.storage_not_saved()}
    </Banner>
  );
}

function InconsistentDaysBanner({ days, acknowledge }: InconsistentDays): JSX.Element {
  const today = useToday();
  return (
    <Banner
      tone="ask"
      actions={
        <>
          <ButtonLink href={formatRoute({ kind: 'backup' })}>
            {m.storage_not_saved_backup()}
          </ButtonLink>
          <Button onPress={() => void acknowledge()}>{m.storage_day_seen()}</Button>
        </>
      }
    >
      {m.storage_day_doubtful({ days: namesText(days.map((day) => weekdayDayText(day, today))) })}
    </Banner>
  );
}

function ClockBanner({ onTrust }: { readonly onTrust: () => void }): JSX.Element {
  const { day, minute } = useWallTime();
  const today = `${dayText(day, day)} ${day.slice(0, 4)}`;
  return (
    <Banner tone="ask" actions={<Button onPress={onTrust}>{m.storage_clock_right()}</Button>}>
      {m.storage_clock_behind({ day: today, time: timeText(minute) })}
    </Banner>
  );
}

function SampleBanner(): JSX.Element {
  const { shops } = useApp();
  return (
    <Banner
      tone="sample"
      actions={<Button onPress={() => void shops.exitSample()}>{m.shell_sample_leave()}</Button>}
    >
      {m.shell_sample_banner()}
    </Banner>
  );
}

// Where another tab has taken the new version, this one follows by itself.
function UpdateBanner({ update }: { readonly update: UpdateState }): JSX.Element {
  const { updates } = useApp().device;
  useEffect(() => {
    if (update === 'replaced') updates.activate();
  }, [update, updates]);
  return (
    <Banner
      tone="news"
      actions={<Button onPress={updates.activate}>{m.shell_update_use()}</Button>}
    >
      {update === 'waiting' ? m.shell_update_banner() : m.shell_update_replaced()}
    </Banner>
  );
}
