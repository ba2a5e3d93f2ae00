// A list that another app shared with this one.

import { isFileShared, takeSharedFile } from '#platform/files/shared-file.ts';

/** The list for which this page was opened, once; null when there is none. */
export async function takeSharedList(): Promise<File | null> {
  return isFileShared() ? takeSharedFile() : null;
}
