import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { noteError } from '#app/crash-notes.ts';
import { openAgain } from '#app/opened-again.ts';
import { isPartMissing } from '../hooks/part-missing.ts';
import { Button } from '../parts/button.tsx';
import { m } from '../words.ts';
import './crash.css';
import { RescueCopy } from './rescue-copy.tsx';

export interface CrashScreenProps {
  readonly error: unknown;
  /** The database of the shop on this tablet, or null. */
  readonly name: string | null;
  readonly now: () => number;
}

/** The app has met a bug. It must work when nothing else does, so it leans on nothing; and it never erases anything. */
export function CrashScreen({ error, name, now }: CrashScreenProps): JSX.Element {
  useEffect(() => noteError(error), [error]);
  if (isPartMissing(error)) return <PartMissing />;
  return (
    <main class="crash">
      <h1 class="type_title">{m.crash_title()}</h1>
      <p>{m.crash_words()}</p>
      <div class="crash_keys">
        {name === null ? null : <RescueCopy name={name} now={now} />}
        <Button onPress={() => location.reload()}>{m.shell_reload()}</Button>
      </div>
      <p class="crash_detail">{m.crash_detail({ detail: detailOf(error) })}</p>
    </main>
  );
}

// Nothing is wrong with the shop: no copy is asked for.
function PartMissing(): JSX.Element {
  const [isSilent, setSilent] = useState(false);
  async function tryAgain(): Promise<void> {
    setSilent(false);
    setSilent(!(await openAgain()));
  }
  return (
    <main class="crash">
      <h1 class="type_title">{m.crash_part_title()}</h1>
      <p>{m.crash_part_words()}</p>
      <div class="crash_keys">
        <Button kind="primary" onPress={() => void tryAgain()}>
          {m.crash_part_again()}
        </Button>
      </div>
      <p role="status">{isSilent && m.crash_part_silent()}</p>
    </main>
  );
}

function detailOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
