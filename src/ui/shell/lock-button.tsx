import type { JSX } from 'preact';
import { usePrivacyLock } from '#ui/hooks/use-privacy-lock.ts';
import './lock-button.css';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { m } from '#ui/messages.ts';

/** Locks the owner's screens at once. At the foot of the rail, and only while they are open. */
export function LockButton(): JSX.Element | null {
  const lock = usePrivacyLock();
  if (!lock.hasPin() || lock.isLocked()) return null;
  return (
    <button class="lock-button" type="button" onClick={() => lock.lock()}>
      <OwnerIcon name="lock" />
      {m.privacy_lock_now()}
    </button>
  );
}
