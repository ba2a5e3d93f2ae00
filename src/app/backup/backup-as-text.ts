// A backup for browsers that hand out no files: text that is copied away, and pasted back.

import { backupBytesIn, backupTextFrom } from './backup-text-form.ts';

/** The backup `file` as lines of text. */
export async function backupAsText(file: Blob): Promise<string> {
  return backupTextFrom(new Uint8Array(await file.arrayBuffer()));
}

/** The backup in pasted text as a file; null when there is none, or a part of it is missing. */
export function backupFromText(text: string): Blob | null {
  const bytes = backupBytesIn(text);
  return bytes === null ? null : new Blob([bytes]);
}
