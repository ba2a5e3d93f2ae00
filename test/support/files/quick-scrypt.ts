// Stands in for the scrypt of the packages, which a browser needs written out in JavaScript. Node
// has the same function itself, with the same answer for less work, and what was sealed in a test
// is opened with what sealing it found. The one in JavaScript locks and opens backups in the built
// app (e2e/backup), in every browser, and at night in these tests too.
import { scryptSync } from 'node:crypto';

interface ScryptWork {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly dkLen: number;
}

const found = new Map<string, Uint8Array>();

export function scrypt(
  password: string | Uint8Array,
  salt: string | Uint8Array,
  { N, r, p, dkLen }: ScryptWork,
): Uint8Array {
  const question = [Buffer.from(password).toString('hex'), Buffer.from(salt).toString('hex')];
  const key = [...question, N, r, p, dkLen].join(' ');
  const answer = found.get(key) ?? scryptSync(password, salt, dkLen, { N, r, p, maxmem: 2 ** 30 });
  found.set(key, answer);
  return Uint8Array.from(answer);
}
