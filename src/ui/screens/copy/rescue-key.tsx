import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useTablet } from '../../hooks/use-device.ts';
import { Button } from '../../parts/button.tsx';
import { m } from '../../words.ts';

export interface RescueKeyProps {
  /** The database of the shop on this tablet. */
  readonly name: string;
}

/** Saves whatever can be read of a shop that the app cannot open. Loaded when pressed, and leaning on nothing that may be broken. */
export function RescueKey({ name }: RescueKeyProps): JSX.Element {
  const { clock } = useTablet().device;
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function save(): Promise<void> {
    setBusy(true);
    const { rescue } = await import('./rescue.ts');
    setSaid(await rescue(name, clock.now()));
    setBusy(false);
  }

  return (
    <>
      <Button kind="primary" busy={isBusy} onPress={() => void save()}>
        {m.copy_rescue_save()}
      </Button>
      <p role="status">{said}</p>
    </>
  );
}
