// The two letters of a pairing. The six words seal both; the answer is sealed to the new tablet's
// own key besides, so that whoever learns the words later still cannot read it.

import type { Settings } from '#domain/shop/settings.ts';
import type { Tablet } from '#domain/tablets/tablet.ts';
import {
  passphraseCandidates,
  passphraseChoices,
  passphraseOf,
} from '#domain/backup/passphrase.ts';
import { listShape, recordShape, textShape, type Shape } from '#lib/shape.ts';
import { isRecord } from '#lib/typed-keys.ts';
import { decryptStream, encryptStream } from '#platform/crypto/age-encryption.ts';
import { sealedTo, unsealedBy } from '#platform/crypto/key-pairs.ts';
import { bytesOfText, textOfBytes } from '#platform/crypto/sealing.ts';
import { sha256Of } from '#platform/files/bytes.ts';
import { tabletShape } from '#formats/parcel/parcel-text.ts';
import { validateRow } from '#schema/validate-row.ts';
import type { Guest } from './pairing-types.ts';

/** All that a tablet needs to be one of the shop's. */
export interface Welcome {
  readonly shopId: string;
  readonly pass: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly roster: readonly Tablet[];
  readonly settings: Settings;
}

const guestShape = recordShape<Guest>({
  id: textShape,
  name: textShape,
  publicKey: textShape,
  verifyKey: textShape,
});

const keysShape: Shape<Welcome['keys']> = (value) => {
  if (!isRecord(value)) return undefined;
  const keys = Object.entries(value).map(([number, key]) => [number, String(key)] as const);
  return Object.fromEntries(keys);
};

const welcomeShape = recordShape<Welcome>({
  shopId: textShape,
  pass: textShape,
  keys: keysShape,
  roster: listShape(tabletShape),
  settings(value) {
    const row = validateRow('settings', value);
    return row.ok ? row.value : undefined;
  },
});

export async function requestLetter(guest: Guest, words: string): Promise<string> {
  return sealedByWords(JSON.stringify(guest), words);
}

/** Undefined where the letter was not sealed with these words. */
export async function readRequestLetter(letter: string, words: string): Promise<Guest | undefined> {
  return guestShape(jsonIn(await openedByWords(letter, words)));
}

export async function answerLetter(
  welcome: Welcome,
  { publicKey }: Guest,
  words: string,
): Promise<string | undefined> {
  const sealed = await sealedTo(publicKey, JSON.stringify(welcome));
  return sealed === undefined ? undefined : sealedByWords(sealed, words);
}

export async function readAnswerLetter(
  letter: string,
  words: string,
  privateKey: CryptoKey,
): Promise<Welcome | undefined> {
  const sealed = await openedByWords(letter, words);
  if (sealed === undefined) return undefined;
  return welcomeShape(jsonIn(await unsealedBy(privateKey, sealed)));
}

/**
 * Three words that both tablets show. Whoever stands between them has another key, and with it
 * other words.
 */
export async function pictureWords({
  publicKey,
  verifyKey,
}: Pick<Guest, 'publicKey' | 'verifyKey'>): Promise<string> {
  const hash = await sha256Of(new TextEncoder().encode(`${publicKey} ${verifyKey}`));
  const indexes = [0, 8, 16].map(
    (from) => Number.parseInt(hash.slice(from, from + 8), 16) % passphraseChoices,
  );
  return passphraseOf(indexes).replaceAll('-', ' ');
}

async function sealedByWords(text: string, words: string): Promise<string> {
  const [passphrase = ''] = passphraseCandidates(words);
  const stream = await encryptStream(new Blob([text]).stream(), passphrase);
  return textOfBytes(await bytesIn(stream));
}

async function openedByWords(letter: string, words: string): Promise<string | undefined> {
  const bytes = bytesOfText(letter);
  if (bytes === undefined) return undefined;
  const opened = await decryptStream(new Blob([bytes]), passphraseCandidates(words));
  if (!opened.ok) return undefined;
  const plain = await bytesIn(opened.value).catch(() => undefined);
  return plain === undefined ? undefined : new TextDecoder().decode(plain);
}

async function bytesIn(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
  }
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function jsonIn(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
