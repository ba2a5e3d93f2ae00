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

export interface LockScreenProps {
  /** The word of the place behind it. */
  readonly place: string;
}

/** Stands instead of an owner's place while those are closed. It knows nobody's name. */
export function LockScreen({ place }: LockScreenProps): JSX.Element {
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
            <div class="lock-screen_ways">
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
