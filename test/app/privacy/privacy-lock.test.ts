import { beforeEach, describe, expect, it } from 'vitest';
import { enableEncryption } from '#app/backup/backup-protection.ts';
import { PrivacyLock } from '#app/privacy/privacy-lock.ts';
import { memoryLocalStore } from '../../support/shops/memory-local-store.ts';
import { fixedClock, type TestClock } from '../../support/shops/test-shop.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

let store: ReturnType<typeof memoryLocalStore>;
let clock: TestClock;
let lock: PrivacyLock;

beforeEach(async () => {
  store = memoryLocalStore();
  clock = fixedClock();
  lock = opened();
});

describe('without a PIN', () => {
  it('nothing is closed, and Lock now closes nothing', () => {
    lock.lock();
    expect([lock.hasPin(), lock.isLocked()]).toEqual([false, false]);
  });

  it('only digits become one', async () => {
    expect(await lock.setPin('12')).toBe(false);
    expect(lock.hasPin()).toBe(false);
  });
});

describe('with a PIN', () => {
  beforeEach(async () => {
    await lock.setPin('4711');
  });

  it('the owner goes on, and every later start begins closed', async () => {
    expect(lock.isLocked()).toBe(false);
    const later = opened();
    expect(later.isLocked()).toBe(true);
    expect(await later.tryPin('4711')).toBe('open');
    expect(later.isLocked()).toBe(false);
  });

  it('its digits stand nowhere, and no two tablets keep them alike', async () => {
    const tablets = Array.from({ length: 6 }, () => memoryLocalStore());
    for (const each of tablets) await new PrivacyLock(each, clock.now).setPin('4711');
    const kept = tablets.map(({ all }) => [...all.values()].join('\n'));
    // One in three hundred has these four digits in its salt or hash by chance, hardly ever three.
    expect(kept.filter((text) => text.includes('4711')).length).toBeLessThan(3);
    expect(new Set(kept).size).toBe(tablets.length);
  });

  it('five minutes without a touch close it; a touch begins them anew', () => {
    clock.advance(4 * minute);
    lock.touch('none');
    clock.advance(5 * minute - 1);
    expect(lock.isLocked()).toBe(false);
    clock.advance(1);
    expect(lock.isLocked()).toBe(true);
    lock.touch('none');
    expect(lock.isLocked()).toBe(true);
  });

  it('something half typed is waited for, but not for ever', () => {
    clock.advance(14 * minute);
    expect(lock.isLocked('half-typed')).toBe(false);
    clock.advance(minute);
    expect(lock.isLocked('half-typed')).toBe(true);
  });

  it('the owner chooses the minutes, and they hold after a new start', async () => {
    lock.setIdleMinutes(1);
    clock.advance(minute);
    expect(lock.isLocked()).toBe(true);
    expect(opened().idleMinutes()).toBe(1);
  });

  it('a clock that was set back closes it', () => {
    clock.advance(-hour);
    expect(lock.isLocked()).toBe(true);
  });

  it('Lock now closes it here and in the other tab', async () => {
    const other = opened();
    await other.tryPin('4711');
    const told: string[] = [];
    other.subscribe(() => told.push('changed'));
    const before = new Map(store.all);
    lock.lock();
    for (const [key, text] of store.all) if (before.get(key) !== text) other.onStorageChange(key);
    expect([lock.isLocked(), other.isLocked()]).toEqual([true, true]);
    expect(told).toEqual(['changed']);
  });

  it('it can be taken off, and nothing of it stays', () => {
    lock.removePin();
    expect(lock.isLocked()).toBe(false);
    expect([...store.all.keys()]).toEqual([]);
  });
});

describe('wrong tries', () => {
  beforeEach(async () => {
    await lock.setPin('4711');
    lock.lock();
  });

  it('after five there is a pause, also for the right PIN and after a reload', async () => {
    for (let count = 0; count < 5; count += 1) expect(await lock.tryPin('0000')).toBe('wrong');
    const reloaded = opened();
    expect(await reloaded.tryPin('4711')).toBe('pause');
    expect(reloaded.pauseLeft()).toBe(30 * second);
    clock.advance(30 * second);
    expect(await reloaded.tryPin('4711')).toBe('open');
  });

  it('each further one makes it longer, and the right PIN forgets them all', async () => {
    for (let count = 0; count < 7; count += 1) {
      clock.advance(lock.pauseLeft());
      await lock.tryPin('0000');
    }
    expect(lock.pauseLeft()).toBe(2 * minute);
    clock.advance(2 * minute);
    await lock.tryPin('4711');
    expect([lock.wrongTries(), lock.pauseLeft()]).toEqual([0, 0]);
  });

  it('a clock that was set back does not make the pause longer than it is', async () => {
    for (let count = 0; count < 5; count += 1) await lock.tryPin('0000');
    clock.advance(-1_000 * hour);
    expect(await lock.tryPin('4711')).toBe('pause');
    clock.advance(30 * second);
    expect(await lock.tryPin('4711')).toBe('open');
  });

  it('a try that is broken off is counted, and what cannot be a PIN is not', async () => {
    void lock.tryPin('0000');
    expect(opened().wrongTries()).toBe(1);
    await opened().tryPin('');
    expect(opened().wrongTries()).toBe(1);
  });
});

describe('a forgotten PIN', () => {
  beforeEach(async () => {
    await lock.setPin('4711');
    lock.lock();
  });

  it('is taken off with the six words of the backups, however they are typed', () => {
    expect(lock.hasPhrase()).toBe(false);
    enableEncryption(store, 'crane-wing-romp-nap-snack-dwarf', 'crane wing romp nap snack dwarf');
    expect(lock.hasPhrase()).toBe(true);
    expect(lock.removePinWithPhrase('crane wing romp nap snack')).toBe(false);
    expect(lock.isLocked()).toBe(true);
    expect(lock.removePinWithPhrase('Crane, wing, romp, nap, snack, dwarf')).toBe(true);
    expect([lock.hasPin(), lock.isLocked()]).toEqual([false, false]);
  });

  it('is taken off a day after somebody asked for it, and not a moment sooner', () => {
    lock.removePinAfterWait();
    expect(lock.waitLeft()).toBeNull();
    lock.beginWait();
    clock.advance(24 * hour - 1);
    lock.beginWait();
    lock.removePinAfterWait();
    expect(lock.isLocked()).toBe(true);
    clock.advance(1);
    expect(lock.waitLeft()).toBe(0);
    lock.removePinAfterWait();
    expect([lock.hasPin(), lock.isLocked()]).toEqual([false, false]);
  });

  it('was not forgotten: the right PIN ends the wait', async () => {
    lock.beginWait();
    await lock.tryPin('4711');
    expect(lock.waitLeft()).toBeNull();
  });
});

/** A page that was just opened on this tablet. */
function opened(): PrivacyLock {
  return new PrivacyLock(store, clock.now);
}
