// Each list as a shop has it, through the readers of the app into a shop in memory.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answersFrom, type FileAnswers } from '../../../scripts/look-at/answers.ts';
import {
  lookAtFile,
  type LookedAtFile,
  type SeenPerson,
  type SeenVisit,
} from '../../../scripts/look-at/look-at-file.ts';
import { MemoryShop } from '../../../scripts/look-at/memory-shop.ts';
import { readListShapes } from '../../support/files/list-shapes.ts';
import { londonShop } from '../../support/files/read-list.ts';
import { valueOf } from '../../support/values/value-of.ts';

const undecided = answersFrom('{}')('', 0);

async function lookAt(
  name: string,
  shop = new MemoryShop(londonShop),
  answers: Partial<FileAnswers> = {},
): Promise<LookedAtFile> {
  const bytes = readFileSync(new URL(`../../fixtures/lists/shapes/${name}`, import.meta.url));
  return valueOf(await lookAtFile(new File([bytes], name), { ...undecided, ...answers }, shop));
}

describe('a list as shops have it', () => {
  it.each(readListShapes())('$file: $what', async ({ file, people, ...others }) => {
    const seen = await lookAt(file);
    expect(seen.people.map(personText)).toEqual(people);
    expect(seen.visits.map(visitText)).toEqual(others.visits ?? []);
    expect(seen.leftOut.map(({ row, why, left }) => `${row} ${why} ${left}`)).toEqual(
      others.leftOut ?? [],
    );
    expect(seen.questions.map(({ kind }) => kind)).toEqual(others.asked ?? []);
  });
});

describe('the next list of the same till', () => {
  it('names the same twelve people: 162 visits after both, with one answer', async () => {
    const shop = new MemoryShop(londonShop);
    await lookAt('till-september-12.csv', shop);
    const { questions } = await lookAt('till-september-october-12.csv', shop);
    expect(questions.map(({ kind }) => kind)).toEqual(['same-people']);
    expect(shop.counts()).toEqual({ people: 12, visits: 162, visitsWithoutName: 60 });
  });

  it.each([
    ['customers first', ['loyverse-12-customers.csv', 'loyverse-12-receipts.csv']],
    ['receipts first', ['loyverse-12-receipts.csv', 'loyverse-12-customers.csv']],
  ])('%s: twelve people with mail and phone, 36 visits', async (_, files) => {
    const shop = new MemoryShop(londonShop);
    for (const file of files) await lookAt(file, shop);
    expect(shop.counts()).toEqual({ people: 12, visits: 36, visitsWithoutName: 0 });
    const { customers } = shop.known();
    expect(customers.every(({ phones, emails }) => phones.length * emails.length === 1)).toBe(true);
  });

  it('leaves out and says whoever asked to be forgotten', async () => {
    const shop = new MemoryShop(londonShop);
    await lookAt('phone-forget-1.csv', shop);
    const next = await lookAt('phone-forget-2.csv', shop, { forget: ['Edda Krol'] });
    expect(next.leftOut.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '2 forgotten',
      '4 forgotten',
    ]);
    expect(shop.counts()).toEqual({ people: 1, visits: 2, visitsWithoutName: 0 });
  });
});

function personText(person: SeenPerson): string {
  const { name, alsoCalled, phones, mails, addresses, birthday, number, note, consents } = person;
  const parts = [
    name,
    ...alsoCalled.map((other) => `(${other})`),
    ...phones,
    ...mails,
    ...addresses.map((address) => address.replaceAll('\n', ', ')),
    birthday,
    number === null ? null : `#${number}`,
    note,
    ...Object.entries(consents).map(([way, answer]) =>
      answer === null ? null : `${way} ${answer}`,
    ),
  ];
  return parts.filter((part) => part !== null && part !== '').join(' | ');
}

function visitText({ who, day, minute, amount }: SeenVisit): string {
  const time = minute === null ? '-' : clock(minute);
  return `${who ?? 'nobody'} ${day} ${time} ${amount === null ? '-' : amount.toFixed(2)}`;
}

function clock(minute: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
