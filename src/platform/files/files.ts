// Files in and out of the browser, read in slices, so that a large one is never whole in memory.
// Nothing leaves the device unless the shopkeeper sends it.

const sliceBytes = 1_048_576;

/** Takes one slice and how many bytes of the file are read with it. */
export type SliceHandler = (bytes: Uint8Array<ArrayBuffer>, done: number) => void | Promise<void>;

/** Reads `file` slice by slice, or its first `limit` bytes. False when it could not be read. */
export async function readSlices(
  file: Blob,
  onSlice: SliceHandler,
  limit: number = file.size,
): Promise<boolean> {
  const end = Math.min(limit, file.size);
  for (let from = 0; from < end; from += sliceBytes) {
    const to = Math.min(end, from + sliceBytes);
    const bytes = await readAll(file.slice(from, to));
    if (bytes === null) return false;
    await onSlice(bytes, to);
  }
  return true;
}

/** Offers `blob` as a download called `name`. */
export function downloadFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read by then; freeing it at once loses the file in Safari.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Whether this device can hand `file` to another app. */
export function canShareFile(file: File): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] });
}

/** Shares `file` by the device's own sheet; false when it was not. Call straight from a tap. */
export async function shareFile(file: File): Promise<boolean> {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch {
    return false;
  }
}

// A file that was moved, or a drive that was pulled out, is found only now.
async function readAll(slice: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await slice.arrayBuffer());
  } catch {
    return null;
  }
}
