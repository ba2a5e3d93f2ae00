import { describe, expect, it } from 'vitest';
import { isPending, type Gesture } from '#domain/week/gesture.ts';
import { gestureStateOf } from '#domain/week/gesture-state.ts';
import { addDays, mondayOf } from '#lib/day.ts';
import { gestureRow } from '../../support/shops/plain-rows.ts';
import { daysAgo, today } from '../../support/shops/shop-with.ts';

describe('a card that was planned', () => {
  it('waits until it is given, passed over or taken back', () => {
    expect(isWaitingWhen({})).toBe(true);
    expect(isWaitingWhen({ printedOn: daysAgo(1) })).toBe(true);
    expect(isWaitingWhen({ printedOn: daysAgo(1), handedOverOn: today })).toBe(false);
    expect(isWaitingWhen({ skippedOn: today })).toBe(false);
    expect(isWaitingWhen({ voided: true })).toBe(false);
  });

  it('waits on the day it runs out, and no longer', () => {
    expect(isWaitingWhen({ expiresOn: daysAgo(-1) })).toBe(true);
    expect(isWaitingWhen({ expiresOn: today })).toBe(true);
    expect(isWaitingWhen({ expiresOn: daysAgo(1) })).toBe(false);
  });

  it('waits for half a year, on the tile and for the week alike', () => {
    const of = (weeks: number): Partial<Gesture> => ({
      week: addDays(mondayOf(today), -7 * weeks),
      plannedOn: addDays(mondayOf(today), -7 * weeks),
    });
    expect(isWaitingWhen(of(26))).toBe(true);
    expect(isWaitingWhen(of(27))).toBe(false);
  });

  it('stands where the last thing put it: taken back before all, then passed over, then given', () => {
    const given = { printedOn: daysAgo(3), handedOverOn: daysAgo(2) };
    expect(gestureStateOf(gestureRow({}))).toBe('planned');
    expect(gestureStateOf(gestureRow({ printedOn: today }))).toBe('printed');
    expect(gestureStateOf(gestureRow({ handedOverOn: today }))).toBe('handed-over');
    expect(gestureStateOf(gestureRow(given))).toBe('handed-over');
    expect(gestureStateOf(gestureRow({ ...given, skippedOn: today }))).toBe('skipped');
    expect(gestureStateOf(gestureRow({ ...given, skippedOn: today, voided: true }))).toBe(
      'taken-back',
    );
  });
});

function isWaitingWhen(changes: Partial<Gesture>): boolean {
  const week = mondayOf(today);
  return isPending(gestureRow({ plannedOn: daysAgo(5), week, ...changes }), today);
}
