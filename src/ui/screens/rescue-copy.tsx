import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { m } from '../words.ts';

export interface RescueCopyProps {
  /** The database of the shop that is in trouble. */
  readonly name: string;
  readonly now: () => number;
}

type Copying = 'not-yet' | 'running' | 'done' | 'failed';

/** Saves whatever can be read of a shop that the app itself cannot open. It only reads. */
export function RescueCopy({ name, now }: RescueCopyProps): JSX.Element {
  const [copying, setCopying] = useState<Copying>('not-yet');
  async function save(): Promise<void> {
    setCopying('running');
    setCopying(await saved(name, now()));
  }
  return (
    <>
      <Button kind="primary" busy={copying === 'running'} onPress={() => void save()}>
        {m.crash_save()}
      </Button>
      <p role="status">{statusWords(copying)}</p>
    </>
  );
}

function saved(name: string, now: number): Promise<Copying> {
  return import('#app/broken-copy.ts')
    .then(({ saveCopyFromBroken }) => saveCopyFromBroken(name, now))
    .then(
      (copy): Copying => (copy.ok ? 'done' : 'failed'),
      (): Copying => 'failed',
    );
}

function statusWords(copying: Copying): string | null {
  switch (copying) {
    case 'not-yet':
      return null;
    case 'running':
      return m.crash_saving();
    case 'done':
      return m.crash_saved();
    case 'failed':
      return m.crash_not_saved();
  }
}
