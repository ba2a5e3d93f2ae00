// A list that another app shared with this one.

import { takeSharedFile } from '#platform/files/shared-file.ts';

/** The list that waits to be imported, once; null when there is none. */
export function takeSharedList(): Promise<File | null> {
  return takeSharedFile();
}
