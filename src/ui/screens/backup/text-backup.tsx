import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { backupAsText, backupFromText } from '#app/backup/backup-as-text.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { AreaField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';

export interface BackupAsTextProps {
  readonly file: File;
  /** The text was taken. */
  readonly onCopied: () => void;
}

/** For a browser that hands out no files: the backup as text, to be pasted somewhere else. */
export function BackupAsText({ file, onCopied }: BackupAsTextProps): JSX.Element {
  const [text, setText] = useState<string | null>(null);
  async function show(): Promise<void> {
    setText(await backupAsText(file));
  }
  async function copy(all: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(all);
      onCopied();
    } catch {
      // Not allowed here: the text is there to be selected and copied by hand.
      document.querySelector<HTMLTextAreaElement>('.backup_text textarea')?.select();
    }
  }
  if (text === null)
    return (
      <Button kind="link" onPress={() => void show()}>
        {m.backup_text_show()}
      </Button>
    );
  return (
    <div class="backup_text">
      <AreaField
        label={m.backup_text_label()}
        hint={m.backup_text_hint()}
        rows={6}
        value={text}
        spellcheck={false}
        onInput={() => {}}
      />
      <Button onPress={() => void copy(text)}>{m.backup_text_copy()}</Button>
    </div>
  );
}

export interface BackupFromTextProps {
  readonly onFile: (file: Blob) => void;
}

/** The way back: the same text, pasted. */
export function BackupFromText({ onFile }: BackupFromTextProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  function open(): void {
    const file = backupFromText(text);
    setWrong(file === null);
    if (file !== null) onFile(file);
  }
  if (!isOpen)
    return (
      <Button kind="link" onPress={() => setOpen(true)}>
        {m.backup_paste_show()}
      </Button>
    );
  return (
    <div class="backup_text">
      <AreaField
        label={m.backup_paste_label()}
        problem={isWrong ? m.backup_paste_wrong() : null}
        rows={6}
        value={text}
        spellcheck={false}
        onInput={setText}
      />
      <Button onPress={open}>{m.backup_paste_open()}</Button>
    </div>
  );
}
