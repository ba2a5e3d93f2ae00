import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';

export interface SalvageButtonProps {
  /** The database of the shop that is in trouble. */
  readonly name: string;
  readonly now: () => number;
  /** The one filled key of its screen, unless another stands first. */
  readonly rank?: 'first' | 'beside';
}

/**
 * Saves whatever can be read of a shop that the app itself cannot open. It only reads, and leans on
 * nothing that may be broken.
 */
export function SalvageButton({ name, now, rank = 'first' }: SalvageButtonProps): JSX.Element {
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  async function save(): Promise<void> {
    setBusy(true);
    setSaid(m.crash_saving());
    setSaid(await salvageModule(name, now()));
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
      <p aria-live="polite">{said}</p>
    </>
  );
}

// Even the code for it may be out of reach.
function salvageModule(name: string, now: number): Promise<string> {
  return import('./download-salvage.ts')
    .then(({ downloadSalvage }) => downloadSalvage(name, now))
    .catch(() => m.crash_not_saved());
}
