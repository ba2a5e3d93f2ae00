import { describe, expect, it } from 'vitest';
import {
  pagePolicy,
  policyInPage,
  safetyHeaders,
  weakHeaders,
} from '#platform/lifecycle/host-headers.ts';

const source = "'sha256-abc='";
const inPage = pagePolicy(source);
const all = safetyHeaders(source);

describe('the headers of a host', () => {
  it('are strong when it sends all of them, in whatever order and spelling', () => {
    expect(weakHeaders(new Headers(all), inPage)).toEqual([]);
    const turned = (all['content-security-policy'] ?? '').split('; ').toReversed().join(' ;');
    const spelled = { ...all, 'content-security-policy': turned, 'referrer-policy': 'No-Referrer' };
    expect(weakHeaders(new Headers(spelled), inPage)).toEqual([]);
  });

  it.each(Object.keys(all))('are weak without %s', (name) => {
    const sent = new Headers(all);
    sent.delete(name);
    expect(weakHeaders(sent, inPage)).toEqual([name]);
  });

  it('are weak with a policy that lets more through', () => {
    const loose = (all['content-security-policy'] ?? '').replace(
      "connect-src 'self'",
      "connect-src 'self' https://example.com",
    );
    expect(weakHeaders(new Headers({ ...all, 'content-security-policy': loose }), inPage)).toEqual([
      'content-security-policy',
    ]);
  });

  it('say in the page what a page can say, and the rest by the header alone', () => {
    const header = all['content-security-policy'] ?? '';
    expect(header.replace(inPage, '')).toBe("; frame-ancestors 'none'");
    expect(inPage).not.toMatch(/frame-ancestors|sandbox|report-/);
    expect(policyInPage()).toBe('');
  });
});
