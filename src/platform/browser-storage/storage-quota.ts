// How much the browser lets this app store. Rounded on purpose and maybe far from the disk's
// figures: good for a sentence, never for a decision.

/** Bytes that this app takes up, and that the browser would still give it. */
export interface StorageQuota {
  readonly used: number;
  readonly free: number;
}

export async function readStorageQuota(): Promise<StorageQuota | null> {
  const storage: StorageManager | undefined = navigator.storage;
  if (storage === undefined || typeof storage.estimate !== 'function') return null;
  const { usage, quota } = await storage.estimate();
  if (usage === undefined || quota === undefined) return null;
  return { used: usage, free: Math.max(0, quota - usage) };
}
