import { describe, expect, it } from 'vitest';
import { guessed, planOf } from '../../support/files/read-list.ts';

const headings = [
  'First Name',
  'Phonetic First Name',
  ...[1, 2, 3, 4].flatMap((number) => [`E-mail ${number} - Value`, `Phone ${number} - Value`]),
];

describe('somebody in Google’s address book with several addresses and numbers', () => {
  it('keeps the first of the first three that is filled in', () => {
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
    expect(planOf(list).people.map(({ name, email, phone }) => [name, email, phone])).toEqual([
      ['Ada', 'ada@example.org', '0601'],
      ['Ben', 'ben@example.org', '0702'],
      ['Cy', 'cy@example.org', '0803'],
      ['Dee', '', ''],
    ]);
  });
});
