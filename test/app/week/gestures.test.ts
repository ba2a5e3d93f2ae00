import { beforeEach, describe, expect, it } from 'vitest';
import {
  acceptSuggestion,
  handOver,
  markPrinted,
  planGesture,
  skipSuggestion,
  takeBackDecision,
  takeBackHandOver,
  waitingGestures,
  type Decision,
} from '#app/week/gestures.ts';
import { answerMoment } from '#app/customers/moments.ts';
import type { Gesture } from '#domain/week/gesture.ts';
import { gestureStateOf } from '#domain/week/gesture-state.ts';
import { mondayOf } from '#lib/day.ts';
import { expectHistoryLaw } from '../../support/recount/history-law.ts';
import { customerId, day, today } from '../../support/shops/shop-with.ts';
import { listOf, openWeekShop, type TestShop } from '../../support/shops/week-shop.ts';
import { valueOf } from '../../support/values/value-of.ts';

let shop: TestShop;

beforeEach(async () => {
  shop = await openWeekShop();
});

describe('a yes', () => {
  it('plans the gesture with the reasons as they were, and notes it in the week', async () => {
    const decision = await decisionFor('Joan Price');
    const card = valueOf(await acceptSuggestion(shop, decision, cardFor(decision)));
    expect(card).toMatchObject({ kind: 'card', cost: 120, plannedOn: today });
    expect(card.reasons[0]).toMatchObject({ code: 'sent-people' });
    const week = await shop.db.weeks.get(mondayOf(today));
    expect(week?.chosen).toEqual([customerId('Joan Price')]);
    expect(week?.eligible).toEqual(
      expect.arrayContaining(decision.from.suggestions.map((each) => each.customerId)),
    );
    expect(week?.budgetMoney).toBe(3000);
    await expectHistoryLaw(shop.db);
  });

  it('keeps the person off the next list, because something waits', async () => {
    const decision = await decisionFor('Joan Price');
    await acceptSuggestion(shop, decision, cardFor(decision));
    const list = await listOf(shop);
    expect(list.suggestions.map((each) => each.name)).not.toContain('Joan Price');
    expect(list.exclusions.find((each) => each.name === 'Joan Price')).toMatchObject({
      rule: 'waiting',
      since: today,
    });
    expect(list.committedMoney).toBe(120);
  });

  it('may be something else than suggested', async () => {
    const decision = await decisionFor('Joan Price');
    const offer = valueOf(
      await acceptSuggestion(shop, decision, { kind: 'offer', words: 'A pie', cost: 350 }),
    );
    expect(offer).toMatchObject({ kind: 'offer', words: 'A pie', cost: 350 });
    expect((await listOf(shop)).committedMoney).toBe(350);
  });

  it('is allowed over the budget', async () => {
    const decision = await decisionFor('Joan Price');
    const made5000 = { kind: 'offer', words: 'A ham', cost: 5000 } as const;
    expect((await acceptSuggestion(shop, decision, made5000)).ok).toBe(true);
    expect((await listOf(shop)).committedMoney).toBe(5000);
  });

  it('said in two windows at once is one card', async () => {
    const decision = await decisionFor('Joan Price');
    const first = valueOf(await acceptSuggestion(shop, decision, cardFor(decision)));
    const second = valueOf(await acceptSuggestion(shop, decision, cardFor(decision)));
    expect(second.id).toBe(first.id);
    expect((await listOf(shop)).committedMoney).toBe(120);
  });

  it('beside an answer in the same week stands for itself, and so does taking it back', async () => {
    const ruth = await decisionFor('Ruth Adler');
    const { reasons } = (await decisionFor('Joan Price')).suggestion;
    const gift: Decision = { ...ruth, suggestion: { ...ruth.suggestion, reasons } };
    valueOf(await acceptSuggestion(shop, ruth, { kind: 'word', words: '', cost: 0 }));
    const card = valueOf(
      await acceptSuggestion(shop, gift, { kind: 'card', words: '', cost: 120 }),
    );
    await takeBackDecision(shop, card.id);
    const chosen = async () => (await shop.db.weeks.get(mondayOf(today)))?.chosen;
    expect(await chosen()).toEqual([customerId('Ruth Adler')]);
    await skipSuggestion(shop, gift);
    expect(await chosen()).toEqual([customerId('Ruth Adler')]);
  });

  it('taken back is as if it had not been said', async () => {
    const decision = await decisionFor('Joan Price');
    const card = valueOf(await acceptSuggestion(shop, decision, cardFor(decision)));
    await takeBackDecision(shop, card.id);
    expect((await shop.db.weeks.get(mondayOf(today)))?.chosen).toEqual([]);
    const list = await listOf(shop);
    expect(list.suggestions.map((each) => each.name)).toContain('Joan Price');
    expect(list.committedMoney).toBe(0);
    await expectHistoryLaw(shop.db);
  });
});

describe('something the owner thought of', () => {
  it('is planned once, though the connection was lost in the moment in which it was written', async () => {
    loseConnectionAfterNext(shop.db);
    await planned('Hana');
    expect(await waitingGestures(shop, today)).toHaveLength(1);
  });
});

describe('a skip', () => {
  it('costs nothing and keeps the person off for the weeks that the settings say', async () => {
    const decision = await decisionFor('Mr Okoro');
    const skipped = valueOf(await skipSuggestion(shop, decision));
    expect(gestureStateOf(skipped)).toBe('skipped');
    const list = await listOf(shop);
    expect(list.committedMoney).toBe(0);
    expect(list.exclusions.find((each) => each.name === 'Mr Okoro')).toMatchObject({
      rule: 'skipped',
      skipped: today,
      skipWeeks: 4,
    });
    expect((await shop.db.weeks.get(mondayOf(today)))?.skipped).toEqual([customerId('Mr Okoro')]);
    expect(await waitingGestures(shop, today)).toEqual([]);
  });

  it('put back brings the suggestion back', async () => {
    const skipped = valueOf(await skipSuggestion(shop, await decisionFor('Mr Okoro')));
    await takeBackDecision(shop, skipped.id);
    expect((await listOf(shop)).suggestions.map((each) => each.name)).toContain('Mr Okoro');
    expect((await shop.db.weeks.get(mondayOf(today)))?.skipped).toEqual([]);
  });
});

describe('on paper and in the hand', () => {
  it('what is printed is not handed over yet', async () => {
    const card = await planned('Joan Price');
    const printed = await markPrinted(shop, [card.id], today);
    expect(printed.ok && printed.value.map(gestureStateOf)).toEqual(['printed']);
    const waiting = await waitingGestures(shop, today);
    expect(waiting.map((each) => each.id)).toEqual([card.id]);
  });

  it('fixes by when coming back counts on the day it is handed over: twice the own gap', async () => {
    const card = await planned('Joan Price');
    const given = valueOf(await handOver(shop, card.id, today));
    expect(given).toMatchObject({ handedOverOn: today, windowDays: 18 });
    expect(await waitingGestures(shop, today)).toEqual([]);
  });

  it('gives somebody new 28 days, who has no rhythm to go by', async () => {
    const card = await planned('Hana');
    expect(valueOf(await handOver(shop, card.id, today)).windowDays).toBe(28);
  });

  it('waits again when it was not handed over after all', async () => {
    const card = await planned('Joan Price');
    await handOver(shop, card.id, today);
    const back = valueOf(await takeBackHandOver(shop, card.id));
    expect(back).toMatchObject({ handedOverOn: null, windowDays: null });
    expect(await waitingGestures(shop, today)).toHaveLength(1);
    await expectHistoryLaw(shop.db);
  });
});

describe('a word for somebody who complained', () => {
  it('answers the complaint when it was said, and not before', async () => {
    const word = await wordForRuth();
    expect(await answeredOn()).toBeNull();
    await handOver(shop, word.id, today);
    expect(await answeredOn()).toBe(today);
    await expectHistoryLaw(shop.db);
  });

  it('leaves the complaint open again when it was not said after all', async () => {
    const word = await wordForRuth();
    await handOver(shop, word.id, today);
    await takeBackHandOver(shop, word.id);
    expect(await answeredOn()).toBeNull();
  });

  it('does not touch what the owner had answered before', async () => {
    const word = await wordForRuth();
    const [complaint] = await shop.db.moments.toArray();
    if (complaint !== undefined)
      await shop.db.moments.put({ ...complaint, answeredOn: day('2026-06-17') });
    await handOver(shop, word.id, today);
    await takeBackHandOver(shop, word.id);
    expect(await answeredOn()).toBe('2026-06-17');
  });

  it('does not open again what the owner had answered by hand on the same day', async () => {
    const word = await wordForRuth();
    const [complaint] = await shop.db.moments.toArray();
    if (complaint !== undefined) await answerMoment(shop, complaint.id, today);
    await handOver(shop, word.id, today);
    await takeBackHandOver(shop, word.id);
    expect(await answeredOn()).toBe(today);
  });

  it('may be a card instead, which answers it too and is not asked for twice', async () => {
    const decision = await decisionFor('Ruth Adler');
    const card = valueOf(
      await acceptSuggestion(shop, decision, { kind: 'card', words: 'sorry', cost: 120 }),
    );
    expect((await listOf(shop)).suggestions.map((each) => each.name)).not.toContain('Ruth Adler');
    await handOver(shop, card.id, today);
    expect(await answeredOn()).toBe(today);
  });
});

/** The next transaction reaches the disk, and nobody hears of it. */
function loseConnectionAfterNext(db: TestShop['db']): void {
  const transaction = db.transaction.bind(db);
  Object.defineProperty(db, 'transaction', {
    configurable: true,
    value: async (...args: Parameters<typeof transaction>) => {
      Object.defineProperty(db, 'transaction', { configurable: true, value: transaction });
      await transaction(...args);
      throw new DOMException('planted', 'UnknownError');
    },
  });
}

async function decisionFor(name: string): Promise<Decision> {
  const from = await listOf(shop);
  const suggestion = from.suggestions.find((each) => each.name === name);
  if (suggestion === undefined) throw new Error(`${name} is not suggested`);
  return { suggestion, from, today };
}

async function wordForRuth(): Promise<Gesture> {
  const decision = await decisionFor('Ruth Adler');
  expect(decision.suggestion).toMatchObject({ gesture: 'word', place: 'answer' });
  return valueOf(await acceptSuggestion(shop, decision, { kind: 'word', words: '', cost: 0 }));
}

async function planned(name: string): Promise<Gesture> {
  const who = { customerId: customerId(name), today };
  return valueOf(await planGesture(shop, who, { kind: 'card', words: '', cost: 120 }));
}

async function answeredOn(): Promise<string | null | undefined> {
  return (await shop.db.moments.toArray())[0]?.answeredOn;
}

function cardFor({ suggestion }: Decision) {
  return { kind: suggestion.gesture, words: suggestion.words, cost: suggestion.cost };
}
