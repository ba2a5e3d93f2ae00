import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isPermitted,
  latestPermission,
  permissionPurposes,
  permissionWays,
  refusalOfAll,
  type Permission,
  type PermissionQuestion,
} from '#domain/customers/permission.ts';
import { day } from '../../support/shops/shop-with.ts';

const may = day('2026-05-02');
const june = day('2026-06-01');
const thanksByPost = { purpose: 'thanks', way: 'post' } as const;
const newsByEmail = { purpose: 'news', way: 'email' } as const;
const onTheWall = { purpose: 'wall', way: 'shop' } as const;

describe('whether the shop may', () => {
  it('write by post: unless somebody said no', () => {
    expect(permits([], thanksByPost)).toBe(true);
    expect(permits([said('any', 'post', 'no')], thanksByPost)).toBe(false);
    expect(permits([said('any', 'email', 'no')], thanksByPost)).toBe(true);
  });

  it('email, text, call or put up a name: only after a yes to that', () => {
    for (const question of [newsByEmail, onTheWall]) {
      expect(permits([], question)).toBe(false);
      expect(permits([said(question.purpose, question.way, 'yes')], question)).toBe(true);
    }
    expect(permits([said('thanks', 'email', 'yes')], newsByEmail)).toBe(false);
    expect(permits([said('news', 'text', 'yes')], newsByEmail)).toBe(false);
  });

  it('not write any more after "no more", in any way, until there is a later yes', () => {
    const refused = refusalOfAll({ day: june, how: 'at the counter', notedAt: 5 });
    const before = [said('news', 'email', 'yes'), said('wall', 'shop', 'yes'), refused];
    for (const question of [thanksByPost, newsByEmail, onTheWall])
      expect(permits(before, question)).toBe(false);
    const changedMind = [...before, { ...said('news', 'email', 'yes'), day: june, notedAt: 6 }];
    expect(permits(changedMind, newsByEmail)).toBe(true);
    expect(permits(changedMind, onTheWall)).toBe(false);
  });

  it('never write to a child or to somebody who died', () => {
    const permissions = [said('any', 'any', 'yes')];
    expect(isPermitted({ permissions, young: true, diedOn: null }, newsByEmail)).toBe(false);
    expect(isPermitted({ permissions, young: false, diedOn: june }, thanksByPost)).toBe(false);
  });
});

describe('the answer that counts', () => {
  it('is the one given last, whenever it was noted; of one moment the no', () => {
    const old = { ...said('any', 'post', 'no'), day: june, notedAt: 1 };
    const onPaper = { ...said('thanks', 'post', 'yes'), day: may, notedAt: 9 };
    expect(latestPermission([onPaper, old], thanksByPost)).toBe(old);
    const yes = { ...old, answer: 'yes' as const };
    expect(latestPermission([old, yes], thanksByPost)?.answer).toBe('no');
    expect(latestPermission([yes, old], thanksByPost)?.answer).toBe('no');
  });

  it('does not depend on the order of the list, which two tablets write differently', () => {
    const anyPermission = fc.record({
      purpose: fc.constantFrom(...permissionPurposes),
      way: fc.constantFrom(...permissionWays),
      answer: fc.constantFrom('yes' as const, 'no' as const),
      day: fc.constantFrom(may, june),
      how: fc.constant(''),
      words: fc.constant(''),
      notedAt: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(anyPermission), (permissions) => {
        for (const question of [thanksByPost, newsByEmail, onTheWall])
          expect(permits(permissions, question)).toBe(permits(permissions.toReversed(), question));
      }),
    );
  });
});

function permits(permissions: readonly Permission[], question: PermissionQuestion): boolean {
  return isPermitted({ permissions, young: false, diedOn: null }, question);
}

function said(
  purpose: Permission['purpose'],
  way: Permission['way'],
  answer: Permission['answer'],
): Permission {
  return { purpose, way, answer, day: may, how: 'at the counter', words: '', notedAt: 0 };
}
