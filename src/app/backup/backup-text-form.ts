// A backup as text, for browsers that hand out no files: lines that any mail or note carries. A
// locked one is age's own armor, so that `age -d` opens it; an open one is the same in our name.
// Must never fail on what people paste: it is a backup, or null.

const lineLength = 64;
const lockedName = 'AGE ENCRYPTED FILE';
const openName = 'REGULARS BACKUP';
const lockedBeginning = 'age-encryption.org/';

/** The text of a backup's bytes. */
export function backupTextFrom(bytes: Uint8Array): string {
  const name = isLocked(bytes) ? lockedName : openName;
  const lines = base64Of(bytes).match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return [`-----BEGIN ${name}-----`, ...lines, `-----END ${name}-----`, ''].join('\n');
}

/** The bytes of a backup in pasted text, whatever stands around it; null where there is none. */
export function backupBytesIn(text: string): Uint8Array<ArrayBuffer> | null {
  const found = /-----BEGIN ([A-Z ]+)-----([\sA-Za-z0-9+/=>]+)-----END \1-----/.exec(text);
  const [, name, inside = ''] = found ?? [];
  if (name !== lockedName && name !== openName) return null;
  // A mail that was quoted has a sign before each line.
  return bytesOf(inside.replaceAll(/[\s>]/g, ''));
}

function isLocked(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, lockedBeginning.length)) === lockedBeginning;
}

function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // In pieces that are divisible by three, which need no filling at their end.
  for (let from = 0; from < bytes.length; from += 3072)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + 3072))));
  return pieces.join('');
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
