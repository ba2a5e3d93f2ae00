// Seals something to one tablet alone: a secret is agreed with its public key (ECDH on P-256, which
// every browser has, and HKDF), and seals it. The private key stays in the browser.

import { isRecord } from '#lib/typed-keys.ts';
import { bytesOfText, sealBytes, textOfBytes, unsealBytes } from './sealing.ts';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** A tablet's key: the private part cannot be read out, also not by us. */
export interface TabletKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: string;
}

export async function newTabletKey(): Promise<TabletKey> {
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  return { privateKey: pair.privateKey, publicKey: textOfBytes(new Uint8Array(raw)) };
}

/** `text` sealed to whoever has the private key of `publicKey`; undefined where that is no key. */
export async function sealedTo(publicKey: string, text: string): Promise<string | undefined> {
  const ours = await newTabletKey();
  const secret = await agreedSecret(ours.privateKey, publicKey);
  if (secret === undefined) return undefined;
  const sealed = textOfBytes(await sealBytes(new TextEncoder().encode(text), secret));
  return JSON.stringify({ from: ours.publicKey, sealed });
}

/** What `sealedTo` sealed; undefined where it is for another, or broken. */
export async function unsealedBy(
  privateKey: CryptoKey,
  message: string,
): Promise<string | undefined> {
  const { from, sealed } = partsOf(message);
  const bytes = bytesOfText(sealed);
  const secret = await agreedSecret(privateKey, from);
  if (bytes === undefined || secret === undefined) return undefined;
  const opened = await unsealBytes(bytes, secret);
  return opened.ok ? new TextDecoder().decode(opened.value) : undefined;
}

function partsOf(message: string): { readonly from: string; readonly sealed: string } {
  try {
    const parts: unknown = JSON.parse(message);
    const { from, sealed } = isRecord(parts) ? parts : {};
    return { from: String(from), sealed: String(sealed) };
  } catch {
    return { from: '', sealed: '' };
  }
}

async function agreedSecret(privateKey: CryptoKey, publicKey: string): Promise<string | undefined> {
  const raw = bytesOfText(publicKey);
  if (raw === undefined) return undefined;
  try {
    const theirs = await crypto.subtle.importKey('raw', raw, curve, false, []);
    const shared = await crypto.subtle.deriveBits({ ...curve, public: theirs }, privateKey, 256);
    return await stretched(shared);
  } catch {
    return undefined;
  }
}

async function stretched(shared: ArrayBuffer): Promise<string> {
  const key = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode('regulars tablets 1');
  const salt = new Uint8Array(0);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    key,
    256,
  );
  return textOfBytes(new Uint8Array(bits));
}
