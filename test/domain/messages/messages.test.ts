import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPermitted } from '#domain/customers/permission.ts';
import { internationalNumber, shopCountry } from '#domain/messages/international-number.ts';
import { fieldsIn, unknownFields, withFields } from '#domain/messages/merge-fields.ts';
import { messageAudience, type MessageRules } from '#domain/messages/message-audience.ts';
import {
  hiddenLinks,
  maxLinkLength,
  maxReceivers,
  personalLink,
} from '#domain/messages/message-link.ts';
import { askedWays, messageWays } from '#domain/messages/message-way.ts';
import { quietReason } from '#domain/messages/quiet-reason.ts';
import { daysBetween } from '#lib/day.ts';
import { anyRow } from '../../support/shops/fact-rows.ts';
import { day, daysAgo, personWith, settingsWith, today } from '../../support/shops/shop-with.ts';
import type { Permission } from '#domain/customers/permission.ts';

const email = fc
  .tuple(fc.stringMatching(/^[a-z]{1,20}$/), fc.nat(999_999))
  .map(([name, number]) => `${name}.${number}@example.org`);
const writtenText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    'Straße & 5 % #1\nzweite Zeile\n\n🐑 ¡Olé! +1 = 2',
    'a'.repeat(1_400),
    'ß'.repeat(700),
  ),
);
const message = fc.record({ subject: writtenText, body: writtenText });

describe('the link of a draft', () => {
  it('is never longer than programs take, and gives the text back letter by letter', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...messageWays),
        fc.oneof(email, fc.constant('+447700900461')),
        message,
        (way, address, text) => {
          const { href, hasText } = personalLink(way, address, text);
          expect(href.length).toBeLessThanOrEqual(maxLinkLength);
          expect(href).toMatch(/^(mailto:|sms:|whatsapp:\/\/send\?|tel:)/);
          if (hasText) expect(bodyIn(href)).toBe(asMail(text.body));
          if (hasText && way === 'email')
            expect(partIn(href, 'subject')).toBe(asMail(text.subject));
        },
      ),
    );
  });

  it('for many hides each from the others, in drafts of forty at most', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(email, { minLength: 1, maxLength: 130 }),
        message,
        fc.constantFrom('', 'shop@example.org'),
        (addresses, text, own) => {
          const drafts = hiddenLinks(addresses, text, own);
          for (const { href, addresses: some, hasText } of drafts) {
            expect(href.length).toBeLessThanOrEqual(maxLinkLength);
            expect(some.length).toBeLessThanOrEqual(maxReceivers);
            expect(href.startsWith(`mailto:${own}?bcc=`)).toBe(true);
            expect(partIn(href, 'bcc').split(',')).toEqual(some);
            if (hasText) expect(bodyIn(href)).toBe(asMail(text.body));
          }
          expect(drafts.flatMap((draft) => draft.addresses)).toEqual(addresses);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['email', 'a@b.org', 'mailto:a@b.org?subject=Lamb&body=First%20lamb%0D%0Aon%20Thursday'],
    ['text', '+44123', 'sms:+44123?&body=First%20lamb%0D%0Aon%20Thursday'],
    ['chat', '+44123', 'whatsapp://send?phone=44123&text=First%20lamb%0D%0Aon%20Thursday'],
    ['call', '+44123', 'tel:+44123'],
  ] as const)('of %s opens the app of the tablet itself', (way, address, href) => {
    const text = { subject: 'Lamb', body: 'First lamb\non Thursday' };
    expect(personalLink(way, address, text).href).toBe(href);
  });
});

describe('who gets a message', () => {
  it('is nobody without permission, young, dead, hidden or merged away, and everybody is judged', () => {
    const candidate = fc.record({
      customer: anyRow.customers,
      lastNews: fc.option(fc.nat(40).map(daysAgo)),
      perk: fc.constantFrom(null, { gives: 'a coffee', missing: 2 }),
    });
    const rules = fc.record<MessageRules>({
      purpose: fc.constantFrom('thanks', 'news'),
      way: fc.constantFrom(...messageWays),
      today: fc.constant(today),
      restDays: fc.nat(30),
      country: fc.constantFrom('', 'GB'),
      needsPerk: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), rules, (candidates, rule) => {
        const { receivers, leftOut } = messageAudience(candidates, rule);
        expect(receivers.length + leftOut.length).toBe(candidates.length);
        for (const { customer, address } of receivers) {
          const question = { purpose: rule.purpose, way: askedWays[rule.way] };
          expect(isPermitted(customer, question)).toBe(true);
          expect([customer.young, customer.diedOn, customer.forgottenOn]).toEqual([
            false,
            null,
            null,
          ]);
          expect([customer.voided, customer.mergedInto]).toEqual([false, null]);
          expect(address).not.toBe('');
          const news = candidates.find((each) => each.customer === customer)?.lastNews ?? null;
          if (rule.purpose === 'news' && news !== null)
            expect(daysBetween(news, today)).toBeGreaterThanOrEqual(rule.restDays);
        }
        const homes = receivers.flatMap(({ customer }) => customer.householdId ?? []);
        expect(new Set(homes).size).toBe(homes.length);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['nobody asked', {}, 'no-permission'],
    ['said no later', { permissions: [yes('news', 'email'), no()] }, 'no-permission'],
    ['said yes to texts alone', { permissions: [yes('news', 'text')] }, 'no-permission'],
    ['has no address', { emails: [], permissions: [yes('news', 'email')] }, 'no-address'],
    ['is young', { young: true, permissions: [yes('news', 'email')] }, 'young'],
    ['died', { diedOn: daysAgo(3), permissions: [yes('news', 'email')] }, 'died'],
    ['said yes', { permissions: [yes('news', 'email')] }, null],
  ] as const)('%s', (_who, changes, why) => {
    const { customer } = personWith({ name: 'Mrs Khan', emails: ['k@example.org'], ...changes });
    const { receivers, leftOut } = messageAudience(
      [{ customer, lastNews: null, perk: null }],
      news,
    );
    expect(leftOut.map((each) => each.why)).toEqual(why === null ? [] : [why]);
    expect(receivers).toHaveLength(why === null ? 1 : 0);
  });

  it.each([
    [13, 'news', ['had-news']],
    [14, 'news', []],
    [60, 'news', []],
    [1, 'thanks', []],
  ] as const)('leaves out who had news %i days ago, for %s: %o', (ago, purpose, why) => {
    const said = { emails: ['k@example.org'], permissions: [yes(purpose, 'email')] };
    const { customer } = personWith({ name: 'Mrs Khan', ...said });
    const candidates = [{ customer, lastNews: daysAgo(ago), perk: null }];
    const { leftOut } = messageAudience(candidates, { ...news, purpose });
    expect(leftOut.map((each) => each.why)).toEqual(why);
  });

  it('says where only the country of the number is missing', () => {
    const said = { phones: ['07700 900461'], permissions: [yes('news', askedWays.chat)] };
    const { customer } = personWith({ name: 'Mrs Khan', ...said });
    const candidates = [{ customer, lastNews: null, perk: null }];
    const byChat: MessageRules = { ...news, way: 'chat' };
    expect(messageAudience(candidates, byChat).leftOut).toEqual([]);
    const abroad = messageAudience(candidates, { ...byChat, country: '' });
    expect(abroad.leftOut.map((each) => each.why)).toEqual(['no-country']);
  });

  it('writes once to an address, and once to a home', () => {
    const shared = { emails: ['Home@example.org'], permissions: [yes('news', 'email')] };
    const people = ['Ada', 'Ben'].map((name) => personWith({ name, ...shared }).customer);
    const candidates = people.map((customer) => ({ customer, lastNews: null, perk: null }));
    expect(messageAudience(candidates, news).leftOut).toMatchObject([{ why: 'same-address' }]);
  });

  it('takes an address for the same whatever stands around it', () => {
    const people = ['home@example.org', ' Home@example.org '].map((email) => {
      const { customer } = personWith({
        name: 'Ada',
        emails: [email],
        permissions: [yes('news', 'email')],
      });
      return { customer, lastNews: null, perk: null };
    });
    expect(messageAudience(people, news).leftOut).toMatchObject([{ why: 'same-address' }]);
  });
});

describe('a phone number from abroad', () => {
  it.each([
    ['07700 900461', 'GB', '447700900461'],
    ['+44 (0)7700 900461', '', '447700900461'],
    ['0043 664 1234567', 'GB', '436641234567'],
    ['06 12345678', 'IT', '390612345678'],
    ['(212) 555-0123', 'US', '12125550123'],
    ['1 212 555 0123', 'US', '12125550123'],
    ['512 345 678', 'PL', '48512345678'],
    ['412 34 567', 'NO', '4741234567'],
    ['06 30 123 4567', 'HU', '36301234567'],
    ['11 2345-6789', 'AR', null],
    ['0664 1234567', '', null],
    ['12', 'GB', null],
  ])('%s in %s', (phone, country, number) => {
    expect(internationalNumber(phone, country)).toBe(number);
  });

  it('takes the country of the shop, else of its clock', () => {
    expect(shopCountry({ region: 'AT', zone: 'Europe/London' })).toBe('AT');
    expect(shopCountry({ region: '', zone: 'Europe/Paris' })).toBe('FR');
    expect(shopCountry({ region: '', zone: 'Europe/Warsaw' })).toBe('PL');
    expect(shopCountry({ region: '', zone: 'Asia/Tokyo' })).toBe('');
  });
});

describe('what is left open in a text', () => {
  const values = { name: 'Dear {shop}', shop: 'Moss', day: 'Friday', perk: '2 to go' };

  it.each([
    ['{name}, {shop}', []],
    ['{adress} and {Name}', ['{adress}', '{Name}']],
    ['a } b { c', ['}', '{']],
    ['{}', ['{}']],
  ])('%s', (text, unknown) => {
    expect(unknownFields(text)).toEqual(unknown);
  });

  it('is filled in once, whatever a name holds', () => {
    expect(withFields('{name}: {shop}, {day}, {perk}', values)).toBe(
      'Dear {shop}: Moss, Friday, 2 to go',
    );
    expect([...fieldsIn('{name} {perk}')]).toEqual(['name', 'perk']);
  });
});

describe('a quiet time', () => {
  const settings = settingsWith({ closures: [{ from: day('2026-06-19'), to: day('2026-06-19') }] });

  it.each([
    ['2026-06-18', 1_199, null],
    ['2026-06-18', 1_200, 'hours'],
    ['2026-06-18', 0, 'hours'],
    ['2026-06-18', 539, 'hours'],
    ['2026-06-18', 540, null],
    ['2026-06-21', 700, 'sunday'],
    ['2026-06-19', 700, 'closed'],
  ] as const)('%s at minute %i', (on, minute, why) => {
    expect(quietReason(settings, { day: day(on), minute })).toBe(why);
  });
});

const news: MessageRules = {
  purpose: 'news',
  way: 'email',
  today,
  restDays: 14,
  country: 'GB',
  needsPerk: false,
};

function yes(purpose: Permission['purpose'], way: Permission['way']): Permission {
  return { purpose, way, answer: 'yes', day: daysAgo(9), how: '', words: '', notedAt: 1 };
}

function no(): Permission {
  return { ...yes('any', 'any'), answer: 'no', day: daysAgo(8) };
}

function bodyIn(href: string): string {
  return href.startsWith('whatsapp') ? partIn(href, 'text') : partIn(href, 'body');
}

function partIn(href: string, name: string): string {
  const parts = href.slice(href.indexOf('?') + 1).split('&');
  const part = parts.find((each) => each.startsWith(`${name}=`)) ?? `${name}=`;
  return decodeURIComponent(part.slice(name.length + 1));
}

// Lines of a mail end so.
function asMail(text: string): string {
  return text.toWellFormed().replaceAll(/\r?\n/gu, '\r\n');
}
