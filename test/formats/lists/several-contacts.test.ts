import { describe, expect, it } from 'vitest';
import { guessed, planOf } from '../../support/files/read-list.ts';

const headings = [
  'First Name',
  'Phonetic First Name',
  ...[1, 2, 3, 4].flatMap((number) => [`E-mail ${number} - Value`, `Phone ${number} - Value`]),
];

describe('somebody in Google’s address book with several addresses and numbers', () => {
  it('keeps them all, in their order', () => {
    const list = [
      headings,
      ['Ada', '', 'ada@example.org', '0601', 'late@example.org', '0602', '', '', '', ''],
      ['Ben', '', '', '', 'ben@example.org', '0702', 'late@example.org', '0703', '', ''],
      ['Cy', '', '', '', '', '', 'cy@example.org', '0803', 'late@example.org', '0804'],
      ['Dee', '', '', '', '', '', '', '', 'fourth@example.org', '0904'],
    ]
      .map((row) => row.join(','))
      .join('\n');
    expect(guessed(list).list).toBe('google-contacts');
    expect(
      planOf(list).people.map(({ name, emails, phones }) => [name, emails.length, phones]),
    ).toEqual([
      ['Ada', 2, ['0601', '0602']],
      ['Ben', 2, ['0702', '0703']],
      ['Cy', 2, ['0803', '0804']],
      ['Dee', 1, ['0904']],
    ]);
  });
});

describe('words beside a mail address', () => {
  it.each([
    ['Edda <edda@example.org>', []],
    ['mailto:edda@example.org', []],
    ['edda@example.org; ask her son', ['ask her son']],
    ['old: edda@example.org', ['old']],
  ])('are said when they are no name or number: %s', (cell, left) => {
    const { people, problems } = planOf(`Name,Email\nEdda Krol,${cell}\nBram Osei,b@example.org`);
    expect(people[0]?.emails).toEqual(['edda@example.org']);
    expect(problems.map(({ text }) => text)).toEqual(left);
  });
});
