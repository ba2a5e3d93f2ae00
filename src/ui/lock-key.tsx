import type { JSX } from 'preact';
import { usePrivacyLock } from './hooks/use-privacy-lock.ts';
import './lock-key.css';
import { OwnerIcon } from './parts/owner-icon.tsx';
import { m } from './words.ts';

/** Closes the owner's places at once. At the foot of the rail, and only while there is something to close. */
export function LockKey(): JSX.Element | null {
  const lock = usePrivacyLock();
  if (!lock.hasPin() || lock.isLocked()) return null;
  return (
    <button class="lock-key" type="button" onClick={() => lock.lock()}>
      <OwnerIcon name="lock" />
      {m.privacy_lock_now()}
    </button>
  );
}
