import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';

export interface SalvageButtonProps {
  /** The database of the shop that is in trouble. */
  readonly name: string;
  /** The one filled button of its screen, unless another stands first. */
  readonly rank?: 'first' | 'beside';
}

/** Saves what can be read of a shop that the app cannot open. It only reads. */
export function SalvageButton({ name, rank = 'first' }: SalvageButtonProps): JSX.Element {
  const { clock } = useApp().device;
  const [status, setStatus] = useState('');
  const [isBusy, setBusy] = useState(false);
  async function save(): Promise<void> {
    setBusy(true);
    setStatus(m.crash_saving());
    setStatus(await salvage(name, clock.now()));
    setBusy(false);
  }
  return (
    <>
      <Button
        kind={rank === 'first' ? 'primary' : 'plain'}
        busy={isBusy}
        onPress={() => void save()}
      >
        {m.backup_emergency_save()}
      </Button>
      <p aria-live="polite">{status}</p>
    </>
  );
}

// Even the code for it may be out of reach.
function salvage(name: string, now: number): Promise<string> {
  return import('./download-salvage.ts')
    .then(({ downloadSalvage }) => downloadSalvage(name, now))
    .catch(() => m.crash_not_saved());
}

/** Begins with a new shop and leaves everything on this device as it is. */
export function StartOverButton(): JSX.Element {
  return <Button onPress={useApp().shops.showFirstRun}>{m.closed_start_new()}</Button>;
}
