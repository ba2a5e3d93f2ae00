// The privacy screen before the owner's screens: a PIN against onlookers, stored on the tablet
// alone, outside of every shop and backup. It encrypts nothing. It must never lock the owner out
// for good: a forgotten PIN is removed with the six words, or after a day.

import {
  pinResetMs,
  unfinishedInputMinutes,
  idleChoices,
  isPin,
  remainingWait,
  pauseAfter,
  defaultIdleMinutes,
  type IdleMinutes,
} from '#domain/shop/pin.ts';
import { matchesPassphrase } from '#domain/backup/passphrase.ts';
import { Emitter } from '#lib/observable.ts';
import { randomInts } from '#platform/crypto/random-ints.ts';
import { numberShape, oneOfShape, recordShape, textShape, withDefault } from '#lib/shape.ts';
import {
  loadStored,
  localStore,
  saveStored,
  type LocalStore,
} from '#platform/browser-storage/local-store.ts';
import { pbkdf2 } from '#platform/crypto/pbkdf2.ts';
import { encryptionPhrase } from '#app/backup/backup-protection.ts';
import type { Environment } from '#app/environment.ts';

/** `pause`: too many were wrong, and none is accepted just now. */
export type PinTry = 'open' | 'wrong' | 'pause';

/** While something is half typed, the screens stay open longer. */
export type Typing = 'half-typed' | 'none';

interface StoredPin {
  readonly salt: string;
  readonly rounds: number;
  readonly hash: string;
  readonly idleMinutes: IdleMinutes;
}

interface WrongTries {
  readonly count: number;
  readonly at: number;
}

const keys = {
  pin: 'regulars.privacy-pin',
  wrong: 'regulars.privacy-wrong',
  forgotten: 'regulars.privacy-forgotten',
  locked: 'regulars.privacy-locked',
} as const;

/** About a quarter of a second on a cheap tablet. */
const rounds = 200_000;

const pinShape = recordShape<StoredPin>({
  salt: textShape,
  hash: textShape,
  rounds: withDefault(numberShape, rounds),
  idleMinutes: withDefault(oneOfShape(idleChoices), defaultIdleMinutes),
});
const wrongShape = recordShape<WrongTries>({ count: numberShape, at: numberShape });

const locks = new WeakMap<Environment, PrivacyLock>();

export function getPrivacyLock(device: Environment): PrivacyLock {
  const lock = locks.get(device) ?? new PrivacyLock(localStore(), device.clock.now);
  locks.set(device, lock);
  return lock;
}

/** Whether the owner's screens are open in this page. A page begins with them closed. */
export class PrivacyLock extends Emitter {
  readonly #store: LocalStore;
  readonly #now: () => number;
  // When an owner's place was last touched; null while they are closed.
  #touchedAt: number | null = null;

  constructor(store: LocalStore, now: () => number) {
    super();
    this.#store = store;
    this.#now = now;
  }

  hasPin(): boolean {
    return this.#pin() !== null;
  }

  /** Whether they are closed now, by `lock` or by the clock. */
  isLocked(typing: Typing = 'none'): boolean {
    return this.hasPin() && this.#openFor(typing) === 0;
  }

  idleMinutes(): IdleMinutes {
    return this.#pin()?.idleMinutes ?? defaultIdleMinutes;
  }

  closeIfIdle(typing: Typing): void {
    if (this.#touchedAt !== null && this.#openFor(typing) === 0) this.#close();
  }

  /** Somebody touched one of the owner's screens. */
  touch(typing: Typing): void {
    this.closeIfIdle(typing);
    if (this.#touchedAt !== null) this.#touchedAt = this.#now();
  }

  /** Closes them here and in every other tab. */
  lock(): void {
    this.#store.set(keys.locked, String(this.#now()));
    this.#close();
  }

  /** Another tab wrote `key` (null: everything was cleared). */
  onStorageChange(key: string | null): void {
    if (key === keys.locked) this.#close();
    else if (key === null || key === keys.pin) this.emit();
  }

  /** Sets the PIN and stays open. False when `pin` cannot be one. */
  async setPin(pin: string): Promise<boolean> {
    if (!isPin(pin)) return false;
    const salt = randomInts(4, 2 ** 32).join('-');
    const hash = await pbkdf2(pin, { salt, rounds });
    this.#putPin({ salt, rounds, hash, idleMinutes: this.idleMinutes() });
    this.#open();
    return true;
  }

  setIdleMinutes(idleMinutes: IdleMinutes): void {
    const pin = this.#pin();
    if (pin !== null) this.#putPin({ ...pin, idleMinutes });
    this.emit();
  }

  removePin(): void {
    this.#store.remove(keys.pin);
    this.#open();
  }

  /** Milliseconds to wait before the next try; 0 for none. */
  pauseLeft(): number {
    const { count, at } = this.#wrong();
    return remainingWait({ since: at, length: pauseAfter(count), now: this.#now() });
  }

  wrongTries(): number {
    return this.#wrong().count;
  }

  /** Opens if `typed` is the PIN; counted as wrong before that, so that a reload wins nothing. */
  async tryPin(typed: string): Promise<PinTry> {
    const pin = this.#pin();
    if (pin === null) return 'open';
    if (!isPin(typed)) return 'wrong';
    if (this.pauseLeft() > 0) {
      this.#startPauseAnew();
      return 'pause';
    }
    this.#putWrong({ count: this.#wrong().count + 1, at: this.#now() });
    const isRight = (await pbkdf2(typed, pin)) === pin.hash;
    if (isRight) this.#open();
    else this.emit();
    return isRight ? 'open' : 'wrong';
  }

  /** Whether the six words of the backups can remove the PIN. */
  hasPhrase(): boolean {
    return encryptionPhrase(this.#store) !== null;
  }

  /** Removes the PIN if `typed` are the six words; gives whether they are. */
  removePinWithPhrase(typed: string): boolean {
    const phrase = encryptionPhrase(this.#store);
    if (phrase === null || !matchesPassphrase(typed, phrase)) return false;
    this.removePin();
    return true;
  }

  /** Begins the wait after which anybody can remove the PIN. The right PIN ends it. */
  beginWait(): void {
    if (this.waitLeft() === null) this.#store.set(keys.forgotten, String(this.#now()));
    this.emit();
  }

  /** Milliseconds left of that wait; null when none was begun. */
  waitLeft(): number | null {
    const since = Number(this.#store.get(keys.forgotten) ?? Number.NaN);
    if (!Number.isFinite(since)) return null;
    if (this.#now() < since) this.#store.set(keys.forgotten, String(this.#now()));
    return remainingWait({ since, length: pinResetMs, now: this.#now() });
  }

  removePinAfterWait(): void {
    if (this.waitLeft() === 0) this.removePin();
  }

  // A clock set back tells nothing about how long nobody was there, so it closes them.
  #openFor(typing: Typing): number {
    if (this.#touchedAt === null) return 0;
    const usual = this.idleMinutes();
    const minutes = typing === 'half-typed' ? Math.max(usual, unfinishedInputMinutes) : usual;
    const now = this.#now();
    return now < this.#touchedAt ? 0 : Math.max(0, this.#touchedAt + minutes * 60_000 - now);
  }

  #open(): void {
    this.#store.remove(keys.wrong);
    this.#store.remove(keys.forgotten);
    this.#touchedAt = this.#now();
    this.emit();
  }

  #close(): void {
    this.#touchedAt = null;
    this.emit();
  }

  #pin(): StoredPin | null {
    return loadStored(this.#store, keys.pin, pinShape) ?? null;
  }

  #putPin(pin: StoredPin): void {
    saveStored(this.#store, keys.pin, pin);
  }

  #wrong(): WrongTries {
    return loadStored(this.#store, keys.wrong, wrongShape) ?? { count: 0, at: 0 };
  }

  #putWrong(wrong: WrongTries): void {
    saveStored(this.#store, keys.wrong, wrong);
  }

  #startPauseAnew(): void {
    const wrong = this.#wrong();
    if (this.#now() < wrong.at) this.#putWrong({ ...wrong, at: this.#now() });
  }
}
