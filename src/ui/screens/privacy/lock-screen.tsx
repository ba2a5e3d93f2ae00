import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePrivacyLock } from '#ui/hooks/use-privacy-lock.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './lock-screen.css';
import { ForgottenPin } from './forgotten-pin.tsx';
import { PinPad } from './pin-pad.tsx';

/** Stands instead of the owner's screen called `place` while it is locked. It knows no names. */
export function LockScreen({ place }: { readonly place: string }): JSX.Element {
  const lock = usePrivacyLock();
  const [isForgotten, setForgotten] = useState(false);
  return (
    <Page title={m.privacy_locked_title()} lead={m.privacy_locked_lead({ place })}>
      <div class="lock-screen">
        {isForgotten ? (
          <ForgottenPin lock={lock} onBack={() => setForgotten(false)} />
        ) : (
          <>
            {lock.waitLeft() === null ? null : <p>{m.privacy_waiting()}</p>}
            <PinPad lock={lock} />
            <div class="line line-apart lock-screen_ways">
              <ButtonLink href={formatRoute({ kind: 'counter' })}>
                {m.privacy_to_counter()}
              </ButtonLink>
              <Button kind="link" onPress={() => setForgotten(true)}>
                {m.privacy_forgotten()}
              </Button>
            </div>
          </>
        )}
      </div>
    </Page>
  );
}
