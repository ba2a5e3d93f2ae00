import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { m } from '../words.ts';
import './crash.css';

export interface CrashScreenProps {
  readonly error: unknown;
  /** The database of the shop on this tablet, or null. */
  readonly name: string | null;
  readonly now: () => number;
}

type Copying = 'not-yet' | 'running' | 'done' | 'failed';

/** The app has met a bug. It must work when nothing else does, so it leans on nothing; and it never erases anything. */
export function CrashScreen({ error, name, now }: CrashScreenProps): JSX.Element {
  const [copying, setCopying] = useState<Copying>('not-yet');
  async function save(shop: string): Promise<void> {
    setCopying('running');
    setCopying(await saved(shop, now()));
  }
  return (
    <main class="crash">
      <h1 class="type_title">{m.crash_title()}</h1>
      <p>{m.crash_words()}</p>
      <div class="crash_keys">
        {name === null ? null : (
          <Button kind="primary" busy={copying === 'running'} onPress={() => void save(name)}>
            {m.crash_save()}
          </Button>
        )}
        <Button onPress={() => location.reload()}>{m.shell_reload()}</Button>
      </div>
      <p role="status">{statusWords(copying)}</p>
      <p class="crash_detail">{m.crash_detail({ detail: detailOf(error) })}</p>
    </main>
  );
}

function saved(shop: string, now: number): Promise<Copying> {
  return import('#app/broken-copy.ts')
    .then(({ saveCopyFromBroken }) => saveCopyFromBroken(shop, now))
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

function detailOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
