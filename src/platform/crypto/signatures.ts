// Signs text with a key that stays in the browser (ECDSA on P-256, which every browser has).
// Whoever has the other part can see that nobody else signed it, and cannot sign.

import { bytesOfText, textOfBytes } from './sealing.ts';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const method = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The signing part cannot be read out, also not by us. */
export interface SigningPair {
  readonly signingKey: CryptoKey;
  readonly verifyKey: string;
}

export async function newSigningPair(): Promise<SigningPair> {
  const pair = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  return { signingKey: pair.privateKey, verifyKey: textOfBytes(new Uint8Array(raw)) };
}

/** The signature of `text`, as text. */
export async function signText(text: string, signingKey: CryptoKey): Promise<string> {
  const signed = await crypto.subtle.sign(method, signingKey, new TextEncoder().encode(text));
  return textOfBytes(new Uint8Array(signed));
}

/** Whether `signature` was made of exactly this text with the other part of `verifyKey`. */
export async function isSignedBy(
  verifyKey: string,
  { text, signature }: { readonly text: string; readonly signature: string },
): Promise<boolean> {
  const [raw, bytes] = [bytesOfText(verifyKey), bytesOfText(signature)];
  if (raw === undefined || bytes === undefined) return false;
  try {
    const key = await importedKey(verifyKey, raw);
    return await crypto.subtle.verify(method, key, bytes, new TextEncoder().encode(text));
  } catch {
    return false;
  }
}

const imported = new Map<string, Promise<CryptoKey>>();

// A shop has few tablets, each with thousands of parcels.
function importedKey(verifyKey: string, raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const known = imported.get(verifyKey);
  if (known !== undefined) return known;
  const key = crypto.subtle.importKey('raw', raw, curve, false, ['verify']);
  imported.set(verifyKey, key);
  return key;
}
