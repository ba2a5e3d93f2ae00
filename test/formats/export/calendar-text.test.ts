import { describe, expect, it } from 'vitest';
import { customerIdFrom } from '#domain/customers/customer.ts';
import { calendarText } from '#formats/export/calendar-text.ts';
import { contactCardsText } from '#formats/export/contact-cards-text.ts';
import { customerRow } from '../../support/shops/plain-rows.ts';

const titleOf = (name: string): string => `Birthday: ${name}`;

describe('birthdays for a calendar', () => {
  it('are one event a year, whole days, without the year of birth', () => {
    const khan = customerRow({ name: 'Khan, Amina; Mrs', birthday: '1984-04-15' });
    const text = calendarText([khan], { titleOf, year: 2026 });
    expect(text).toContain('DTSTART;VALUE=DATE:20260415\r\nRRULE:FREQ=YEARLY\r\n');
    expect(text).toContain(String.raw`SUMMARY:Birthday: Khan\, Amina\; Mrs`);
    expect(text).not.toContain('1984');
  });

  it.each([
    [2026, '20260228'],
    [2028, '20280229'],
  ])('of 29 February are on the last day of that month: %i', (year, first) => {
    const leap = customerRow({ birthday: '02-29' });
    expect(calendarText([leap], { titleOf, year })).toContain(
      `DTSTART;VALUE=DATE:${first}\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1`,
    );
  });

  it('have no event for whoever’s day is not known, and no line of more than 75 bytes', () => {
    const long = 'ä'.repeat(100);
    const people = [
      customerRow({ birthday: null }),
      customerRow({ name: long, birthday: '05-02' }),
    ];
    const text = calendarText(people, { titleOf, year: 2026 });
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    const bytes = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(long);
  });
});

describe('contact cards', () => {
  const khan = customerRow({
    id: customerIdFrom('0190'),
    name: 'Ludwig van der Berg',
    birthday: '04-15',
    addresses: ['12 High St\nBath'],
  });

  it('of version 3.0 say a birthday without a year as Apple does', () => {
    const text = contactCardsText([khan], '3.0');
    expect(text).toContain('BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15\r\n');
    expect(text).toContain('N:van der Berg;Ludwig;;;\r\n');
    expect(text).toContain(String.raw`ADR;TYPE=HOME:;;12 High St\nBath;;;;`);
  });

  it('of version 4.0 say it as the standard does', () => {
    expect(contactCardsText([khan], '4.0')).toContain('BDAY:--0415\r\n');
  });
});
