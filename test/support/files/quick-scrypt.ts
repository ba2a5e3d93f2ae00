// Stands in for the scrypt of the packages, which a browser needs written out in JavaScript. Node
// has the same function itself, with the same answer for less work. The one in JavaScript locks and
// opens backups in the built app (e2e/backup), in every browser, and at night in these tests too.
import { scryptSync } from 'node:crypto';

interface ScryptWork {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly dkLen: number;
}

export function scrypt(
  password: string | Uint8Array,
  salt: string | Uint8Array,
  { N, r, p, dkLen }: ScryptWork,
): Uint8Array {
  return Uint8Array.from(scryptSync(password, salt, dkLen, { N, r, p, maxmem: 2 ** 30 }));
}
