import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { logError } from '#app/recovery/error-log.ts';
import { reloadApp } from '#app/recovery/reload-app.ts';
import { Button, ButtonRow } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';
import './crash.css';
import { SalvageButton } from './salvage-button.tsx';

export interface CrashScreenProps {
  readonly error: unknown;
  /** The database of the shop on this device, or null. */
  readonly name: string | null;
  /** Closes the shop that is open, should its storage have failed; null where none is. */
  readonly closeOnError: ((error: unknown) => Promise<void>) | null;
}

/** The app has met a bug. This must work when nothing else does, and it never erases anything. */
export function CrashScreen({ error, name, closeOnError }: CrashScreenProps): JSX.Element {
  useEffect(() => logError(error), [error]);
  const isPart = isPartMissing(error);
  useEffect(() => {
    if (closeOnError !== null && !isPart) void closeIfCorrupt(closeOnError, error, name);
  }, [closeOnError, isPart, error, name]);
  if (isPart) return <PartMissing />;
  return (
    <main class="crash">
      <h1 class="type_title">{m.crash_title()}</h1>
      <p>{m.crash_words()}</p>
      <ButtonRow>
        {name === null ? null : <SalvageButton name={name} />}
        <Button onPress={() => location.reload()}>{m.shell_reload()}</Button>
      </ButtonRow>
      <p class="crash_detail">{m.crash_detail({ detail: detailOf(error) })}</p>
    </main>
  );
}

// No bug of ours: what the storage does not read now may come later, or from a backup.
async function closeIfCorrupt(
  closeOnError: (error: unknown) => Promise<void>,
  error: unknown,
  name: string | null,
): Promise<void> {
  if (isOfStorage(error)) return closeOnError(error);
  const { hasCorruptRows } = await import('#app/integrity/corruption.ts');
  if (name !== null && (await hasCorruptRows(name))) await closeOnError(error);
}

// Nothing is wrong with the shop, so no backup is offered.
function PartMissing(): JSX.Element {
  const [isSilent, setSilent] = useState(false);
  async function tryAgain(): Promise<void> {
    setSilent(false);
    setSilent(!(await reloadApp()));
  }
  return (
    <main class="crash">
      <h1 class="type_title">{m.crash_part_title()}</h1>
      <p>{m.crash_part_words()}</p>
      <ButtonRow>
        <Button kind="primary" onPress={() => void tryAgain()}>
          {m.crash_part_again()}
        </Button>
      </ButtonRow>
      <p role="status">{isSilent && m.crash_part_silent()}</p>
    </main>
  );
}

// The messages of each browser.
function isPartMissing(error: unknown): boolean {
  return error instanceof Error && /import\w* (?:a )?module|preload CSS/.test(error.message);
}

// Errors of the worker come with nothing but their names.
function isOfStorage(error: unknown): boolean {
  return error instanceof Error && storageErrors.test(error.name);
}

const storageErrors = /^(?:Unknown|NotReadable|Data|InvalidState|Abort|Timeout|OpenFailed)Error$/;

function detailOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
