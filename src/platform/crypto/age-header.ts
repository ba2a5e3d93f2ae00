// Tells an encrypted file from others without the code that opens it.

const ageMagic = 'age-encryption.org/v1\n';

/** Whether `file` is locked; undefined when it cannot be read. */
export async function isEncrypted(file: Blob): Promise<boolean | undefined> {
  const head = await headText(file, ageMagic.length);
  return head === undefined ? undefined : head === ageMagic;
}

/** The first bytes of `file` as text, or undefined when it cannot be read. */
export async function headText(file: Blob, bytes: number): Promise<string | undefined> {
  try {
    return await file.slice(0, bytes).text();
  } catch {
    return undefined;
  }
}
