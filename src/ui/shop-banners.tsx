import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { UpdateState } from '#app/device.ts';
import type { ShopProblem } from '#domain/problem.ts';
import { problemSentence } from '#i18n/problems.ts';
import { useAnyFormDirty } from './hooks/use-dirty-form.ts';
import { useTablet } from './hooks/use-device.ts';
import { useGuard } from './hooks/use-guard.ts';
import { useNotSaved, type NotSaved } from './hooks/use-not-saved.ts';
import { Banner } from './parts/banner.tsx';
import { Button, ButtonLink } from './parts/button.tsx';
import { formatRoute } from './routes.ts';
import { m } from './words.ts';

export interface ShopBannersProps {
  readonly isSample: boolean;
  readonly problem: ShopProblem | null;
  readonly onProblemSeen: () => void;
}

/** What has to be said over every screen, each in a line of its own that stays until it is dealt with. */
export function ShopBanners({ isSample, problem, onProblemSeen }: ShopBannersProps): JSX.Element {
  const update = useUpdate();
  const isDirty = useAnyFormDirty();
  const { isClockBehind } = useGuard();
  const notSaved = useNotSaved();
  return (
    <>
      {isSample ? <SampleBanner /> : null}
      <div role="alert">
        {notSaved === null ? null : <NotSavedBanner {...notSaved} />}
        {problem === null ? null : (
          <Banner
            tone="ask"
            actions={<Button onPress={onProblemSeen}>{m.shell_problem_seen()}</Button>}
          >
            {problemSentence(problem)}
          </Banner>
        )}
      </div>
      {isClockBehind ? <Banner tone="ask">{m.keeping_clock_behind()}</Banner> : null}
      {update === 'none' || isDirty ? null : <UpdateBanner update={update} />}
    </>
  );
}

// Cannot be put aside: it goes when everything is on the disk.
function NotSavedBanner({ problem, retry }: NotSaved): JSX.Element {
  return (
    <Banner
      tone="stop"
      actions={
        <>
          <Button onPress={retry}>{m.keeping_not_saved_again()}</Button>
          <ButtonLink href={formatRoute({ kind: 'copy' })}>{m.keeping_not_saved_copy()}</ButtonLink>
        </>
      }
    >
      {problem.kind === 'storage-full' ? m.keeping_not_saved_full() : m.keeping_not_saved()}
    </Banner>
  );
}

function SampleBanner(): JSX.Element {
  const { shops } = useTablet();
  return (
    <Banner
      tone="sample"
      actions={
        <Button onPress={() => void shops.leaveTheSample()}>{m.shell_sample_leave()}</Button>
      }
    >
      {m.shell_sample_banner()}
    </Banner>
  );
}

// Shown only while no form is half filled in. Where another tab has taken the new version, this one follows by itself.
function UpdateBanner({ update }: { readonly update: UpdateState }): JSX.Element {
  const { updates } = useTablet().device;
  useEffect(() => {
    if (update === 'replaced') updates.take();
  }, [update, updates]);
  return (
    <Banner tone="news" actions={<Button onPress={updates.take}>{m.shell_update_use()}</Button>}>
      {update === 'waiting' ? m.shell_update_banner() : m.shell_update_replaced()}
    </Banner>
  );
}

function useUpdate(): UpdateState {
  const { updates } = useTablet().device;
  const [state, setState] = useState(updates.state);
  useEffect(() => {
    setState(updates.state());
    return updates.subscribe(() => setState(updates.state()));
  }, [updates]);
  return state;
}
